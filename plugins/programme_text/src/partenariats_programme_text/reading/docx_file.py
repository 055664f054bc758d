"""Lines of a DOCX document: its paragraphs and the rows of its tables, counted from 1."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final

from partenariats.interfaces.importer import UnreadableError
from partenariats_programme_text.reading.decoding import MOST_LINES
from partenariats_programme_text.reading.line import Line

LARGEST: Final = 20 * 1024 * 1024
"""Bytes of a file; pictures make some large."""
LARGEST_UNPACKED: Final = 60 * 1024 * 1024
"""Bytes that the parts of a file say they have when they are unpacked."""
LARGEST_DOCUMENT: Final = 10 * 1024 * 1024
"""The same of its text and its styles: a programme has a tenth."""
_DOCUMENT: Final = "word/document.xml"
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError,
    LookupError, ValueError, TypeError, AttributeError, RuntimeError, SyntaxError, AssertionError,
)  # fmt: skip
"""What python-docx and what it stands on raise over a damaged file."""
_HEADING: Final = re.compile(r"(?:heading|titre)\s*(\d)", re.IGNORECASE)
_BULLET: Final = re.compile(r"\A\s*[•●▪◦‣·–—-]\s+(?=\D)")


def read_docx(content: bytes) -> tuple[Line, ...]:
    """Return the lines of a document; raise `UnreadableError` for what is none, and for bombs."""
    _refuse(content)
    try:
        lines = tuple(_lines(content))
    except _BROKEN as error:
        raise UnreadableError("this DOCX is damaged: {reason}", reason=str(error)[:80]) from None
    if len(lines) > MOST_LINES:
        raise UnreadableError(
            "this is longer than any programme: more than {n} lines", n=MOST_LINES
        )
    if not lines:
        raise UnreadableError("the document is empty")
    return lines


def _refuse(content: bytes) -> None:
    """Look at the directory of the archive before anything is unpacked."""
    if len(content) > LARGEST:
        raise UnreadableError(
            "this is larger than any programme: more than {n} megabytes", n=LARGEST >> 20
        )
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except _BROKEN:
        raise UnreadableError("this is an archive that is damaged, not a DOCX") from None
    sizes = {part.filename: part.file_size for part in parts}
    if _DOCUMENT not in sizes:
        raise UnreadableError(
            "this is an archive, but no DOCX: `{part}` is missing", part=_DOCUMENT
        )
    texts = sum(size for name, size in sizes.items() if name.endswith((".xml", ".rels")))
    if sum(sizes.values()) > LARGEST_UNPACKED or texts > LARGEST_DOCUMENT or len(parts) > 5_000:  # noqa: PLR2004  # no document has more parts
        raise UnreadableError("this DOCX unpacks to more than any programme: it is not opened")


def _lines(content: bytes) -> Iterator[Line]:
    from docx import Document
    from docx.table import Table

    document = Document(io.BytesIO(content))
    number = 0
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                number += 1
                cells = _cells(row)
                if any(cells):
                    yield Line(number=number, cells=cells, after_blank=True)
            continue
        for part in block.text.split("\n"):
            number += 1
            if part.strip():
                yield _paragraph(block, part, number)


def _cells(row: Any) -> tuple[str, ...]:
    """Return the texts of a row; a cell over several columns stands once."""
    found: list[str] = []
    before: Any = None
    for cell in row.cells:
        if cell._tc is before:  # noqa: SLF001  # python-docx repeats a merged cell, and tells by this alone
            continue
        before = cell._tc  # noqa: SLF001  # the same
        found.append(
            " / ".join(" ".join(p.text.split()) for p in cell.paragraphs if p.text.strip())
        )
    return tuple(found)


def _paragraph(block: Any, text: str, number: int) -> Line:
    style = str(getattr(block.style, "name", "") or "")
    heading = _HEADING.match(style)
    level = int(heading[1]) if heading else int(style.lower() in {"title", "titre"})
    bullet = style.lower().startswith(("list", "liste", "paragraphe de liste")) or _is_numbered(
        block
    )
    mark = _BULLET.match(text)
    strong = bool(block.runs) and bool(block.runs[0].bold)
    return Line(
        number=number,
        text=" ".join((text[mark.end() :] if mark else text).split()),
        level=level,
        bullet=bullet or mark is not None,
        strong=strong,
        after_blank=True,
    )


def _is_numbered(block: Any) -> bool:
    properties = block._p.pPr  # noqa: SLF001  # python-docx has no other way to lists
    return properties is not None and properties.numPr is not None
