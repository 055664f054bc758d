"""The instants at which registration opens and closes."""

from __future__ import annotations

from datetime import UTC, datetime

import attrs
import pytest

import partenariats as pa
from partenariats.model.clock import ClockFault
from partenariats.model.registration.deadline import Deadline
from partenariats.registration.deadlines import instant_of, settle_deadline

DAYS = """
[[days]]
id = "dimanche"
date = {second}
[[days]]
id = "samedi"
date = {first}
"""


@pytest.fixture
def settle(event_file):
    """Give a function that settles a deadline of an event in Paris by its first day."""

    def settled(deadline, first="2022-03-24", second="2022-03-25"):
        event = event_file(DAYS.format(first=first, second=second)).event
        return settle_deadline(event, Deadline.parse(deadline))

    return settled


def utc(*parts):
    """Count the seconds to a moment in UTC."""
    return int(datetime(*parts, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("14 days before, 23:59", utc(2022, 3, 10, 22, 59)),
        ("0 days before, 8:00", utc(2022, 3, 24, 7)),
        ("1 day before", utc(2022, 3, 22, 23)),
        ("1 day before, 24:30", utc(2022, 3, 23, 23, 30)),
        ("23 days before, 9:00", utc(2022, 3, 1, 8)),
        ("24 days before, 9:00", utc(2022, 2, 28, 8)),
        ("365 days before, 9:00", utc(2021, 3, 24, 8)),
    ],
)
def test_days_are_counted_from_the_first_day(settle, deadline, expected):
    """It is the wall time of that calendar day, whichever day stands first in the file."""
    assert settle(deadline) == expected


@pytest.mark.parametrize(
    ("first", "deadline", "expected"),
    [
        ("2022-03-28", "2 days before, 9:00", utc(2022, 3, 26, 8)),
        ("2022-03-28", "1 day before, 9:00", utc(2022, 3, 27, 7)),
        ("2022-03-28", "1 day before, 1:59", utc(2022, 3, 27, 0, 59)),
        ("2022-03-28", "1 day before, 2:00", ClockFault.NONEXISTENT),
        ("2022-03-28", "1 day before, 2:59", ClockFault.NONEXISTENT),
        ("2022-03-28", "1 day before, 3:00", utc(2022, 3, 27, 1)),
        ("2022-03-28", "2 days before, 26:30", ClockFault.NONEXISTENT),
        ("2022-10-31", "1 day before, 1:59", utc(2022, 10, 29, 23, 59)),
        ("2022-10-31", "1 day before, 2:00", ClockFault.DOUBLED),
        ("2022-10-31", "1 day before, 02:30+02:00", utc(2022, 10, 30, 0, 30)),
        ("2022-10-31", "1 day before, 02:30+01:00", utc(2022, 10, 30, 1, 30)),
        ("2022-10-31", "1 day before, 02:30+05:00", ClockFault.WRONG_OFFSET),
        ("2022-10-31", "1 day before, 3:00", utc(2022, 10, 30, 2)),
    ],
)
def test_a_clock_change_shifts_nothing(settle, first, deadline, expected):
    """The hour on the wall stays; one that is left out or shown twice is told, never moved."""
    assert settle(deadline, first, first) == expected


def test_without_days_or_zone_there_is_no_instant(event_file):
    """What cannot be counted is nothing, whatever the reason."""
    event = event_file("").event
    deadline = Deadline.parse("14 days before")
    assert settle_deadline(event, deadline) is None
    somewhere = attrs.evolve(
        event_file(DAYS.format(first="2022-03-24", second="2022-03-25")).event,
        timezone="Europe/Niort",
    )
    assert settle_deadline(somewhere, deadline) is None


def test_an_instant_needs_no_day(event_file):
    """An instant is itself, in whichever zone it is written."""
    deadline = Deadline(at=datetime.fromisoformat("2022-03-01T12:00:00+01:00"))
    assert settle_deadline(event_file("").event, deadline) == utc(2022, 3, 1, 11)


def test_of_a_programme_there_is_an_instant_or_nothing(event_file):
    """A desk gets an instant, or nothing where there is no deadline or its hour is at fault."""
    days = DAYS.format(first="2022-03-28", second="2022-03-29")
    programme = pa.Toolkit(discover=False).resolve(event_file(days))
    assert instant_of(programme, None) is None
    assert instant_of(programme, Deadline.parse("1 day before, 9:00")) == utc(2022, 3, 27, 7)
    assert instant_of(programme, Deadline.parse("1 day before, 2:30")) is None
