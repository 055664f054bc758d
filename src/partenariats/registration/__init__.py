"""The rules of registration, over any back-end."""
