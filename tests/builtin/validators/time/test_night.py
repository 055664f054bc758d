"""Sessions across midnight and across a clock change."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest

from partenariats.model.event import Event
from partenariats.model.sessions import Day, Session
from partenariats.model.text import Text
from partenariats.model.walltime import WallTime

MIDNIGHT, CHANGE = "TIM020", "TIM021"


@pytest.mark.parametrize(
    ("hours", "where"),
    [
        ("22:00-24:00", []),
        ("22:00-24:01", ["sessions[0].end"]),
        ("24:00-25:00", []),
        ("23:59-25:00", ["sessions[0].end"]),
        ("22:00 duration=PT2H", []),
        ("22:00 duration=PT3H", ["sessions[0].duration"]),
        ("22:00", []),
        ("25:00 duration=PT23H", []),
        ("25:00 duration=PT24H", ["sessions[0].duration"]),
    ],
)
def test_a_session_across_midnight(told, hours, where):
    """It begins on one date and ends on a later one; the stroke of midnight is not later."""
    assert [at for at, _ in told(MIDNIGHT, f"a {hours}")] == where


def test_an_end_that_nobody_wrote_goes_across_nothing(told):
    """A session that is followed by one after midnight may end before it."""
    assert told(MIDNIGHT, "a 22:00", "b 25:00-26:00") == []


def test_workshops_are_told_with_their_group_work(told):
    """A group work in the night is told once."""
    lines = ["travail 22:00-25:00 kind=group_work", "w ? within=travail"]
    assert told(MIDNIGHT, *lines) == [("sessions[0].end", "`travail` goes on after midnight")]


def night(day, start, end, zone="Europe/Paris"):
    """Make an event with one session in the night after a day."""
    session = Session(
        id="a", title=Text("A"), day="j", start=WallTime.parse(start), end=WallTime.parse(end)
    )
    return Event(
        id="e",
        title=Text("E"),
        timezone=zone,
        days=(Day(id="j", date=day),),
        sessions=(session,),
    )


@pytest.mark.parametrize(
    ("day", "start", "end", "where"),
    [
        (date(2019, 2, 16), "22:00", "23:30-02:00", []),
        (date(2019, 2, 16), "22:00", "23:30-03:00", []),
        (date(2019, 2, 16), "22:00", "24:30", ["sessions[0].end"]),
        (date(2018, 11, 3), "22:00", "25:30", ["sessions[0].end"]),
    ],
)
def test_clocks_that_change_at_midnight(find, day, start, end, where):
    """In Brazil midnight came twice or not at all, and the date of the end still decides."""
    assert find(MIDNIGHT, night(day, start, end, "America/Sao_Paulo")) == where


FORWARD = "the clocks go forward during `a`: it lasts {} minutes"
BACK = "the clocks go back during `a`: it lasts {} minutes"


@pytest.mark.parametrize(
    ("day", "hours", "headline"),
    [
        ("2022-03-26", "25:00-28:00", FORWARD.format(120)),
        ("2022-03-26", "25:00-27:00", FORWARD.format(60)),
        ("2022-03-26", "27:00-28:00", None),
        ("2022-03-26", "25:00-25:59", None),
        ("2022-10-29", "25:00-28:00", BACK.format(240)),
        ("2022-10-29", "26:30+02:00-26:30+01:00", BACK.format(60)),
        ("2022-10-29", "27:00-28:00", None),
        ("2022-03-25", "25:00-28:00", None),
        ("2022-03-26", "25:00", None),
    ],
)
def test_a_session_across_a_clock_change(told, day, hours, headline):
    """The real length is told where the clocks are changed between start and end."""
    head = f'[[days]]\nid = "vendredi"\ndate = {day}\n'
    expected = [] if headline is None else [("sessions[0].end", headline)]
    assert told(CHANGE, f"a {hours}", head=head) == expected


def test_nothing_is_said_without_a_zone(find):
    """Without a known zone nothing has a place in time."""
    event = night(date(2022, 3, 26), "22:00", "28:00", zone="Europe/Niort")
    assert [find(code, event) for code in (MIDNIGHT, CHANGE, "TIM018")] == [[], [], []]


@pytest.mark.parametrize("day", [date.min, date(1, 1, 2), date(9999, 12, 30), date.max])
def test_the_edges_of_the_calendar(find, day):
    """A session at the end of time that lasts for ages is no crash."""
    event = night(day, "12:00", "13:00")
    (session,) = event.sessions
    for length in (timedelta(hours=20), timedelta(days=9_000_000)):
        long = attrs.evolve(session, end=None, duration=length)
        found = attrs.evolve(event, sessions=(long,))
        assert find("PLG010", found) == []


def in_the_night(changed, start, end):
    """Hold the plenary by itself in a night."""
    hours = {"start": WallTime.parse(start), "end": WallTime.parse(end)}
    return changed("sessions", "pleniere", block=None, day="jour-1", venue="centre", **hours)


def test_a_planted_midnight(plant, changed):
    """A plenary that ends at midnight is not across it, and one that ends later is."""
    assert plant(in_the_night(changed, "23:00", "24:00")) == []
    assert plant(in_the_night(changed, "23:00", "24:30")) == [MIDNIGHT]


def test_a_planted_clock_change(plant, changed):
    """In the zone of another country, the night of the plenary is that of a clock change."""

    def change(event):
        event = in_the_night(changed, "1:00", "3:30")(event)
        event = changed("days", "jour-1", date=date(2027, 3, 26))(event)
        return attrs.evolve(event, timezone="Asia/Jerusalem")

    assert plant(change) == [CHANGE]
