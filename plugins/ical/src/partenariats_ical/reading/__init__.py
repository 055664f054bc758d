"""From the bytes of a calendar to its components and values."""
