"""The `PLC` rules: where things take place."""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.places.unknown import NoPlace
from partenariats.interfaces.validator import Validator

RULES: tuple[type[Validator[Any]], ...] = (NoPlace,)
"""Every rule of the family, in the order of their codes."""
