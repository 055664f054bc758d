"""Who goes to which workshop: plain values in, plain values out."""
