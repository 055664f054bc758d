"""Sheets that were signed on paper, typed back."""
