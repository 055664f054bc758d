"""Make text from an event file safe and aligned in a terminal."""

from __future__ import annotations

import unicodedata
from typing import Final

WIDEST_LINE: Final = 100
"""Columns of an event file's line that are shown around what is marked."""

_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}


def safe(text: str) -> str:
    r"""Return text in which nothing can move the cursor or reverse the reading order.

    Control characters become their pictures (U+2400), tabs four spaces, others `\u{...}`.
    """
    if text.isprintable():
        return text
    return "".join(_safe(character) for character in text)


def _safe(character: str) -> str:
    point = ord(character)
    if character == "\t":
        return "    "
    if point < 0x20:  # noqa: PLR2004  # the C0 controls end there
        return chr(0x2400 + point)
    if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} or point in _BIDI:
        return f"\\u{{{point:x}}}"
    return character


def width(text: str) -> int:
    """Return how many columns a terminal gives to a safe text (UAX 11, combining marks nothing)."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def excerpt(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the part of a line around columns `start` to `end` (from 1), made safe.

    Give with it how many columns stand before the mark, and how wide the mark is.
    """
    first = 0 if end <= WIDEST_LINE else max(0, start - 1 - WIDEST_LINE // 4)
    last = first + WIDEST_LINE
    before, marked = line[first : start - 1], line[start - 1 : min(end - 1, last)]
    head = "…" if first else ""
    tail = "…" if last < len(line) else ""
    shown = head + safe(line[first:last]) + tail
    return shown, width(head) + width(safe(before)), max(1, width(safe(marked)))
