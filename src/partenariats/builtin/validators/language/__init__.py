"""The `TXT` rules: language and typography."""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.language.french import (
    FrenchOrdinal,
    FrenchSpacing,
    StraightQuotes,
)
from partenariats.builtin.validators.language.placeholders import Placeholder
from partenariats.builtin.validators.language.spaces import DoubledSpaces
from partenariats.builtin.validators.language.titles import LongTitle
from partenariats.builtin.validators.language.translations import (
    MissingTranslation,
    OneLanguageOnly,
)
from partenariats.builtin.validators.language.words import NoWords
from partenariats.interfaces.validator import Validator

RULES: tuple[type[Validator[Any]], ...] = (
    NoWords,
    MissingTranslation,
    OneLanguageOnly,
    FrenchSpacing,
    FrenchOrdinal,
    StraightQuotes,
    Placeholder,
    DoubledSpaces,
    LongTitle,
)
"""Every rule of the family, in the order of their codes."""
