"""From bytes to text: UTF-8, UTF-16, Windows-1252; and what is refused before it is read."""

from __future__ import annotations

import codecs
import re
from typing import Final

from partenariats.interfaces.importer import UnreadableError

LARGEST_TEXT: Final = 2 * 1024 * 1024
"""Bytes of a text; a programme of a thousand sessions has two hundred thousand."""
LONGEST_LINE: Final = 20_000
"""Characters of a line; a paragraph of ten pages has as many."""
MOST_LINES: Final = 50_000

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")
_NAMED: Final = (
    (b"{\\rtf", "this is RTF, which is not read: save it as DOCX or as plain text"),
    (b"%PDF", "this is PDF, which is not read: copy its text into a file, or save it as DOCX"),
    (b"\xd0\xcf\x11\xe0", "this is an old Word document (DOC), which is not read: save it as DOCX"),
)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def refuse_named(content: bytes) -> None:
    """Raise `UnreadableError` for what is empty, or of a kind that is known and not read."""
    if not content.strip():
        raise UnreadableError("the file is empty")
    start = content[:1024].lstrip()
    for mark, said in _NAMED:
        if start.startswith(mark):
            raise UnreadableError(said)


def decode(content: bytes) -> str:
    """Return a text with plain line ends; raise `UnreadableError` for what is none."""
    if len(content) > LARGEST_TEXT:
        raise UnreadableError(
            "this is larger than any programme: more than {n} megabytes", n=LARGEST_TEXT >> 20
        )
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\f", "\n").replace("\v", "\n")
    if text.count("\n") > MOST_LINES:
        raise UnreadableError(
            "this is longer than any programme: more than {n} lines", n=MOST_LINES
        )
    if max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise UnreadableError(
            "a line here is longer than any paragraph: more than {n} characters", n=LONGEST_LINE
        )
    return _CONTROL.sub("", text)


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    if b"\0" in content:
        return _without_mark(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(content, "cp1252")


def _without_mark(content: bytes) -> str:
    """Read UTF-16 without a mark: nearly every second byte of Latin letters is zero there."""
    half = len(content) // 2
    for encoding, zeros in (("utf-16-le", content[1::2]), ("utf-16-be", content[::2])):
        if len(content) % 2 == 0 and zeros.count(0) > half * 0.6:
            text = _strictly(content, encoding)
            if "\0" not in text:
                return text
    raise UnreadableError("this is binary, not a text")


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableError("this is binary, not a text") from None
