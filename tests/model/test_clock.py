"""From wall times to instants, against the zones of the IANA database."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from partenariats.model.clock import (
    ClockFault,
    find_zone,
    instant,
    is_plausible,
    midnight_after,
    midnight_utc,
    offsets_at,
    settle,
    show,
)
from partenariats.model.walltime import WallTime

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("day", "wall", "utc"),
    [
        (date(2022, 3, 25), "9:30", "2022-03-25T08:30"),
        (date(2022, 7, 1), "9:30", "2022-07-01T07:30"),
        (date(2022, 3, 24), "25:00", "2022-03-25T00:00"),
        (date(2022, 3, 26), "27:00", "2022-03-27T01:00"),
        (date(2022, 10, 29), "26:30+02:00", "2022-10-30T00:30"),
        (date(2022, 10, 29), "26:30+01:00", "2022-10-30T01:30"),
        (date(2022, 10, 30), "02:30+02:00", "2022-10-30T00:30"),
    ],
)
def test_settles_a_wall_time(day, wall, utc):
    """A wall time becomes the instant that the clocks of its zone say."""
    seconds = settle(day, WallTime.parse(wall), PARIS)
    assert seconds == datetime.fromisoformat(f"{utc}+00:00").timestamp()


@pytest.mark.parametrize(
    ("day", "wall", "fault"),
    [
        (date(2022, 3, 27), "2:30", ClockFault.NONEXISTENT),
        (date(2022, 3, 26), "26:30", ClockFault.NONEXISTENT),
        (date(2022, 3, 27), "2:30+01:00", ClockFault.NONEXISTENT),
        (date(2022, 10, 30), "2:30", ClockFault.DOUBLED),
        (date(2022, 10, 30), "2:30+05:00", ClockFault.WRONG_OFFSET),
        (date(2022, 3, 25), "9:30+02:00", ClockFault.WRONG_OFFSET),
    ],
)
def test_tells_what_cannot_be_settled(day, wall, fault):
    """A time that no clock shows, or that is shown twice, is told and never shifted."""
    assert settle(day, WallTime.parse(wall), PARIS) is fault


def test_agrees_with_zoneinfo_in_every_zone():
    """Over zones and years chosen by seed, instants, gaps and folds are those of zoneinfo."""
    chance = random.Random(2022)
    names = [name for name in sorted(available_timezones()) if find_zone(name)]
    for name in chance.sample(names, 150):
        zone = ZoneInfo(name)
        for _ in range(60):
            day = date(2018, 1, 1) + timedelta(days=chance.randrange(3650))
            wall = WallTime(chance.randrange(2880))
            local = datetime.combine(day, datetime.min.time()) + timedelta(minutes=wall.minutes)
            readings = {
                moment
                for fold in (0, 1)
                for moment in [local.replace(tzinfo=zone, fold=fold).astimezone(UTC)]
                if moment.astimezone(zone).replace(tzinfo=None, fold=0) == local
            }
            settled = settle(day, wall, zone)
            if len(readings) == 1:
                assert settled == readings.pop().timestamp(), (name, local)
            else:
                wanted = ClockFault.DOUBLED if readings else ClockFault.NONEXISTENT
                assert settled is wanted, (name, local)


@pytest.mark.parametrize(
    "name",
    ["", "Paris", "Europe", "localtime", "posix/Europe/Paris", "../etc/passwd", "/etc", "\0"],
)
def test_knows_only_zones_that_every_machine_knows(name):
    """A name outside the IANA database, or one that means this machine, is no zone."""
    assert find_zone(name) is None


def test_makes_instants_of_pendulum_in_the_zone():
    """An instant shows the wall time of its zone, with the zone's name."""
    made = instant(1_648_197_000, "Europe/Paris")
    assert (made.isoformat(), made.timezone_name) == ("2022-03-25T09:30:00+01:00", "Europe/Paris")


def test_offsets_are_whole_minutes():
    """An offset of minutes and seconds is rounded down, west of Greenwich as well."""
    monrovia = ZoneInfo("Africa/Monrovia")  # 43 minutes and 8 seconds behind until 1919
    assert offsets_at(date(1910, 1, 1), WallTime.of(12), monrovia) == (-44, -44)


def test_a_date_begins_at_midnight_utc():
    """The beginning of a date in UTC is an instant of pendulum's, in that zone."""
    made = midnight_utc(date(2022, 3, 25))
    assert (made.isoformat(), made.timezone_name) == ("2022-03-25T00:00:00+00:00", "UTC")


def test_dates_outside_living_memory_are_slips():
    """Years in which no event of ours takes place are not plausible."""
    days = [date(1899, 12, 31), date(1900, 1, 1), date(2200, 12, 31), date(2201, 1, 1)]
    assert [is_plausible(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("day", "zone", "shown"),
    [
        (date(2022, 3, 25), "Europe/Paris", "2022-03-26T00:00:00+01:00"),
        (date(2022, 3, 27), "Europe/Paris", "2022-03-28T00:00:00+02:00"),
        (date(2018, 11, 3), "America/Sao_Paulo", "2018-11-04T01:00:00-02:00"),
        (date(2019, 2, 16), "America/Sao_Paulo", "2019-02-17T00:00:00-03:00"),
        (date(2022, 11, 5), "America/Havana", "2022-11-06T00:00:00-04:00"),
    ],
    ids=["winter", "summer", "no midnight", "an hour twice before it", "midnight twice"],
)
def test_a_day_ends_at_midnight(day, zone, shown):
    """It is the first moment that a clock in the zone shows on the next date."""
    found = ZoneInfo(zone)
    end = midnight_after(day, found)
    assert show(end, found).isoformat() == shown
    assert show(end - 1, found).date() == day


def test_what_lies_beyond_the_calendar_is_shown_at_its_edge():
    """Neither the beginning nor the end of time is an error."""
    utc = ZoneInfo("UTC")
    assert [show(seconds, utc).year for seconds in (-(10**15), 0, 10**15)] == [1, 1970, 9999]
