"""Lines of iCalendar, from which no value can break out (RFC 5545, section 3).

The writer of a library was not used: of those we tried, one let control characters through, and
the fastest was ten times slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

LONGEST: Final = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""

# C0 and C1 controls but for the tab, and what some readers take for the end of a line
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LINE_END: Final = re.compile("\r\n?|[\u0085\u2028\u2029\v\f]")
_SPECIAL: Final = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))
_PARAMETER: Final = str.maketrans({"^": "^^", "\n": "^n", '"': "^'"})
_URL_CHARACTERS: Final = ":/?#[]@!$&'()*+,;=%~"


def text(value: str) -> str:
    """Escape a TEXT value (RFC 5545, 3.3.11); line ends stay, other control characters go."""
    if not value.isprintable() and _CONTROL.search(value):
        value = _CONTROL.sub("", _LINE_END.sub("\n", value))
    for character, escaped in _SPECIAL:
        if character in value:
            value = value.replace(character, escaped)
    return value


def parameter(value: str) -> str:
    """Quote a parameter's value (RFC 5545, 3.2, with the escapes of RFC 6868)."""
    plain = _CONTROL.sub("", _LINE_END.sub("\n", value))
    return f'"{plain.translate(_PARAMETER)}"'


def uri(value: str) -> str:
    """Return an address in which nothing but what an address may hold stands (RFC 3986)."""
    return quote(value, safe=_URL_CHARACTERS, errors="replace")


def line(content: str) -> bytes:
    """Encode a line in UTF-8, fold it after 75 octets and end it with CR LF (RFC 5545, 3.1).

    It is never broken inside a character.
    """
    raw = content.encode()
    if len(raw) <= LONGEST:
        return raw + b"\r\n"
    pieces: list[bytes] = []
    start, size, limit = 0, len(raw), LONGEST
    while size - start > limit:
        cut = start + limit
        while raw[cut] & 0xC0 == 0x80:  # noqa: PLR2004  # a byte inside a character of UTF-8
            cut -= 1
        pieces.append(raw[start:cut])
        start, limit = cut, LONGEST - 1
    pieces.append(raw[start:] + b"\r\n")
    return b"\r\n ".join(pieces)


def lines(contents: Iterable[str]) -> bytes:
    """Encode, fold and end several lines."""
    return b"".join([line(content) for content in contents])
