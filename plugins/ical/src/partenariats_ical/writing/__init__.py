"""From a programme to a calendar."""
