"""Tickets: the keys that sign them, their texts, and their codes to scan."""
