"""The `PPL` rules: who takes part."""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.people.confirmation import ConfirmationUnknown, Unconfirmed
from partenariats.builtin.validators.people.declared import NeverCredited, PersonTwice
from partenariats.builtin.validators.people.positions import PositionWithoutOrganization
from partenariats.builtin.validators.people.roles import NobodyChairs, NobodyLeadsWorkshop
from partenariats.interfaces.validator import Validator

RULES: tuple[type[Validator[Any]], ...] = (
    NeverCredited,
    PersonTwice,
    NobodyChairs,
    NobodyLeadsWorkshop,
    PositionWithoutOrganization,
    Unconfirmed,
    ConfirmationUnknown,
)
"""Every rule of the family, in the order of their codes."""
