"""Lines of iCalendar, from which no value can break out (RFC 5545, section 3).

The writer of a library was not used: of those we tried, one let control characters through, and
the fastest was ten times slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from partenariats_ical.characters import CONTROL, HARMLESS

LONGEST: Final = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""

_LINE_END: Final = re.compile("\r\n?|[\u0085\u2028\u2029\v\f]")
_PARAMETER: Final = str.maketrans({"^": "^^", "\n": "^n", '"': "^'"})
# a line of a folded one without the space before it: no byte inside a character follows
_PIECE: Final = re.compile(rb".{1,%d}(?![\x80-\xbf])" % (LONGEST - 1), re.DOTALL)
_URL_CHARACTERS: Final = ":/?#[]@!$&'()*+,;=%~"


def text(value: str) -> str:
    """Escape a TEXT value (RFC 5545, 3.3.11); line ends stay, other control characters go."""
    if not value.isprintable() and not HARMLESS.match(value):
        value = CONTROL.sub("", _LINE_END.sub("\n", value))
    if "\\" in value:
        value = value.replace("\\", "\\\\")
    if ";" in value:
        value = value.replace(";", "\\;")
    if "," in value:
        value = value.replace(",", "\\,")
    if "\n" in value:
        value = value.replace("\n", "\\n")
    return value


def parameter(value: str) -> str:
    """Quote a parameter's value (RFC 5545, 3.2, with the escapes of RFC 6868)."""
    plain = CONTROL.sub("", _LINE_END.sub("\n", value))
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
    return b"\r\n ".join(_PIECE.findall(raw)) + b"\r\n"


def lines(contents: Iterable[str]) -> bytes:
    """Encode, fold and end several lines."""
    return b"".join([line(content) for content in contents])
