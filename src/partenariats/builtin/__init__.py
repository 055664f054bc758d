"""The core's own plugin, which comes through the same hooks as any other."""
