"""What a workshop takes from its group-work session, and what it never takes."""

from __future__ import annotations

import pytest

from partenariats.model.timeline import Timeline
from partenariats.model.timeline import problems as p

BASE = """
[[venues]]
id = "v"
name = "V"
[[venues]]
id = "w"
name = "W"
[[rooms]]
id = "r"
name = "R"
venue = "w"
[[rooms]]
id = "s"
name = "S"
[[days]]
id = "jeudi"
date = 2022-03-24
[[days]]
id = "vendredi"
date = 2022-03-25
[[blocks]]
id = "b"
day = "jeudi"
[[blocks]]
id = "c"
day = "vendredi"
venue = "w"
[[sessions]]
id = "host"
title = "Ateliers"
kind = "group_work"
block = "b"
start = "9:00"
end = "12:00"
venue = "v"
[[sessions]]
id = "free"
title = "Ateliers"
kind = "group_work"
day = "jeudi"
start = "14:00"
room = "r"
"""


@pytest.fixture
def held(event_file):
    """Place one workshop with some keys, and give the timeline and the workshop."""

    def place(keys):
        text = f'{BASE}[[workshops]]\nid = "own"\n{keys}\n'
        made = Timeline.of(event_file(text).event)
        return made, made.by_id.get("own")

    return place


def hours(made, seconds):
    """Say how many hours after the host's start something is."""
    return None if seconds is None else (seconds - made.by_id["host"].start) / 3600


@pytest.mark.parametrize(
    ("keys", "day", "block", "venue", "room"),
    [
        ('within = "host"', "jeudi", "b", "v", None),
        ('within = "host"\nvenue = "w"', "jeudi", "b", "w", None),
        ('within = "host"\nroom = "r"', "jeudi", "b", "w", "r"),
        ('within = "host"\nroom = "s"', "jeudi", "b", "v", "s"),
        ('within = "host"\nroom = "r"\nvenue = "v"', "jeudi", "b", "v", "r"),
        ('within = "host"\nblock = "c"', "vendredi", "c", "v", None),
        ('within = "host"\nday = "vendredi"', "vendredi", None, "v", None),
        ('within = "free"', "jeudi", None, "w", None),
        ('within = "free"\nblock = "b"', "jeudi", "b", "w", None),
        ('within = "free"\nblock = "c"', "vendredi", "c", "w", None),
        ('within = "free"\nday = "vendredi"', "vendredi", None, "w", None),
    ],
)
def test_the_frame_is_its_own_before_the_session_s(held, keys, day, block, venue, room):
    """A day or block of its own replaces both of the session's; a room brings its venue."""
    made, workshop = held(keys)
    assert made.problems == ()
    assert workshop.day.id == day
    assert (workshop.block and workshop.block.id) == block
    assert (workshop.venue.id, workshop.room and workshop.room.id) == (venue, room)


def test_a_placed_workshop_keeps_what_was_written(held):
    """What it takes is in its place, not in the workshop itself."""
    made, workshop = held('within = "host"')
    assert workshop.session is made.event.workshops[0]


@pytest.mark.parametrize(
    ("keys", "start", "end", "inferred"),
    [
        ('within = "host"', 0, 3, False),
        ('within = "host"\nstart = "10:00"', 1, 3, False),
        ('within = "host"\nstart = "12:00"', 3, None, False),
        ('within = "host"\nstart = "13:00"', 4, None, False),
        ('within = "host"\nend = "11:00"', 0, 2, False),
        ('within = "host"\nend = "13:00"', 0, 4, False),
        ('within = "host"\nduration = "1 h"', 0, 1, False),
        ('within = "free"', 5, None, False),
        ('within = "free"\nend = "15:00"', 5, 6, False),
    ],
)
def test_times_are_its_own_before_the_session_s(held, keys, start, end, inferred):
    """An end is taken only where it lies after the start; no end of its own is replaced."""
    made, workshop = held(keys)
    assert made.problems == ()
    assert (hours(made, workshop.start), hours(made, workshop.end)) == (start, end)
    assert workshop.end_is_inferred is inferred


def test_an_end_that_is_wrong_is_not_replaced(held):
    """Where a workshop's own end is at fault, that of the session is not taken for it."""
    made, workshop = held('within = "host"\nend = "8:00"')
    at = ("workshops", 0)
    assert made.problems == (p.EndBeforeStart((*at, "end"), "own", (*at, "start")),)
    assert workshop.end is None


def test_a_workshop_is_held_in_group_work_alone(held):
    """Neither another session nor a workshop holds workshops."""
    more = '[[workshops]]\nid = "inner"\nwithin = "own"\n[[sessions]]\nid = "x"\ntitle = "X"\n'
    more += 'day = "jeudi"\nstart = "16:00"\n[[workshops]]\nid = "last"\nwithin = "x"\n'
    made, _ = held(f'within = "host"\n{more}')
    assert made.problems == (
        p.NotGroupWork(("workshops", 1, "within"), "own", ("workshops", 0)),
        p.NotGroupWork(("workshops", 2, "within"), "x", ("sessions", 2)),
    )
    assert sorted(made.by_id) == ["free", "host", "own", "x"]


def test_a_workshop_alone_is_placed_as_a_session_is(held):
    """Without a group-work session it needs a day and a start of its own."""
    made, workshop = held('day = "vendredi"\nstart = "9:00"\nend = "9:00"')
    assert made.problems == ()
    assert hours(made, workshop.start) == hours(made, workshop.end) == 24
    made, workshop = held('day = "vendredi"')
    assert (made.problems, workshop) == ((p.NoStart(("workshops", 0), "own"),), None)


def test_a_workshop_in_an_unknown_session_is_one_fault(held):
    """The reference is told, and nothing else of the workshop."""
    made, workshop = held('within = "nowhere"')
    at = ("workshops", 0, "within")
    assert made.problems == (p.UnknownReference(at, "nowhere", "sessions"),)
    assert workshop is None
