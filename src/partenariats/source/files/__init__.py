"""The files of an event: their bytes, and how one includes others."""
