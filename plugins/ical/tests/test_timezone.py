"""Our VTIMEZONE says what zoneinfo says, to readers nobody here wrote."""

from __future__ import annotations

import io
import random
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz

from partenariats_ical.writing.timezone import vtimezone
from partenariats_ical.writing.writer import lines

ZONES = [
    "Europe/Paris", "Europe/London", "Europe/Dublin", "America/Martinique", "America/New_York",
    "America/St_Johns", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia", "Pacific/Chatham", "America/Sao_Paulo", "Asia/Gaza", "Indian/Reunion",
]  # fmt: skip


def as_read(name, first, last):
    """Read our VTIMEZONE with dateutil."""
    raw = lines(["BEGIN:VCALENDAR", *vtimezone(name, first, last), "END:VCALENDAR"])
    return tz.tzical(io.StringIO(raw.decode())).get(name)


def test_summer_time_in_paris_starts_at_two():
    """The observances of Paris in 2022, as RFC 5545 wants them told."""
    lines = list(vtimezone("Europe/Paris", date(2022, 3, 24), date(2022, 3, 25)))
    assert lines == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Paris",
        "BEGIN:STANDARD",
        "DTSTART:20211229T010000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:20220327T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20221030T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


@pytest.mark.parametrize("name", ZONES)
def test_every_year_agrees_with_zoneinfo(name):
    """For ten years each, at moments chosen by seed, a reader gets the offset of zoneinfo."""
    chance, zone = random.Random(name), ZoneInfo(name)
    for year in range(2018, 2028):
        first = date(year, 1, 1)
        read = as_read(name, first, first)
        for _ in range(60):
            local = datetime(year, 1, 1) + timedelta(minutes=chance.randrange(365 * 1440))  # noqa: DTZ001  # a wall time
            moments = {local.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)}
            if len(moments) == 1:
                assert local.replace(tzinfo=read).utcoffset() in moments, (name, local)


@pytest.mark.parametrize("name", ZONES)
def test_libical_agrees_with_zoneinfo(name, ical, libical):
    """Sessions through a whole year fall on the same instants for libical."""
    chance = random.Random(name)
    days = sorted({date(2022, 1, 1) + timedelta(days=chance.randrange(365)) for _ in range(40)})
    text = f'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "{name}"\n'
    wanted = []
    for number, day in enumerate(days):
        text += f'[[days]]\nid = "j{number}"\ndate = {day}\n'
        text += f'[[sessions]]\nid = "s{number}"\ntitle = "S"\nday = "j{number}"\nstart = "12:00"\n'
        local = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(name))
        wanted.append(int(local.astimezone(UTC).timestamp()))
    read = libical(ical(text))
    assert (read["errors"], [event["start"] for event in read["events"]]) == (0, wanted)


def test_a_zone_that_changed_its_rules_is_told_as_it_was():
    """Samoa skipped 30 December 2011; its offsets before and after are both told."""
    lines = list(vtimezone("Pacific/Apia", date(2011, 12, 1), date(2011, 12, 31)))
    offsets = [line.partition(":")[2] for line in lines if line.startswith("TZOFFSETTO")]
    assert offsets == ["-1000", "-1100", "-1000", "+1400"]
