"""Tables, their rows, and every statement."""
