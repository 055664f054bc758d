"""Which name somebody may have meant."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST: Final = 60
"""Characters; a longer word is no slip of the pen."""
MOST: Final = 2000
"""Names that are compared closely, so that a mistake in a large file is told at once."""


def nearest(word: str, among: Iterable[str]) -> str | None:
    """Return the name that is most like a word, or nothing where none is near.

    Accents, case, and the difference between `-`, `_` and a space do not count.
    """
    if not word or len(word) > LONGEST:
        return None
    plain = _plain(word)
    names = [name for name in among if abs(len(name) - len(word)) <= max(2, len(word) // 2)]
    by_plain = {_plain(name): name for name in reversed(names)}
    if plain in by_plain:
        return by_plain[plain]
    if len(by_plain) > MOST:
        by_plain = {key: name for key, name in by_plain.items() if key[0] == plain[0]}
    close = difflib.get_close_matches(plain, list(by_plain)[:MOST], n=1, cutoff=0.7)
    return by_plain[close[0]] if close else None


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return letters.replace("_", "-").replace(" ", "-")
