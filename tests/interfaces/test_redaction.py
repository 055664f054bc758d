"""What a redaction leaves of a change: who it was is gone, and everything that is counted stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from partenariats.interfaces.journal_text import change_text, read_change
from partenariats.interfaces.redaction import Redaction, redacted, redacting
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    Change,
    CheckIn,
    Consent,
    Door,
    Exported,
    Registration,
    RegistrationState,
    Wish,
)
from partenariats.model.table import Table

AT = datetime(2030, 1, 1, tzinfo=UTC)
ADA = Attendee(
    id="p-1",
    name="Ada",
    email="ada@example.org",
    organization="Society",
    audience="elus",
    answers=Table.of({"diet": "vegan", "age": 36}),
    person="ada",
    wishes=(Wish(rank=1, session="sols"),),
    working_groups=("water",),
    consents=(Consent(id="list", is_given=True, at=AT, text="Yes."),),
    version=3,
)
PLACE = Registration(
    attendee="p-1", session="sols", state=RegistrationState.WAITLISTED, at=AT, position=4, version=2
)
CHECK_IN = CheckIn(key="a-1", attendee="p-1", session=None, at=AT, door="a")
OTHERS = (
    attrs.evolve(ADA, id="p-2"),
    attrs.evolve(PLACE, attendee="p-2"),
    attrs.evolve(CHECK_IN, attendee="p-2"),
    Capacity(key="event", capacity=3),
    Door(is_open=True),
    Exported(recipient="hotel", fields=("name",), people=2, file="h.csv", digest="0f"),
)
FIELDS = ("name", "email", "organization", "audience", "wishes", "answers.diet", "answers.age")


def change_of(subject, at=AT):
    """Make an entry about something."""
    return Change(at=at, by="desk", why="Ada called", subject=subject)


def test_nothing_is_left_of_who_it_was():
    """Of an attendee the id, the audience and the version stay."""
    assert redacted(ADA) == Attendee(id="p-1", name="", audience="elus", version=3)


@pytest.mark.parametrize(
    ("field", "gone"),
    [
        ("name", {"name": "", "person": None}),
        ("email", {"email": None}),
        ("organization", {"organization": None}),
        ("audience", {"audience": None}),
        ("wishes", {"wishes": (), "working_groups": ()}),
        ("answers.diet", {"answers": Table.of({"age": 36})}),
        ("answers.tea", {}),
        ("diet", {}),
    ],
)
def test_a_field_goes_alone(field, gone):
    """What is not named stays as it was."""
    assert redacted(ADA, frozenset({field})) == attrs.evolve(ADA, **gone)


@pytest.mark.parametrize("subject", [PLACE, CHECK_IN])
def test_states_and_times_stay_without_their_reason(subject):
    """Registrations and check-ins are as they were; why they are so may name anybody."""
    redact = redacting([Redaction(attendee="p-1")])
    assert redact(change_of(subject)) == attrs.evolve(change_of(subject), why="")


@pytest.mark.parametrize("subject", OTHERS)
def test_what_is_about_nobody_named_comes_back_itself(subject):
    """Other attendees, capacities, doors and exports are left alone, reasons and all."""
    change = change_of(subject)
    assert redacting([Redaction(attendee="p-1")])(change) is change


@pytest.mark.parametrize("subject", OTHERS)
def test_a_reason_goes_with_all_that_was_done_at_its_moment(subject):
    """What was done at once has one reason, which goes; at another moment it stays."""
    redact = redacting([Redaction(attendee="p-1", moments=frozenset({AT}))])
    assert redact(change_of(subject)) == attrs.evolve(change_of(subject), why="")
    later = change_of(subject, AT + timedelta(seconds=1))
    assert redact(later) is later


@given(
    st.none() | st.frozensets(st.sampled_from(FIELDS)),
    st.sampled_from([ADA, PLACE, CHECK_IN, *OTHERS]),
)
def test_redacting_twice_is_redacting_once(fields, subject):
    """A second redaction finds nothing, and what is left is kept without loss."""
    redact = redacting([Redaction(attendee="p-1", fields=fields)])
    once = redact(change_of(subject))
    assert redact(once) == once
    assert read_change(change_text(once)) == once
