"""Who registers, for what, and what the organiser decided about it."""
