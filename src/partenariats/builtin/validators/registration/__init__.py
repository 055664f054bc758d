"""The `REG` rules: what `[registration]` declares; `REG003` stands in `plugin/rules.py`."""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.registration.access import AccessCannotWork
from partenariats.builtin.validators.registration.capacities import (
    CapacityAboveRoom,
    FewerThanExpected,
)
from partenariats.builtin.validators.registration.controller import DeclaredInPart
from partenariats.builtin.validators.registration.deadlines import DeadlineOrder, NoSuchDeadline
from partenariats.builtin.validators.registration.purposes import QuestionWithoutPurpose
from partenariats.builtin.validators.registration.questions import QuestionCannotWork
from partenariats.builtin.validators.registration.recipients import (
    NothingToHandOver,
    UnknownRecipient,
)
from partenariats.builtin.validators.registration.required import CapacityBelowRequired
from partenariats.builtin.validators.registration.unlimited import WithoutCapacity
from partenariats.builtin.validators.registration.uses import (
    QuestionWithoutEnd,
    SensitiveWithoutConsent,
)
from partenariats.interfaces.validator import Validator

RULES: tuple[type[Validator[Any]], ...] = (
    CapacityAboveRoom,
    CapacityBelowRequired,
    QuestionWithoutPurpose,
    NoSuchDeadline,
    AccessCannotWork,
    QuestionCannotWork,
    WithoutCapacity,
    FewerThanExpected,
    DeadlineOrder,
    QuestionWithoutEnd,
    SensitiveWithoutConsent,
    UnknownRecipient,
    NothingToHandOver,
    DeclaredInPart,
)
"""Every rule of the family, in the order of their codes."""
