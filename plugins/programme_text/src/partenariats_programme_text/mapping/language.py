"""French or English, by the words that are most frequent in each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_FRENCH_WORDS: Final = """
le la les de des du et en à au aux par pour sur avec dans une un est ce qui que ou pause
déjeuner accueil matin matinée midi après soirée ouverture salle lundi mardi mercredi jeudi
vendredi samedi dimanche atelier
"""
_FRENCH: Final = frozenset(_FRENCH_WORDS.split())
_ENGLISH_WORDS: Final = """
the of and to in for with by on a an is are at from or lunch coffee welcome morning
afternoon evening opening room monday tuesday wednesday thursday friday saturday sunday
session workshop talk closing
"""
_ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())


def language_of(texts: Iterable[str]) -> str:
    """Return `fr` or `en`; French where nothing tells."""
    french = english = 0
    for text in texts:
        for word in _WORD.findall(text.lower()):
            french += word in _FRENCH
            english += word in _ENGLISH
    return "en" if english > french else "fr"
