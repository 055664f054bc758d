"""Single values: what a key takes, and why another value does not fit."""
