"""What the commands of registration answer: to people as tables, to programs as JSON."""
