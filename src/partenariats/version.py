"""The version of partenariats, for people, packages and the command line."""

__version__ = "0.1.0"
