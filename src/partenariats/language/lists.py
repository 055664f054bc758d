"""Several things in one phrase, in French and English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

_WORDS: Final = {
    "fr": {"and": "et", "or": "ou"},
    "en": {"and": "and", "or": "or"},
}


def say_list(items: Sequence[str], language: str, word: Literal["and", "or"] = "and") -> str:
    """Return `a, b et c`, `a, b and c`; one thing alone, nothing for none."""
    if len(items) < 2:  # noqa: PLR2004  # a phrase of several begins there
        return "".join(items)
    between = _WORDS.get(language, _WORDS["en"])[word]
    return f"{', '.join(items[:-1])} {between} {items[-1]}"
