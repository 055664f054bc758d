"""Doors that come back: what they noted is one set, and what does not fit is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from partenariats.builtin.backends.memory import MemoryBackend, Store
from partenariats.interfaces.options import NoOptions
from partenariats.model.registration.registrations import CheckIn
from partenariats.registration.door.attendance import attendance
from partenariats.registration.door.entries import live
from partenariats.registration.door.journals import (
    DoorHeader,
    DoorJournal,
    DoorLine,
    merge,
)
from partenariats.registration.door.merging import (
    ClockError,
    OtherEventFileError,
    check_event,
    clock_steps,
    conflicts,
    on_time,
)
from partenariats.registration.door.ticketing.keys import TicketKeys
from partenariats.testing.backends.desks import desk_over, request_of

START = datetime(2030, 3, 21, 8, tzinfo=UTC)
NOW = datetime(2030, 3, 23, 8, tzinfo=UTC)
KEYS = [f"k{number}" for number in range(6)]
entries = st.lists(
    st.builds(
        CheckIn,
        key=st.sampled_from(KEYS),
        attendee=st.sampled_from(["p-0", "p-1", "p-2"]),
        session=st.sampled_from([None, "sols"]),
        at=st.integers(0, 600).map(lambda minutes: START + timedelta(minutes=minutes)),
        door=st.sampled_from(["est", "ouest"]),
        undoes=st.none() | st.sampled_from(KEYS),
    ),
    max_size=8,
)


@given(one=entries, other=entries, third=entries)
def test_merging_is_commutative_associative_and_idempotent(one, other, third):
    """In whatever order, in whatever groups and however often doors are merged, it is the same."""
    assert merge(one, other) == merge(other, one)
    assert merge(merge(one, other), third) == merge(one, merge(other, third))
    assert merge(merge(one), one) == merge(one) == merge(merge(one))
    assert {item.key for item in merge(one, other)} == {item.key for item in (*one, *other)}


def unlike(facts):
    """Give each key one meaning, as doors do."""
    return {one.key: one for one in facts}.values()


@given(facts=entries.map(unlike).map(list), data=st.data())
def test_a_desk_knows_the_same_in_whatever_order_doors_come_back(programme, facts, data):
    """States, attendance and conflicts are the same, and the journal leads to what is kept."""
    cuts = data.draw(st.lists(st.integers(0, len(facts)), max_size=3).map(sorted))
    parts = [facts[start:end] for start, end in zip([0, *cuts], [*cuts, len(facts)], strict=True)]
    doors = data.draw(st.permutations([*parts, *parts[:1]]))
    found = [outcome(programme, [facts]), outcome(programme, doors)]
    assert found[0] == found[1]


def outcome(programme, doors):
    """Merge doors one after the other; give all that can be seen of it."""
    backend = MemoryBackend(NoOptions(), programme.event.id, Path(), Store())
    desk = desk_over(backend, programme)
    desk.init()
    ids = {
        f"p-{number}": desk.register(request_of(f"N{number}", key=f"r{number}", sessions=wanted))[
            0
        ].attendee.id
        for number, wanted in enumerate([("sols",), ("sols",), ()])
    }
    merged = ()
    for door in doors:
        told = [attrs.evolve(one, attendee=ids[one.attendee]) for one in door]
        desk.note_check_ins(merge(told))
        merged = merge(merged, told)
    assert desk.verify() == ()
    lines = list(desk.backend.roster())
    registered = {
        line.attendee.id: {one.session: one for one in line.registrations} for line in lines
    }
    known = desk.doors.check_ins()
    half_days = desk.doors.half_days
    return (
        {(who, thing): one.state for who, own in registered.items() for thing, one in own.items()},
        attendance(programme, half_days, known),
        conflicts(merged, known, registered, half_days),
        live(known),
    )


@pytest.fixture
def journal(half_days, at):
    """Give a function that makes the journal of a door, opened at eight."""

    def make(*check_ins, door="est", event="rencontres-2030"):
        header = DoorHeader(
            event=event,
            door=door,
            session=None,
            half_days=half_days,
            opened=at("8:00"),
            keys=TicketKeys(),
            people=(),
        )
        lines = tuple(
            DoorLine(place=f"{door}.door:{number}", check_in=one)
            for number, one in enumerate(check_ins, 2)
        )
        return DoorJournal(name=f"{door}.door", header=header, lines=lines, seal="", size=0)

    return make


def test_a_door_file_of_another_event_is_told(journal):
    """It is named with its event."""
    check_event(journal(), "rencontres-2030")
    with pytest.raises(OtherEventFileError, match=r"^est\.door: .* of the event `other`"):
        check_event(journal(event="other"), "rencontres-2030")


def test_a_slow_clock_is_told_with_by_how_much(journal, entry):
    """An entry before the door was opened: where, by how much at least, and how to mend it."""
    door = journal(entry("a", "p", "8:30"), entry("b", "p", "7:00"))
    with pytest.raises(ClockError) as caught:
        on_time(door, NOW, {})
    said = "est.door:3: the clock of door est is slow by 60 minutes at least"
    assert str(caught.value).startswith(said)
    assert "`--clock est=60`" in str(caught.value.advice)


def test_a_fast_clock_is_told_with_by_how_much(journal, entry, at):
    """An entry after now."""
    with pytest.raises(ClockError) as caught:
        on_time(journal(entry("a", "p", "9:30")), at("9:00"), {})
    assert "fast by 30 minutes at least" in str(caught.value)
    assert "`--clock est=-30`" in str(caught.value.advice)


def test_a_clock_is_put_right_by_what_is_said_of_it(journal, entry, at):
    """Its times move by so many minutes; those of other doors, and small differences, do not."""
    door = journal(entry("a", "p", "7:00"))
    assert on_time(door, NOW, {"est": 75}) == (entry("a", "p", "8:15"),)
    assert on_time(door, NOW, {"est": 0}) == (entry("a", "p", "7:00"),)
    with pytest.raises(ClockError):
        on_time(door, NOW, {"ouest": 75})
    near = journal(entry("a", "p", "7:58"), entry("b", "q", "9:02"))
    assert on_time(near, at("9:00"), {}) == near.check_ins
    assert on_time(journal(), NOW, {}) == ()


def test_a_clock_that_was_put_back_is_told(journal, entry):
    """A later line is not earlier."""
    door = journal(entry("a", "p", "9:00"), entry("b", "q", "8:59"), entry("c", "r", "8:30"))
    (found,) = clock_steps(door)
    assert str(found.message) == "est.door:4: the clock of door est went back by 29 minutes here"


@pytest.fixture
def told(desk, half_days):
    """Give a function that says the conflicts of what was merged, beside what is known."""

    def say(*merged, known=()):
        registered = {
            line.attendee.id: {one.session: one for one in line.registrations}
            for line in desk.backend.roster()
        }
        found = conflicts(merged, (*known, *merged), registered, half_days)
        return [(one.code, str(one.message)) for one in found]

    return say


def test_the_same_person_at_two_doors_is_told(enter, entry, told):
    """In one half-day; in another there is nothing to tell."""
    (ada,) = enter("Ada")
    one, other = entry("a", ada, "9:00"), entry("b", ada, "9:05", door="ouest")
    said = (f"`{ada}` came in twice: at 2030-03-21 09:00 at door est, and at 2030-03-21 09:05 at "
            "door ouest")  # fmt: skip
    assert told(one, other) == told(other, one) == told(other, known=[one]) == [("twice", said)]
    assert told(one, entry("b", ada, "14:00")) == []
    assert told(entry("c", ada, "15:00"), known=[one, other]) == []


def test_what_is_undone_at_one_door_and_stands_at_another_is_told(enter, entry, told):
    """Either may be the mistake."""
    (ada,) = enter("Ada")
    one, undo = entry("a", ada, "9:00"), entry("b", ada, "9:01", undoes="a")
    other = entry("c", ada, "9:05", door="ouest")
    ((code, said),) = told(one, undo, other)
    assert (code, "at door est, which was undone" in said) == ("undone", True)
    assert told(one, undo) == []
    assert told(entry("e", ada, "15:00"), known=[one, undo, other]) == []
    assert told(one, undo, entry("d", ada, "9:02")) == []


def test_whoever_is_not_registered_any_more_is_told(desk, enter, entry, told):
    """Cancelled meanwhile, never there, or not for that session; and a session that is gone."""
    ada, bob, eva = (enter(name, sessions=("sols",))[0] for name in ("Ada", "Bob", "Eva"))
    desk.cancel(ada)
    desk.cancel(bob, "sols")
    found = told(
        entry("a", ada, "9:00"),
        entry("b", bob, "14:00", session="sols"),
        entry("c", eva, "14:00", session="terre"),
        entry("d", "p-nobody", "9:00"),
        entry("e", eva, "9:00"),
    )
    assert sorted(found) == sorted(
        [
            ("gone", f"`{ada}` came in, and its registration is cancelled"),
            ("gone", f"`{bob}` came to `sols`, and is not registered for it any more"),
            (
                "unknown-session",
                f"`{eva}` came to `terre`, which is not in the programme any more",
            ),
            ("unknown", "`p-nobody` came in, and is not registered any more: left out"),
        ]
    )
