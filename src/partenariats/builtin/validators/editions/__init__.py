"""The `EDN` rules: what does not fit this edition's dates."""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.editions.days_off import DayOff
from partenariats.builtin.validators.editions.said_dates import AnotherYear, WeekdayDisagrees
from partenariats.interfaces.validator import Validator

RULES: tuple[type[Validator[Any]], ...] = (WeekdayDisagrees, AnotherYear, DayOff)
"""Every rule of the family, in the order of their codes."""
