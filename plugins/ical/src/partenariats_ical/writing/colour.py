"""The named colour nearest to a theme's (RFC 7986, 5.9, takes only the names of CSS 3)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_HEX: Final = re.compile(r"#[0-9a-fA-F]{6}\Z")


@cache
def nearest_name(colour: str) -> str | None:
    """Return the name of the CSS 3 colour nearest to `#rrggbb`, or nothing for another form."""
    import webcolors

    if _HEX.match(colour) is None:
        return None
    wanted = webcolors.hex_to_rgb(colour)
    names = sorted(webcolors.names(webcolors.CSS3))

    def distance(name: str) -> int:
        found = webcolors.name_to_rgb(name)
        return sum((a - b) ** 2 for a, b in zip(wanted, found, strict=True))

    nearest: str = min(names, key=distance)
    return nearest


@cache
def hex_of(name: str) -> str | None:
    """Return `#rrggbb` of a CSS 3 colour's name; nothing for another word."""
    import webcolors

    try:
        return str(webcolors.name_to_hex(name))
    except ValueError:
        return None
