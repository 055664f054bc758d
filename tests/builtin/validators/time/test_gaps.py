"""Stretches of a block in which nothing happens."""

from __future__ import annotations

import pytest

from partenariats.model.walltime import WallTime

CODE = "TIM017"


@pytest.mark.parametrize(
    ("first", "second", "minutes"),
    [
        ("9:00-10:00", "10:15-11:00", None),
        ("9:00-10:00", "10:16-11:00", 16),
        ("9:00 duration=PT1H", "11:00-12:00", 60),
        ("9:00", "11:00-12:00", None),
        ("9:00-10:00", "11:00", 60),
    ],
)
def test_a_gap_begins_after_a_quarter_of_an_hour(told, first, second, minutes):
    """It is told at the session after it, from what is written to end before."""
    said = f"nothing happens in block `matinee` in the {minutes} minutes before `b`"
    expected = [] if minutes is None else [("sessions[1].start", said)]
    assert told(CODE, f"a {first} block=matinee", f"b {second} block=matinee") == expected


@pytest.mark.parametrize(("minutes", "count"), [(59, 1), (60, 0)])
def test_the_length_of_a_gap_is_an_option(told, minutes, count):
    """An event says for itself how long nothing may happen."""
    more = f"[checks.options.TIM017]\nminutes = {minutes}"
    lines = ["a 9:00-10:00 block=matinee", "b 11:00-12:00 block=matinee"]
    assert len(told(CODE, *lines, more=more)) == count


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["a 9:00-11:00", "b 9:00-9:30", "c 11:00-12:00"], 0),
        (["a 9:00-10:00", "b 9:00-9:30", "c 11:00-12:00"], 1),
        (["a 9:00-10:00", "b 9:30", "c 11:00-12:00"], 0),
        (["a 9:00", "b 9:30-10:00", "c 11:00-12:00"], 1),
        (["a 9:00", "b 9:00-9:30", "c 11:00-12:00"], 0),
        (["a 9:00-11:00", "b 9:30", "c 10:00-10:10", "d 11:10-12:00"], 0),
        (["a 9:00-10:00", "b 11:00-12:00", "c 13:00-14:00"], 2),
        (["a 9:00-10:00", "b 11:00-12:00", "c 11:00-12:00"], 1),
        (["a 9:00-10:00", "p 10:00-11:00 kind=break", "b 11:00-12:00"], 0),
    ],
)
def test_what_closes_a_gap(told, lines, count):
    """A session that goes on in parallel does, and so does one of which nobody knows the end."""
    assert len(told(CODE, *(f"{line} block=matinee" for line in lines))) == count


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("p 12:00-14:00 kind=meal", 0),
        ("p 12:00-14:00", 1),
        ("p 12:00-14:00 kind=meal day=samedi", 1),
        ("p 12:00-14:00 kind=meal block=soiree", 0),
        ("p 11:59-14:00 kind=meal", 0),
        ("p 11:59-13:45 kind=meal", 0),
        ("p 11:59-13:44 kind=meal", 1),
        ("p 11:00-12:00 kind=meal", 1),
        ("p 11:59 kind=meal", 1),
        ("p 14:00-15:00 kind=meal", 1),
    ],
)
def test_a_lunch_of_the_day_fills_the_gap(told, line, count):
    """A pause of the day, of whatever block, is no gap of a block."""
    lines = ["a 9:00-12:00 block=matinee", "b 14:00-16:00 block=matinee"]
    assert len(told(CODE, *lines, line)) == count


def test_a_pause_that_has_begun_before_fills_the_gap_up_to_its_end(told, shown):
    """Of several pauses of the day, the one that ends last counts, and it is shown."""
    lines = [
        "a 9:00-12:00 block=matinee",
        "b 14:00-16:00 block=matinee",
        "p 11:30-12:30 kind=meal",
        "q 11:45-12:10 kind=break",
    ]
    said = "nothing happens in block `matinee` in the 90 minutes before `b`"
    assert told(CODE, *lines) == [("sessions[1].start", said)]
    assert shown(CODE, *lines) == [("sessions[2].end", "`p` ends here")]


@pytest.mark.parametrize(
    ("workshop", "minutes"),
    [
        ("w 9:30-10:30", None),
        ("w 9:30 duration=PT1H", None),
        ("w 9:30-10:10", 20),
        ("w 9:30-9:45", 30),
        ("w ?", 30),
        ("w 10:20-10:30", None),
    ],
)
def test_a_workshop_that_runs_past_its_group_work_leaves_no_gap(told, workshop, minutes):
    """While it is held something happens; that it leaves its host is told by another rule."""
    lines = [
        "travail 9:00-10:00 kind=group_work block=matinee",
        f"{workshop} within=travail",
        "fin 10:30-11:00 block=matinee",
    ]
    said = f"nothing happens in block `matinee` in the {minutes} minutes before `fin`"
    assert told(CODE, *lines) == ([] if minutes is None else [("sessions[1].start", said)])


def test_what_ends_before_is_shown(shown):
    """Of several sessions, the one that ends last before the gap is shown."""
    lines = [
        "a 9:00-10:00 block=matinee",
        "b 9:00-9:30 block=matinee",
        "c 11:00-12:00 block=matinee",
    ]
    assert shown(CODE, *lines) == [("sessions[0].end", "`a` ends here")]


def test_workshops_leave_no_gaps_of_their_own(told):
    """The group work says for its workshops when they are held."""
    lines = [
        "travail 9:00-11:00 kind=group_work block=matinee",
        "w1 9:00-9:30 within=travail",
        "w2 10:00-10:30 within=travail",
        "fin 11:00-12:00 block=matinee",
    ]
    assert told(CODE, *lines) == []


def test_a_planted_gap(plant, changed):
    """A plenary that is put off by sixteen minutes leaves a gap, one by fifteen does not."""
    later = changed("sessions", "pleniere", start=WallTime.of(19, 16), end=WallTime.of(19, 30))
    assert plant(later) == [CODE]
    soon = changed("sessions", "pleniere", start=WallTime.of(19, 15), end=WallTime.of(19, 30))
    assert plant(soon) == []
