"""How many pairs a rule looks at and tells, and how long that takes in a great event."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from partenariats.builtin.validators.time import RULES
from partenariats.builtin.validators.time.written import first_pairs
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext
from partenariats.model.event import Event
from partenariats.model.people import Credit, Person
from partenariats.model.places import Venue
from partenariats.model.sessions import Block, Day, Session, SessionKind
from partenariats.model.text import Text
from partenariats.model.timeline import Timeline
from partenariats.model.walltime import WallTime

MANY = 5000


@pytest.mark.parametrize(
    ("pairs", "kept", "told", "are_more"),
    [
        (60_000, range(1000), 1000, False),
        (60_000, range(1001), 1000, True),
        (60_000, range(49_990, 60_000), 10, False),
        (49_999, range(49_990, 60_000), 9, False),
    ],
)
def test_a_bounded_number_of_pairs_is_looked_at(pairs, kept, told, are_more):
    """Only what is kept is counted, and nothing after the first 50,000 pairs is looked at."""
    looked_at = []

    def keep(one, _):
        looked_at.append(one)
        return one in kept

    found, more = first_pairs(((number, number) for number in range(pairs)), keep)
    assert (len(found), more) == (told, are_more)
    assert len(looked_at) <= 50_000


def session(number, **values):
    """Make one of many sessions held at once."""
    nine, ten = WallTime.of(9), WallTime.of(10)
    return Session(id=f"s{number}", title=Text("S"), block="b", start=nine, end=ten, **values)


def every_venue():
    """Make sessions of one block, each in its own venue, with one person in all of them."""
    anne = (Credit(person="anne"),)
    return [session(number, venue=f"v{number}", credits=anne) for number in range(MANY)]


def half_breaks():
    """Make sessions of one block half of which are breaks, each in its own venue."""
    kinds = (SessionKind.OTHER, SessionKind.BREAK)
    return [session(n, kind=kinds[n % 2], venue=f"v{n}") for n in range(MANY)]


def two_crowds():
    """Make two sessions that credit the same 2,500 people."""
    crowd = tuple(Credit(person=f"p{number}") for number in range(2500))
    return [session(number, credits=crowd) for number in range(2)]


@pytest.mark.parametrize("sessions", [every_venue, half_breaks, two_crowds])
@pytest.mark.parametrize("code", ["TIM003", "TIM014", "TIM015", "TIM019"])
def test_no_rule_is_slow(code, sessions):
    """Five thousand sessions at once, or five thousand parts, take less than a second of work."""
    people = [Person(id=key, name=key) for key in ("anne", *(f"p{n}" for n in range(2500)))]
    event = Event(
        id="e",
        title=Text("E"),
        timezone="Europe/Paris",
        days=(Day(id="d", date=date(2022, 3, 25)),),
        blocks=(Block(id="b", day="d"),),
        venues=tuple(Venue(id=f"v{number}", name=Text("V")) for number in range(MANY)),
        people=tuple(people),
        sessions=tuple(sessions()),
    )
    (rule,) = (rule for rule in RULES if rule.code == code)
    timeline = Timeline.of(event)
    began = process_time()
    list(rule(NoOptions()).check(timeline, CheckContext()))
    assert process_time() - began < 1
