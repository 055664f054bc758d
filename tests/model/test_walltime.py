"""Times of day and lengths of time, as people write them."""

from __future__ import annotations

import re
from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partenariats.model.walltime import WallTime, parse_duration, say_duration


@pytest.mark.parametrize(
    ("written", "minutes", "offset"),
    [
        ("9:30", 570, None),
        ("09:30", 570, None),
        ("18 h 00", 1080, None),
        ("18h", 1080, None),
        ("18 H 00", 1080, None),
        ("9h05", 545, None),
        ("18\u00a0h\u202f30", 1110, None),
        ("9:59", 599, None),
        ("0:00", 0, None),
        ("25:00", 1500, None),
        ("47:59", 2879, None),
        ("02:30+01:00", 150, 60),
        ("02:30-03:30", 150, -210),
        ("02:30Z", 150, 0),
    ],
)
def test_reads_times_of_day(written, minutes, offset):
    """A time of day is read in every form that the design names."""
    assert WallTime.parse(written) == WallTime(minutes, offset)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "9",
        "9:60",
        "25:99",
        "48:00",
        "9:5",
        "-1:00",
        "9:30:00",
        "neuf heures",
        "9:30 +1",
        "٩:٣٠",
    ],
)
def test_refuses_what_is_no_time_of_day(written):
    """Anything else is refused instead of guessed."""
    with pytest.raises(ValueError, match=r"time|minute"):
        WallTime.parse(written)


def test_is_made_of_an_hour_and_a_minute():
    """An hour alone is the full hour."""
    assert (WallTime.of(9), WallTime.of(25, 30)) == (WallTime(540), WallTime(1530))


def test_refuses_minutes_outside_two_days():
    """A programmer cannot make a wall time before midnight or after the next day."""
    for minutes in (-1, 2880):
        with pytest.raises(ValueError, match="wall time"):
            WallTime(minutes)


def test_takes_a_local_time_without_seconds():
    """A TOML local time is a wall time where it counts no seconds."""
    assert WallTime.from_time(time(9, 30)) == WallTime.of(9, 30)
    with pytest.raises(ValueError, match=r"^a programme is written in minutes, not seconds$"):
        WallTime.from_time(time(9, 30, 1))


@given(st.builds(WallTime, st.integers(0, 2879), st.none() | st.integers(-1439, 1439)))
def test_a_wall_time_is_read_as_it_is_said(wall):
    """Saying a wall time and reading it again gives the same one."""
    assert WallTime.parse(str(wall)) == wall


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("45 min", 45),
        ("45min", 45),
        ("45 mn", 45),
        ("1 h 30", 90),
        ("1h30", 90),
        ("1 h 30 min", 90),
        ("2 h", 120),
        ("PT45M", 45),
        ("PT1H30M", 90),
        ("PT2H", 120),
    ],
)
def test_reads_lengths_of_time(written, minutes):
    """A length of time is read as people write it and as ISO 8601 does."""
    assert parse_duration(written) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "written", ["", "45", "PT", "0 min", "PT0M", "une heure", "1:30", "-5 min"]
)
def test_refuses_what_is_no_length_of_time(written):
    """A bare number, nothing at all and a length of nothing are refused."""
    with pytest.raises(ValueError, match="length"):
        parse_duration(written)


@given(st.integers(1, 59 * 60 + 59))
def test_a_length_of_time_is_read_as_it_is_said(minutes):
    """Saying a length of time and reading it again gives the same one."""
    length = timedelta(minutes=minutes)
    assert parse_duration(say_duration(length)) == length


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: WallTime(-1), "a wall time lies between 0:00 and 47:59, not at minute -1"),
        (lambda: WallTime(2880), "a wall time lies between 0:00 and 47:59, not at minute 2880"),
        (lambda: WallTime.parse("9:60"), "an hour has no minute 60"),
        (lambda: WallTime.parse("x" * 41), f"not a time of day: '{'x' * 40}'"),
        (
            lambda: WallTime.from_time(time(9, 30, 0, 1)),
            "a programme is written in minutes, not seconds",
        ),
        (lambda: parse_duration("x" * 41), f"not a length of time: '{'x' * 40}'"),
        (lambda: parse_duration("0 h 0"), "not a length of time: '0 h 0'"),
    ],
)
def test_a_refusal_says_what_is_wrong(make, said):
    """A programmer reads the value that does not fit, cut to a line's length."""
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        make()


@pytest.mark.parametrize(
    ("written", "offset", "said"),
    [
        ("2:30Z", 0, "02:30+00:00"),
        ("2:30-01:30", -90, "02:30-01:30"),
        ("2 h 30 +02:05", 125, "02:30+02:05"),
        ("2\u202fh\u00a030", None, "02:30"),
        ("2\u2009H\u200930", None, "02:30"),
        ("9:59", None, "09:59"),
        (" 47:59 ", None, "47:59"),
        ("0:00", None, "00:00"),
    ],
)
def test_a_time_is_said_with_its_offset(written, offset, said):
    """Hours and minutes have two digits, and an offset has its sign."""
    wall = WallTime.parse(written)
    assert (wall.offset, str(wall)) == (offset, said)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(1, "1 min"), (59, "59 min"), (60, "1 h"), (65, "1 h 05"), (120, "2 h"), (6000, "100 h")],
)
def test_a_length_of_time_is_said_in_few_words(minutes, said):
    """Whole hours have no minutes, and less than an hour has no hours."""
    assert say_duration(timedelta(minutes=minutes)) == said
    assert parse_duration(said.replace(" ", "\u202f")) == timedelta(minutes=minutes)
