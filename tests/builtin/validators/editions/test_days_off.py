"""Weekends are told everywhere, public holidays in France."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from partenariats.builtin.validators.editions.days_off import DayOff, DayOffOptions
from partenariats.interfaces.validator import CheckContext
from partenariats.model.event import Event
from partenariats.model.ids import DayId, EventId
from partenariats.model.sessions import Day
from partenariats.model.text import Text
from partenariats.model.timeline import Timeline
from partenariats.testing import event_file

HEAD = """format = 1
[event]
id = "assises"
title = "Assises"
timezone = "{zone}"
{more}
"""
NO_WEEKEND = "[checks.options.EDN003]\nweekend = false\n"


def told(*dates, zone="Europe/Paris", more="", options=""):
    """Say what is told of days on some dates: where, and the headline."""
    days = "".join(f'[[days]]\nid = "j-{n}"\ndate = {day}\n' for n, day in enumerate(dates))
    text = HEAD.format(zone=zone, more=more) + days + options
    report = event_file(text).validate().report
    return [(str(d.where), str(d.headline)) for d in report.diagnostics if d.code == "EDN003"]


@pytest.mark.parametrize(
    ("day", "headline"),
    [
        ("2022-03-25", None),
        ("2022-03-26", "`j-0` is a Saturday"),
        ("2022-03-27", "`j-0` is a Sunday"),
        ("2022-03-28", None),
        ("2022-05-26", "`j-0` is a public holiday: Ascension"),
        ("2022-04-18", "`j-0` is a public holiday: Lundi de Pâques"),
        ("2022-05-01", "`j-0` is a public holiday: Fête du Travail"),
    ],
)
def test_a_day_off_is_told_once(day, headline):
    """A day is told at its date; a holiday on a Sunday by the name of the holiday."""
    assert told(day) == ([("days[0].date", headline)] if headline else [])


def test_each_day_is_told():
    """Days off of two years are each told in their place."""
    assert told("2021-12-31", "2022-01-01", "2022-01-02") == [
        ("days[1].date", "`j-1` is a public holiday: Jour de l'an"),
        ("days[2].date", "`j-2` is a Sunday"),
    ]


def test_a_date_is_told_once():
    """Two days of one date are another rule's matter."""
    assert told("2022-03-26", "2022-03-26", "2022-03-27") == [
        ("days[0].date", "`j-0` is a Saturday"),
        ("days[2].date", "`j-2` is a Sunday"),
    ]


def test_weekends_can_be_left_alone():
    """Without weekends only public holidays are told."""
    found = told("2022-03-26", "2022-03-27", "2022-05-26", "2022-05-01", options=NO_WEEKEND)
    assert [where for where, _ in found] == ["days[2].date", "days[3].date"]


@pytest.mark.parametrize(
    ("zone", "more", "is_told"),
    [
        ("Europe/Paris", "", True),
        ("Europe/Paris", 'country = "FR"', True),
        ("Europe/Paris", 'country = "BE"', False),
        ("Europe/Brussels", "", False),
        ("Europe/Brussels", 'country = "FR"', True),
        ("Indian/Reunion", 'country = "fr"', True),
    ],
)
def test_holidays_are_those_of_france(zone, more, is_told):
    """The country says where the event is held, or else its zone."""
    assert (told("2022-07-14", zone=zone, more=more) != []) == is_told


def test_without_the_library_weekends_are_told(monkeypatch):
    """Where the extra is not installed, holidays are silent and nothing fails."""
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert told("2022-07-14", "2022-07-16") == [("days[1].date", "`j-1` is a Saturday")]


def test_a_slip_of_the_pen_in_a_year_is_no_day_off(plant, changed):
    """A Saturday far from our time is no Saturday of the event's."""
    day = changed("days", "jour-4", date=date(9999, 12, 25))
    assert [code for code in plant(day) if code.startswith("EDN")] == []


def test_a_planted_fault_is_found_alone(plant, changed):
    """The last day moved to a Saturday gives one question."""
    assert plant(changed("days", "jour-4", date=date(2027, 6, 5))) == ["EDN003"]


@pytest.mark.parametrize("year", range(1983, 2200, 7))
def test_every_holiday_of_a_year_is_told(year):
    """Of all the days of a year, exactly those are told that the library knows."""
    library = pytest.importorskip("holidays")
    first = date(year, 1, 1).toordinal()
    days = tuple(
        Day(id=DayId(f"j-{n}"), date=date.fromordinal(first + n))
        for n in range(date(year + 1, 1, 1).toordinal() - first)
    )
    event = Event(
        id=EventId("e"), title=Text("E"), timezone="Europe/Paris", country="FR", days=days
    )
    found = DayOff(DayOffOptions(weekend=False)).check(Timeline.of(event), CheckContext())
    told = {days[int(one.where.path[1])].date for one in found}
    assert told == set(library.country_holidays("FR", years=[year]))
