"""Dates, hours, lists and sentences in French and English: plain values in and out."""
