"""Stretches without a break."""

from __future__ import annotations

import pytest

from partenariats.model.sessions import SessionKind

CODE = "TIM018"


def no_break(start, end, key="a"):
    """Say what is told of a stretch."""
    return f"no break from {start} to {end}, beginning with `{key}`"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["a 9:00-11:00"], None),
        (["a 9:00-11:01"], None),
        (["a 9:00-12:00", "b 9:30-12:30"], None),
        (["a 9:00-12:00", "b 12:00-12:10"], no_break("09:00", "12:10")),
        (["a 9:00-10:00", "b 9:30-12:00", "c 9:59-11:00"], None),
        (["a 9:00-10:00", "b 9:30-12:00", "c 10:00-11:00"], no_break("09:00", "12:00")),
        (["a 9:00-10:00", "b 10:00-11:00"], None),
        (["a 9:00-10:00", "b 10:00-11:01"], no_break("09:00", "11:01")),
        (["a 9:00-10:00", "b 10:04-11:30"], no_break("09:00", "11:30")),
        (["a 9:00-10:00", "b 10:05-11:30"], None),
        (["a 9:00-10:00", "p 10:00-10:01 kind=break", "b 10:01-11:30"], None),
        (["a 9:00-10:00", "p 10:00-10:05 kind=meal", "b 10:05-11:30"], None),
        (["a 9:00-10:00", "p 10:00-12:00 kind=reception", "b 12:00-13:00"], None),
        (["p 9:00-12:00 kind=meal"], None),
        (["a 9:00", "b 10:00-11:30"], no_break("09:00", "11:30")),
        (["a 9:00-10:00", "b 10:00"], None),
        (["b 9:30-10:00", "a 9:00-11:00", "c 11:00-11:30"], no_break("09:00", "11:30")),
        (["b 9:00-10:30", "a 9:00-10:00", "c 10:30-11:30"], no_break("09:00", "11:30")),
    ],
)
def test_a_stretch_without_a_break(told, lines, said):
    """It is counted over sessions that follow each other until a pause, or five minutes."""
    found = [headline for _, headline in told(CODE, *lines)]
    assert found == ([] if said is None else [said])


def test_each_long_stretch_of_a_day_is_told_at_its_first_session(told):
    """Two stretches with a pause between them are two."""
    lines = [
        "a 9:00-11:00",
        "z 11:00-12:00",
        "p 12:00-13:00 kind=meal",
        "b 13:00-14:00",
        "c 14:00-16:00",
    ]
    assert told(CODE, *lines) == [
        ("sessions[0]", no_break("09:00", "12:00")),
        ("sessions[3]", no_break("13:00", "16:00", "b")),
    ]


@pytest.mark.parametrize(("minutes", "count"), [(179, 1), (180, 0)])
def test_how_long_people_may_sit_is_an_option(told, minutes, count):
    """An event says for itself how many minutes may pass."""
    more = f"[checks.options.TIM018]\nminutes = {minutes}"
    assert len(told(CODE, "a 9:00-11:00", "b 11:00-12:00", more=more)) == count


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("block=matinee", 1),
        ("block=soiree", 0),
        ("day=vendredi", 0),
        ("block=matinee room=salle-1", 0),
    ],
)
def test_what_follows_what(told, second, count):
    """Sessions of one block follow each other, in one room where they have one."""
    lines = ["a 9:00-10:30 block=matinee", f"b 10:30-12:00 {second}"]
    assert len(told(CODE, *lines)) == count


@pytest.mark.parametrize(
    ("pause", "count"),
    [
        ("block=matinee", 0),
        ("block=matinee room=hall", 0),
        ("block=matinee room=salle-1", 0),
        ("block=matinee room=salle-2", 1),
        ("block=soiree", 1),
        ("day=vendredi", 0),
        ("day=vendredi kind=reception", 0),
        ("day=vendredi room=hall", 0),
        ("day=vendredi room=salle-1", 0),
        ("day=vendredi room=salle-2", 1),
        ("day=samedi", 1),
    ],
)
def test_whose_pause_it_is(told, pause, count):
    """A pause is for every room of its block or its day, unless its own has sessions too."""
    lines = [
        "a 9:00-10:30 block=matinee room=salle-1",
        "b 10:30-12:00 block=matinee room=salle-1",
        "c 9:00-10:00 block=matinee room=salle-2",
        f"p 10:30-10:34 kind=break {pause}",
    ]
    assert len(told(CODE, *lines)) == count


@pytest.mark.parametrize(("pause", "count"), [("kind=break", 0), ("kind=other", 1)])
def test_a_pause_of_the_day_is_one_for_a_block_without_rooms(told, pause, count):
    """It parts two sessions of which the first has no written end."""
    lines = ["a 9:00 block=matinee", "b 10:45-12:00 block=matinee", f"p 10:30-10:45 {pause}"]
    assert len(told(CODE, *lines)) == count


def test_a_group_work_stands_for_its_workshops(told):
    """Its workshops, each in a room of its own, are no further stretches."""
    lines = [
        "travail 9:00-12:00 kind=group_work",
        "fin 12:00-12:30",
        "w1 9:00-10:00 within=travail room=salle-1",
        "w2 10:00-12:00 within=travail room=salle-1",
    ]
    assert told(CODE, *lines) == [("sessions[0]", no_break("09:00", "12:30", "travail"))]


def test_the_hours_are_those_of_the_wall(told):
    """A stretch in the night of a clock change is told by what the clocks show."""
    lines = ["a 25:00-28:00 day=samedi", "b 28:00-28:10 day=samedi"]
    assert told(CODE, *lines) == [("sessions[0]", no_break("01:00", "04:10"))]


def test_a_planted_stretch(plant, changed):
    """A break that became a session leaves three hours without one."""
    wrong = changed("sessions", "jour-1-salle-1-matin-2", kind=SessionKind.OTHER)
    assert plant(wrong) == [CODE]
