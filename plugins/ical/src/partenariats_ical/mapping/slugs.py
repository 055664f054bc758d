"""Ids of an event made from names and from `UID`s, each once."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from partenariats.model.ids import LONGEST_ID, is_slug

LONGEST_NAME: Final = LONGEST_ID - 20
"""How much of a name an id takes, so that there is room for what tells it from others."""
_READABLE: Final = 40
_BETWEEN: Final = re.compile(r"[^a-z0-9]+")
_MACHINE: Final = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?|[0-9a-f]{16}|\d{8}t\d{6}", re.IGNORECASE)
_LETTERS: Final = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "’": " "}
)


def slug(name: str) -> str:
    """Return a name as a lower-case slug; nothing where it has no letter of Latin."""
    plain = name[: 4 * LONGEST_NAME].lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = plain.encode("ascii", "ignore").decode()
    return _BETWEEN.sub("-", plain).strip("-")[:LONGEST_NAME].strip("-")


def id_of(uid: str, title: str) -> str:
    """Return the id that an entry should have: what its `UID` says, unless a machine says it.

    `ouverture@rencontre.partenariats` gives `ouverture`, `309` gives `TITLE-309`.
    """
    local = uid.partition("@")[0]
    if is_slug(local) and not local.isdigit() and not _MACHINE.match(local):
        return local
    own = slug(local)
    if own and len(own) <= _READABLE and not own.isdigit() and not _MACHINE.search(local):
        return own
    number = own if own.isdigit() and len(own) < _READABLE else ""
    return "-".join(part for part in (slug(title) or "session", number) if part)


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
