"""The event file, in and out."""
