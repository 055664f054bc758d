"""Ids of an event made from names, each once."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from partenariats.model.ids import LONGEST_ID

LONGEST_NAME: Final = LONGEST_ID - 20
"""How much of a name an id takes, so that there is room for what tells it from others."""
_BETWEEN: Final = re.compile(r"[^a-z0-9]+")
_LETTERS: Final = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "’": " "}
)


def slug(name: str) -> str:
    """Return a name as a lower-case slug; nothing where it has no letter of Latin."""
    plain = name.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = plain.encode("ascii", "ignore").decode()
    return _BETWEEN.sub("-", plain).strip("-")[:LONGEST_NAME].strip("-")


class Slugs:
    """Give ids that differ from all given before."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._next: dict[str, int] = {}

    def give(self, wanted: str) -> str:
        """Return the wanted slug, or with the first number from 2 on that makes it new."""
        given = wanted
        while given in self._used:
            number = self._next.get(wanted, 2)
            self._next[wanted] = number + 1
            given = f"{wanted}-{number}"
        self._used.add(given)
        return given
