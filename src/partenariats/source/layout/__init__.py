"""The canonical layout of an event file: the same words, spaced in one way."""

from partenariats.source.layout.page import lay_out

__all__ = ["lay_out"]
