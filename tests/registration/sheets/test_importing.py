"""Everybody on a sheet is registered once, and an estimate says so before."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partenariats.registration.errors import ClosedError
from partenariats.registration.requests.request import Entrant, Request
from partenariats.registration.sheets.estimating import estimate
from partenariats.registration.sheets.importing import Fate, import_sheet
from partenariats.registration.sheets.reading import read_sheet
from partenariats.registration.sheets.writing import write_sheet

SMALL = "capacity = 4\ngroup = 3\n"
PEOPLE = "nom,ateliers,groupe\nAda,sols,\nBea,sols,g\nCléo,sols,g\nDan,,\nEli,eau,\n"


def fates(outcomes):
    """Give the lines, the fate and what is waited for of each request."""
    return [
        ([*one.lines], one.fate.value, [*one.waits_for], one.why and one.why.code)
        for one in outcomes
    ]


def read(desk, text):
    """Read a sheet for the event of a desk."""
    return read_sheet(text.encode(), desk.programme)


def test_rows_get_places_or_wait_in_their_order(desk):
    """A group gets places together or waits; whoever finds none at the event waits for all."""
    desk = desk(SMALL)
    outcomes = list(import_sheet(desk, read(desk, PEOPLE), "sheet of March"))
    assert fates(outcomes) == [
        ([2], "registered", [], None),
        ([3, 4], "waiting", ["sols"], None),
        ([5], "registered", [], None),
        ([6], "waiting", [None, "eau"], None),
    ]
    assert [one.names for one in outcomes] == [("Ada",), ("Bea", "Cléo"), ("Dan",), ("Eli",)]
    assert len({one for outcome in outcomes for one in outcome.attendees}) == 5
    assert {entry.change.why for entry in desk.log(outcomes[0].attendees[0])} == {"sheet of March"}


def test_importing_again_registers_nobody_twice(desk):
    """The second time everybody is there already, whatever became of them meanwhile."""
    desk = desk(SMALL)
    first = list(import_sheet(desk, read(desk, PEOPLE)))
    desk.cancel(first[0].attendees[0])
    journal = len(list(desk.log()))
    again = list(import_sheet(desk, read(desk, PEOPLE)))
    assert {one.fate for one in again} == {Fate.ALREADY_THERE}
    assert [one.attendees for one in again] == [one.attendees for one in first]
    assert len(list(desk.log())) == journal


def test_a_refused_row_does_not_keep_the_next_from_being_registered(desk):
    """Each request is whole or not at all, and the reasons are told."""
    desk = desk("wait_list = false\ncapacity = 4\n")
    desk.register(Request(entrants=(Entrant(name="Zoé", email="z@b.org"),)))
    text = "nom,email,ateliers\nA,a@b.org,sols\nB,,sols\nZ,Z@b.org,\nC,,sols\nD,,eau\nE,,\n"
    said = [
        ([2], "registered", [], None),
        ([3], "registered", [], None),
        ([4], "refused", [], "email-taken"),
        ([5], "refused", [], "full"),
        ([6], "registered", [], None),
        ([7], "refused", [], "full"),
    ]
    assert fates(estimate(desk, read(desk, text))) == said
    assert fates(import_sheet(desk, read(desk, text))) == said
    assert sorted(line.attendee.name for line in desk.list()) == ["A", "B", "D", "Zoé"]


def test_a_row_that_says_something_else_than_before_is_refused(desk):
    """An import changes nothing: the advice names the command that does."""
    desk = desk()
    list(import_sheet(desk, read(desk, "nom,email\nAda,a@b.org\n")))
    changed = read(desk, "nom,email,ateliers\nAda,a@b.org,eau\n")
    for outcomes in (estimate(desk, changed), import_sheet(desk, changed)):
        (one,) = outcomes
        assert one.why.code == "key-reused"
        assert "partenariats registration change" in str(one.why.advice)
    assert [len(line.registrations) for line in desk.list()] == [1]


def test_our_own_sheet_registers_nobody_anew(desk):
    """Whoever exports, sorts and imports again finds everybody there, whatever key they had."""
    desk = desk(SMALL)
    list(import_sheet(desk, read(desk, PEOPLE)))
    desk.register(Request(entrants=(Entrant(name="=Zoé"),)))
    content = b"".join(write_sheet(desk.list(), desk.programme.event))
    sheet = read_sheet(content, desk.programme)
    assert {one.fate for one in estimate(desk, sheet)} == {Fate.ALREADY_THERE}
    assert {one.fate for one in import_sheet(desk, sheet)} == {Fate.ALREADY_THERE}
    assert len(list(desk.list())) == 6


@pytest.mark.parametrize("work", [estimate, import_sheet])
def test_a_closed_registration_takes_no_sheet(desk, work):
    """One word for all rows, before the first."""
    closed = desk(SMALL, now=datetime(2031, 1, 1, tzinfo=UTC))
    with pytest.raises(ClosedError):
        next(work(closed, read(closed, PEOPLE)))
    assert list(closed.list()) == []


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "a@b.org", "b@b.org", "c@b.org"]),
        st.sampled_from(["", "public", "elus"]),
        st.sampled_from(["", "sols", "eau", "ouverture|sols"]),
        st.sampled_from(["", "", "g", "h"]),
    ),
    max_size=8,
)


@given(rows=ROWS, waits=st.booleans(), capacity=st.integers(0, 8))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_estimate_says_what_an_import_does(desk, rows, waits, capacity):
    """As long as nobody else registers meanwhile."""
    made = desk(f"capacity = {capacity}\nwait_list = {str(waits).lower()}\ngroup = 8\n", "")
    seen = set()
    text = "nom,email,public,ateliers,groupe\n"
    for number, (email, *rest) in enumerate(rows):
        own = "" if email in seen else email
        seen.add(email)
        text += ",".join([f"P{number}", own, *rest]) + "\n"
    made.register(Request(entrants=(Entrant(name="C", email="c@b.org"),))) if capacity else None
    foreseen = fates(estimate(made, read(made, text)))
    assert fates(import_sheet(made, read(made, text))) == foreseen
