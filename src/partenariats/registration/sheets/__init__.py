"""Sheets of attendees: CSV in, CSV out."""
