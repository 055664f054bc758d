"""From the bytes of a file to numbered lines with a little structure."""

from partenariats_programme_text.reading.file import read_lines, recognizes
from partenariats_programme_text.reading.line import Line

__all__ = ["Line", "read_lines", "recognizes"]
