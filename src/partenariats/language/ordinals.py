"""Ordinal numbers, in French and English."""

from __future__ import annotations

from typing import Final

_ENGLISH: Final = {1: "st", 2: "nd", 3: "rd"}


def say_ordinal(number: int, language: str, *, feminine: bool = False, plural: bool = False) -> str:
    """Return `1er`, `1re`, `2e` with `s` in the plural; `1st`, `2nd`, `11th` in English."""
    if language == "fr":
        ending = ("re" if feminine else "er") if number == 1 else "e"
        return f"{number}{ending}{'s' if plural else ''}"
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else _ENGLISH.get(number % 10, 'th')}"
