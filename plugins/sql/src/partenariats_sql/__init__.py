"""Registrations in SQLite and PostgreSQL."""
