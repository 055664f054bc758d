"""The shapes that plugin authors fill."""
