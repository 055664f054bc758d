"""Our own sentences in the languages of our readers."""

from __future__ import annotations

import re
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("en", "fr")
"""Languages that people are spoken to in; English is what the code is written in."""


def translate(message: str, language: str) -> str:
    """Return a sentence in a language; in English where the language or the sentence is unknown."""
    if language == "en" or not message:
        return message
    return _catalogue(language).gettext(message)


def interface_language(tag: str) -> str:
    """Return the language of ours for a tag: `fr-CA` and `fr_FR.UTF-8` are `fr`, others `en`."""
    primary = re.split("[-_.@]", tag, maxsplit=1)[0].lower()
    return primary if primary in LANGUAGES else "en"


@cache
def _catalogue(language: str) -> NullTranslations:
    if language not in LANGUAGES:
        return NullTranslations()
    # importlib.resources would cost more than all else that a start needs of the standard library
    file = Path(__file__).parent / "locales" / language / "LC_MESSAGES" / "partenariats.mo"
    with file.open("rb") as stream:
        return GNUTranslations(stream)
