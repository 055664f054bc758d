"""The nouns of an event: immutable values, no I/O."""
