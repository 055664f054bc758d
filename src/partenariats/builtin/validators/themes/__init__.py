"""The `THM` rules: themes and workshops."""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.themes.workshops import WorkshopWithoutTheme
from partenariats.interfaces.validator import Validator

RULES: tuple[type[Validator[Any]], ...] = (WorkshopWithoutTheme,)
"""Every rule of the family, in the order of their codes."""
