"""The databases: reaching them, waiting for them, and what they refuse."""
