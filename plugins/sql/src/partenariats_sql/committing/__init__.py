"""How a batch is made, whole or not at all."""
