"""Which name somebody may have meant."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST: Final = 60
"""Characters; a longer word is no slip of the pen."""
MOST: Final = 500
"""Names that are compared closely, those that begin and end alike first: comparing is slow."""


def nearest(word: str, among: Iterable[str]) -> str | None:
    """Return the name that is most like a word, or nothing where none is near.

    Accents, case, and the difference between `-`, `_` and a space do not count.
    """
    if not word or len(word) > LONGEST:
        return None
    plain = plain_name(word)
    names = [name for name in among if abs(len(name) - len(word)) <= max(2, len(word) // 2)]
    by_plain = {plain_name(name): name for name in reversed(names)}
    if plain in by_plain:
        return by_plain[plain]
    likely = list(by_plain)
    if len(likely) > MOST:
        # one slip anywhere leaves what is before it and what is behind it
        backwards = plain[::-1]
        likely.sort(
            key=lambda name: -_shared_start(plain, name) - _shared_start(backwards, name[::-1])
        )
    close = difflib.get_close_matches(plain, likely[:MOST], n=1, cutoff=0.7)
    return by_plain[close[0]] if close else None


def plain_name(word: str) -> str:
    """Return a name in small letters without accents, `-` where `_` or a space stood."""
    folded = unicodedata.normalize("NFKD", word.casefold())
    if not folded.isascii():
        folded = "".join([letter for letter in folded if not unicodedata.combining(letter)])
    return folded.replace("_", "-").replace(" ", "-")


def _shared_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
