"""Texts and addresses that a schedule may hold."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from partenariats_schedule.reading.taking import clean

_SAFE: Final = ":/?#@!$&'()*+,;=%~"
_LONE: Final = re.compile("%(?![0-9A-Fa-f]{2})")
_WORD: Final = r"A-Za-z0-9._~!$&'()*+,;=%-"
_ADDRESS: Final = re.compile(
    rf"https?://(?:[{_WORD}:]*@)?[{_WORD}]+(?::[0-9]+)?"
    rf"(?:/[{_WORD}:@/]*)?(?:\?[{_WORD}:@/?]*)?(?:\#[{_WORD}:@/?]*)?"
)
_COLOR: Final = re.compile("#[0-9a-fA-F]{6}")


def plain(text: str) -> str:
    """Return a text without blanks around it, with plain line ends and no control characters."""
    return text.strip() if text.isprintable() else clean(text)[0]


def address(url: str | None) -> str:
    """Return an address of the web as a URI (RFC 3986), or nothing for what is none."""
    if not url:
        return ""
    said = _LONE.sub("%25", quote(plain(url), safe=_SAFE, errors="replace"))
    return said if _ADDRESS.fullmatch(said) else ""


def color(said: str | None) -> str:
    """Return a colour as `#rrggbb`, or nothing for what is none."""
    return said if said and _COLOR.fullmatch(said) else ""
