"""The built-in rules, one folder for each family.

To add one: write its class in the module of its family that it belongs to, and name it in that
folder's `__init__`.
"""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators import (
    editions,
    language,
    outputs,
    people,
    places,
    references,
    registration,
    themes,
    time,
)
from partenariats.interfaces.validator import Validator

VALIDATORS: list[type[Validator[Any]]] = [
    *references.RULES,
    *time.RULES,
    *places.RULES,
    *people.RULES,
    *themes.RULES,
    *registration.RULES,
    *language.RULES,
    *editions.RULES,
    *outputs.RULES,
]
"""Every built-in rule that reads a timeline."""
