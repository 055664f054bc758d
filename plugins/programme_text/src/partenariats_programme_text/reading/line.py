"""A line of a programme, freed of the markup of its kind of file."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Line:
    """Hold what stands on one line: a paragraph, a heading, a point of a list, a row of a table."""

    number: int
    """Where it begins in the file, from 1; in DOCX the number of the paragraph or row."""
    text: str = ""
    level: int = 0
    """How high a heading is, 1 the highest; 0 for no heading."""
    bullet: bool = False
    strong: bool = False
    """Whether it begins in bold type."""
    cells: tuple[str, ...] = ()
    """The cells of a row; a row has no text of its own."""
    after_blank: bool = False
    """Whether it begins a paragraph of its own."""
