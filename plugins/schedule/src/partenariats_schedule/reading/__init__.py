"""From the bytes of a schedule to what stands in it."""
