"""The half-days of a programme, and to which an entry counts."""

from __future__ import annotations

from datetime import date

import pytest


def test_half_days_have_the_times_of_their_sessions(half_days, at):
    """A block begins with its first session; a day without blocks is one half-day."""
    found = [(one.day, one.block, one.start, one.end, one.minutes) for one in half_days.all]
    times = [at("9:00"), at("12:30"), at("14:00"), at("17:00"), at("9:00", 22), at("11:00", 22)]
    start, noon, after, end, friday, last = (int(one.timestamp()) for one in times)
    assert found == [
        ("jeudi", "matinee", start, noon, 210),
        ("jeudi", "apres-midi", after, end, 180),
        ("vendredi", None, friday, last, 120),
    ]


@pytest.mark.parametrize(
    ("hour", "day", "half_day"),
    [
        ("0:00", 21, "matinee"),
        ("8:59", 21, "matinee"),
        ("9:00", 21, "matinee"),
        ("12:29", 21, "matinee"),
        ("12:30", 21, "apres-midi"),
        ("13:30", 21, "apres-midi"),
        ("16:59", 21, "apres-midi"),
        ("8:00", 22, None),
    ],
)
def test_an_entry_counts_for_the_half_day_or_the_next_of_that_day(
    half_days, at, hour, day, half_day
):
    """Whoever comes early or during lunch comes to what begins next."""
    assert half_days.at(at(hour, day)).block == half_day
    assert half_days.occasion(at(hour, day)).block == half_day


@pytest.mark.parametrize(("hour", "day"), [("17:00", 21), ("23:59", 21), ("11:00", 22)])
def test_an_entry_after_all_of_a_day_counts_for_none(half_days, at, hour, day):
    """It is told from others by its date; the next day is another one."""
    assert half_days.at(at(hour, day)) is None
    assert half_days.occasion(at(hour, day)) == date(2030, 3, day)


def test_a_session_has_the_half_day_of_its_block(half_days):
    """A workshop has that of the group work in which it is held."""
    found = {session: one.block for session, one in half_days.of_session.items()}
    assert found == {
        "ouverture": "matinee", "ateliers": "apres-midi", "sols": "apres-midi",
        "eau": "apres-midi", "bilan": "apres-midi", "visite": None,
    }  # fmt: skip
