"""Commands of whoever runs registration."""
