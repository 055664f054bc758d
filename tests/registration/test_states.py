"""The state machine of a registration."""

from __future__ import annotations

import pytest

from partenariats.model.registration.registrations import RegistrationState as State
from partenariats.registration.states import STEPS, Step, can, follows

LEADS = {
    None: {"draft", "pending", "confirmed", "waitlisted"},
    "draft": {"pending", "confirmed", "waitlisted", "refused", "cancelled"},
    "pending": {"confirmed", "refused", "cancelled"},
    "confirmed": {"attended", "cancelled"},
    "waitlisted": {"offered", "pending", "confirmed", "refused", "cancelled"},
    "offered": {"confirmed", "waitlisted", "cancelled"},
    "attended": {"confirmed"},
    "cancelled": {"draft", "pending", "confirmed", "waitlisted"},
    "refused": set(),
}


@pytest.mark.parametrize("name", LEADS)
def test_each_state_leads_where_it_is_drawn(name):
    """From each state exactly the drawn ones follow."""
    before = State(name) if name else None
    assert {after.value for after in State if follows(before, after)} == LEADS[name]


def test_every_state_is_reached():
    """No state stands apart, and none but refusal is an end."""
    assert {end for ends in STEPS.values() for end in ends} == set(State)
    ends = [state for state in State if not any(start is state for start, _ in STEPS)]
    assert ends == [State.REFUSED]


def test_a_step_starts_where_it_can():
    """Only what was confirmed is checked in, and only what is offered is accepted."""
    assert [state for state in State if can(state, Step.CHECK_IN)] == [State.CONFIRMED]
    assert [state for state in State if can(state, Step.ACCEPT)] == [State.OFFERED]


def test_four_states_hold_a_place():
    """A place is held while it is decided on, given, offered, and used."""
    holding = [state.value for state in State if state.holds]
    assert holding == ["pending", "confirmed", "offered", "attended"]
