"""The `TXT` rules: language and typography."""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.language.words import NoWords
from partenariats.interfaces.validator import Validator

RULES: tuple[type[Validator[Any]], ...] = (NoWords,)
"""Every rule of the family, in the order of their codes."""
