"""Sessions of no length, and sessions outside the hours around them."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from partenariats.model.event import Event
from partenariats.model.sessions import Block, Day, Session
from partenariats.model.text import Text
from partenariats.model.walltime import WallTime

ZERO, OUTSIDE = "TIM016", "TIM002"


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("9:30-9:30", [("sessions[0].end", "`a` ends when it starts")]),
        ("9:30-9:31", []),
        ("9:30-9:29", []),
        ("9:30", []),
        ("9:30 duration=PT1M", []),
    ],
)
def test_a_length_of_nothing(told, hours, expected):
    """A written end that is the start is told; one before it is told by another rule."""
    assert told(ZERO, f"a {hours}") == expected


def test_the_start_is_shown(shown):
    """Beside the end stands where the session starts."""
    assert shown(ZERO, "a 9:30-9:30") == [("sessions[0].start", "`a` starts here")]


def test_a_planted_length_of_nothing(plant, changed):
    """A session that ends when it starts, at the end of its block, gives one diagnostic."""
    assert plant(changed("sessions", "pleniere", end=WallTime.of(19))) == [ZERO]


def outside(start, end=None, *, frame):
    """Make an event with one session, whose block or day is open from 9:00 to 12:00."""
    hours = {"start": WallTime.of(9), "end": WallTime.of(12)}
    day = Day(id="j", date=date(2022, 3, 25), **(hours if frame == "day" else {}))
    block = Block(id="m", day="j", **(hours if frame == "block" else {}))
    session = Session(
        id="a",
        title=Text("A"),
        block="m",
        start=WallTime.of(*start),
        end=None if end is None else WallTime.of(*end),
    )
    return Event(
        id="e",
        title=Text("E"),
        timezone="Europe/Paris",
        days=(day,),
        blocks=(block,),
        sessions=(session,),
    )


@pytest.mark.parametrize("frame", ["day", "block"])
@pytest.mark.parametrize(
    ("start", "end", "where"),
    [
        ((9, 0), (12, 0), []),
        ((8, 59), None, ["sessions[0].start"]),
        ((9, 0), (12, 1), ["sessions[0].end"]),
        ((11, 59), None, []),
        ((12, 0), None, ["sessions[0].start"]),
        ((13, 0), None, ["sessions[0].start"]),
        ((13, 0), (14, 0), ["sessions[0].end"]),
        ((13, 0), (12, 30), ["sessions[0].start"]),
    ],
)
def test_a_session_outside_its_hours(find, frame, start, end, where):
    """One without an end lies outside where it begins when all is over."""
    assert find(OUTSIDE, outside(start, end, frame=frame)) == where


@pytest.mark.parametrize(
    ("host", "hours", "where", "related"),
    [
        ("9:00-12:00", "9:00-12:00", None, None),
        ("9:00-12:00", "?", None, None),
        ("9:00-12:00", "8:59-10:00", "start", ("sessions[0].start", "`h` starts here")),
        ("9:00-12:00", "11:00-12:01", "end", ("sessions[0].end", "`h` ends here")),
        ("9:00-12:00", "13:00-14:00", "end", ("sessions[0].end", "`h` ends here")),
        ("9:00-12:00", "12:00", "start", ("sessions[0].end", "`h` ends here")),
        ("9:00-12:00", "11:59", None, None),
        ("9:00", "11:00-12:00", None, None),
    ],
)
def test_a_workshop_outside_its_group_work(told, shown, host, hours, where, related):
    """One with hours of its own is told where it leaves those of its group-work session."""
    lines = [f"h {host} kind=group_work", f"w {hours} within=h"]
    said = "`w` lies outside its group-work session"
    assert told(OUTSIDE, *lines) == ([] if where is None else [(f"workshops[0].{where}", said)])
    if where is not None:
        assert shown(OUTSIDE, *lines) == [related]


@pytest.mark.parametrize(
    ("hours", "session", "where"),
    [
        (((9, 0), (12, 0)), ((9, 0), (12, 0)), []),
        (((8, 59), (12, 0)), ((9, 0), (12, 0)), ["blocks[0].start"]),
        (((9, 0), (12, 1)), ((9, 0), (12, 0)), ["blocks[0].end"]),
        (((9, 0), (12, 1)), ((11, 0), None), ["blocks[0].end"]),
        (((8, 0), (13, 0)), ((10, 0), (11, 0)), ["blocks[0].end", "blocks[0].start"]),
        (((8, 0), (13, 0)), ((8, 30), (11, 0)), ["blocks[0].end", "sessions[0].start"]),
        (((8, 0), (13, 0)), ((10, 0), (12, 30)), ["blocks[0].start", "sessions[0].end"]),
        (((8, 0), None), ((12, 0), None), ["blocks[0].start", "sessions[0].start"]),
        ((None, (13, 0)), ((12, 0), None), ["sessions[0].start"]),
    ],
)
def test_a_block_outside_its_day(find, hours, session, where):
    """Its hours are told where they leave the day's, unless a session is told of that already."""
    event = outside(*session, frame="day")
    start, end = (None if hour is None else WallTime.of(*hour) for hour in hours)
    block = attrs.evolve(event.blocks[0], start=start, end=end)
    assert sorted(find(OUTSIDE, attrs.evolve(event, blocks=(block,)))) == where


def test_the_hours_of_the_day_are_shown(diagnostics):
    """Beside the hours of a block stand those of its day; one of an unknown day has none."""
    head = """
[[days]]
id = "vendredi"
date = 2022-03-25
end = "12:00"
[[blocks]]
id = "matinee"
day = "vendredi"
end = "13:00"
[[blocks]]
id = "perdu"
day = "samedi"
end = "13:00"
[[blocks]]
id = "matinee"
day = "vendredi"
end = "14:00"
"""
    (found,) = diagnostics(OUTSIDE, head=head)
    assert str(found.headline) == "`matinee` lies outside its day"
    assert str(found.where) == "blocks[0].end"
    assert [(str(r.where), str(r.label)) for r in found.related] == [
        ("days[0].end", "it ends here")
    ]


def test_an_inferred_end_is_not_outside(find):
    """A session that is followed by one after the end of the day is not told for that."""
    event = outside((11, 0), frame="day")
    later = attrs.evolve(event.sessions[0], id="b", start=WallTime.of(13))
    assert find(OUTSIDE, attrs.evolve(event, sessions=(*event.sessions, later))) == [
        "sessions[1].start"
    ]
