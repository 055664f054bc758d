"""Rules about what outputs can and may carry; their codes are `PLG`, as of all that plugins do."""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.outputs.carried import NotCarried
from partenariats.builtin.validators.outputs.personal import PersonalData
from partenariats.interfaces.validator import Validator

RULES: tuple[type[Validator[Any]], ...] = (PersonalData, NotCarried)
"""Every rule of the family, in the order of their codes."""
