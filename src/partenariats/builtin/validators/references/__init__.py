"""The `REF` rules: ids that are given twice or point at nothing."""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.references.ids import IdTwice, UnknownId
from partenariats.builtin.validators.references.links import (
    CreditOfNobody,
    NotWithinGroupWork,
    ThemeInCircle,
)
from partenariats.interfaces.validator import Validator

RULES: tuple[type[Validator[Any]], ...] = (
    UnknownId,
    IdTwice,
    CreditOfNobody,
    ThemeInCircle,
    NotWithinGroupWork,
)
"""Every rule of the family, in the order of their codes."""
