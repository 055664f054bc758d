"""Days out of order, without sessions, or on one date."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from partenariats.model.event import Event
from partenariats.model.sessions import Block, Day, Session, Workshop
from partenariats.model.text import Text

ORDER, EMPTY, TWICE = "TIM023", "TIM024", "TIM025"


def event(*numbers, ids="abcdef", **more):
    """Make an event with days on these dates of March."""
    days = tuple(
        Day(id=key, date=date(2022, 3, number)) for key, number in zip(ids, numbers, strict=False)
    )
    return Event(id="e", title=Text("E"), timezone="Europe/Paris", days=days, **more)


@pytest.mark.parametrize(
    ("numbers", "where"),
    [
        ((), []),
        ((24,), []),
        ((24, 25, 26), []),
        ((24, 24), []),
        ((25, 24), ["days[1].date"]),
        ((26, 24, 25), ["days[1].date"]),
        ((26, 25, 24), ["days[1].date", "days[2].date"]),
        ((24, 31, 25), ["days[2].date"]),
    ],
)
def test_days_in_order(find, numbers, where):
    """Each day that steps back from the one above it is told."""
    assert find(ORDER, event(*numbers)) == where


@pytest.mark.parametrize(
    ("numbers", "ids", "where"),
    [
        ((24, 25), "ab", []),
        ((24, 24), "ab", ["days[1].date"]),
        ((24, 25, 24, 24), "abcd", ["days[2].date", "days[3].date"]),
        ((24, 24), "aa", []),
    ],
)
def test_two_days_of_one_date(find, numbers, ids, where):
    """Each day whose date was given before is told, unless its id was, too."""
    assert find(TWICE, event(*numbers, ids=ids)) == where


SESSION = {"id": "s", "title": Text("S")}


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({}, ["days[0]"]),
        ({"sessions": (Session(**SESSION, day="a"),)}, []),
        ({"sessions": (Session(**SESSION),)}, ["days[0]"]),
        ({"sessions": (Session(**SESSION, day="b"),)}, []),
        ({"blocks": (Block(id="m", day="a"),)}, ["days[0]"]),
        (
            {
                "blocks": (Block(id="m", day="a"),),
                "sessions": (Session(**SESSION, block="m"),),
            },
            [],
        ),
        ({"workshops": (Workshop(id="w", day="a"),)}, []),
        (
            {
                "blocks": (Block(id="m", day="a"),),
                "workshops": (Workshop(id="w", block="m"),),
            },
            [],
        ),
        ({"blocks": (Block(id="m", day="b"),)}, []),
        ({"workshops": (Workshop(id="w", block="n"),)}, []),
        ({"workshops": (Workshop(id="w", within="n"),)}, ["days[0]"]),
    ],
)
def test_a_day_without_sessions(find, more, where):
    """A day is named by a session or a workshop, or by its block; a misspelt name may mean it."""
    assert find(EMPTY, event(24, **more)) == where


def test_the_other_day_is_shown(shown, told):
    """The later day and the first of a date are shown at their dates."""
    head = '[[days]]\nid = "a"\ndate = 2022-03-25\n[[days]]\nid = "b"\ndate = 2022-03-{}\n'
    back, same = head.format(24), head.format(25)
    assert told(ORDER, head=back) == [("days[1].date", "day `b` stands after `a`, which is later")]
    assert shown(ORDER, head=back) == [("days[0].date", "the later date")]
    assert told(TWICE, head=same) == [("days[1].date", "days `a` and `b` have the same date")]
    assert shown(TWICE, head=same) == [("days[0].date", "first here")]


def test_a_planted_day_out_of_order(plant, changed):
    """The date of another month gives one diagnostic."""
    assert plant(changed("days", "jour-4", date=date(2027, 5, 27))) == [ORDER]


def test_planted_days_too_many(plant, changed):
    """A day without sessions is empty, and one that has the date of another is told for that."""

    def with_day(number):
        extra = Day(id="jour-5", date=date(2027, 6, number))
        return lambda event: attrs.evolve(event, days=(*event.days, extra))

    assert plant(with_day(7)) == [EMPTY]
    move = changed("sessions", "pleniere", block=None, day="jour-5", venue="centre")
    assert plant(lambda event: with_day(4)(move(event))) == [TWICE]
