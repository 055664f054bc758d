"""What is asked of a desk, and whether it may be asked."""
