"""Personal data: what is declared of it, who gets it, and how it ends."""
