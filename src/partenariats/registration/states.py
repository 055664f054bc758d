"""The states of a registration and the steps between them."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import Final

from partenariats.model.registration.registrations import RegistrationState as State


class Step(Enum):
    """Name what moves a registration from one state to another."""

    SUBMIT = "submit"
    APPROVE = "approve"
    REFUSE = "refuse"
    OFFER = "offer"
    ACCEPT = "accept"
    EXPIRE = "expire"
    CHECK_IN = "check in"
    UNDO = "undo"
    """The check-in was a mistake."""
    CANCEL = "cancel"


STEPS: Final = MappingProxyType(
    {
        (None, Step.SUBMIT): frozenset(
            {State.DRAFT, State.PENDING, State.CONFIRMED, State.WAITLISTED}
        ),
        (State.DRAFT, Step.SUBMIT): frozenset({State.PENDING, State.CONFIRMED, State.WAITLISTED}),
        (State.PENDING, Step.APPROVE): frozenset({State.CONFIRMED}),
        (State.OFFERED, Step.ACCEPT): frozenset({State.CONFIRMED}),
        (State.WAITLISTED, Step.OFFER): frozenset({State.OFFERED, State.PENDING, State.CONFIRMED}),
        (State.OFFERED, Step.EXPIRE): frozenset({State.WAITLISTED}),
        (State.CONFIRMED, Step.CHECK_IN): frozenset({State.ATTENDED}),
        (State.ATTENDED, Step.UNDO): frozenset({State.CONFIRMED}),
        (State.PENDING, Step.REFUSE): frozenset({State.REFUSED}),
        (State.WAITLISTED, Step.REFUSE): frozenset({State.REFUSED}),
        (State.DRAFT, Step.REFUSE): frozenset({State.REFUSED}),
        (State.DRAFT, Step.CANCEL): frozenset({State.CANCELLED}),
        (State.PENDING, Step.CANCEL): frozenset({State.CANCELLED}),
        (State.CONFIRMED, Step.CANCEL): frozenset({State.CANCELLED}),
        (State.WAITLISTED, Step.CANCEL): frozenset({State.CANCELLED}),
        (State.OFFERED, Step.CANCEL): frozenset({State.CANCELLED}),
        (State.CANCELLED, Step.SUBMIT): frozenset(
            {State.DRAFT, State.PENDING, State.CONFIRMED, State.WAITLISTED}
        ),
    }
)
"""Where each step may lead from each state; nothing stands for no registration yet."""


def can(state: State | None, step: Step) -> bool:
    """Tell whether a step starts at a state."""
    return (state, step) in STEPS


def follows(before: State | None, after: State) -> bool:
    """Tell whether some step leads from a state to another."""
    return any(start is before and after in ends for (start, _), ends in STEPS.items())
