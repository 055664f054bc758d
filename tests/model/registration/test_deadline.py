"""When something is due, as people write it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partenariats.model.registration.deadline import MOST_DAYS, Deadline
from partenariats.model.walltime import WallTime


@pytest.mark.parametrize(
    ("written", "days", "wall"),
    [
        ("14 days before, 23:59", 14, WallTime.of(23, 59)),
        ("14 days before 23:59", 14, WallTime.of(23, 59)),
        ("1 day before, 9:00", 1, WallTime.of(9)),
        ("0 days before, 8:00", 0, WallTime.of(8)),
        ("14 days before", 14, WallTime(0)),
        ("14 jours avant, 23 h 59", 14, WallTime.of(23, 59)),
        ("14\u00a0jours avant, 23\u202fh\u202f59", 14, WallTime.of(23, 59)),
        ("14 jours avant à 18h", 14, WallTime.of(18)),
        ("1 jour avant, 9h05", 1, WallTime.of(9, 5)),
        ("  14   days  before,  23:59 ", 14, WallTime.of(23, 59)),
        ("5 days before, 02:30+01:00", 5, WallTime(150, 60)),
        ("1000 days before, 25:00", 1000, WallTime(1500)),
    ],
)
def test_reads_days_before_in_two_languages(written, days, wall):
    """Days before the event are read with and without an hour, in English and in French."""
    assert Deadline.parse(written) == Deadline(days=days, time=wall)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "14",
        "14 days",
        "14 days after, 9:00",
        "days before",
        "-1 days before",
        "1001 days before",
        "12345 days before",
        "14 days before,",
        "14 days before, noon",
        "14 days before, 25:60",
        "14 days before, 48:00",
        "14 jours avant 9:00 pile",
        "1.5 days before",
        "٣ days before",
        "two weeks before",
        "2022-03-01T12:00:00+01:00",
    ],
)
def test_refuses_what_is_no_deadline(written):
    """Anything else is refused instead of guessed."""
    with pytest.raises(ValueError, match=r"deadline|time|minute"):
        Deadline.parse(written)


def test_says_an_instant_with_its_offset():
    """An instant is said in ISO 8601."""
    assert str(Deadline(at=datetime(2022, 3, 1, 12, tzinfo=UTC))) == "2022-03-01T12:00:00+00:00"


@given(
    st.integers(0, MOST_DAYS),
    st.builds(WallTime, st.integers(0, 2879), st.none() | st.sampled_from([0, 60, -210])),
)
def test_what_is_said_is_read_equal(days, wall):
    """Every deadline before an event is said so that it is read as the same."""
    deadline = Deadline(days=days, time=wall)
    assert Deadline.parse(str(deadline)) == deadline
