"""Change the text of an event file where a rule knows how to mend it, and nothing else in it."""
