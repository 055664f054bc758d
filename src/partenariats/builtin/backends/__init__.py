"""Registration back-ends of the core."""
