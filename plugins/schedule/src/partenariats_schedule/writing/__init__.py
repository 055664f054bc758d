"""From a programme to the bytes of a schedule, as the published schemas want it."""
