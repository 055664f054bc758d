"""Take a value of a schedule as a text or a number, and note what it is not."""

from __future__ import annotations

import re
from typing import Final

from partenariats_schedule.notes import Notes
from partenariats_schedule.rules import TwoRooms

_CONTROL: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
)
MOST: Final = 1_000_000
"""More persons than any room holds."""


class Taker:
    """Take values of one schedule."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def text(self, value: object, what: str = "text") -> str:
        """Return a text, or what a number says; nothing for anything else, which is noted."""
        if value is None:
            return ""
        if type(value) is str and value.isprintable():
            return value.strip()
        if type(value) is int:
            value = str(value)
        if type(value) is not str:
            self._notes.unreadable(what, value)
            return ""
        kept, had_controls = clean(value)
        if had_controls:
            self._notes.not_carried("control characters of texts")
        return kept

    def number(self, value: object, what: str) -> int | None:
        """Return a number of persons; what is none is noted."""
        if value is None or value == "":
            return None
        if type(value) is str and value.isascii() and value.isdigit() and len(value) < 8:  # noqa: PLR2004  # digits of a million
            value = int(value)
        if type(value) is int and 0 <= value <= MOST:
            return value
        self._notes.unreadable(what, value)
        return None

    def room(self, listed: str, named: str) -> str:
        """Return the room a talk is in: the list it stands in, else the one it names."""
        if listed and named and listed != named:
            template = "sessions name another room than the one they stand under ({n}): `{example}`"
            self._notes.add(TwoRooms, template, example=f"{named}, {listed}")
        return listed or named


def clean(text: str) -> tuple[str, bool]:
    """Return a text with plain line ends and no control characters, and whether it had some."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if plain.replace("\n", "").replace("\t", "").isprintable():  # ten times faster than looking
        return plain.strip(), False
    kept = _CONTROL.sub("", plain)
    return kept.strip(), kept != plain
