"""Ends that nobody knows."""

from __future__ import annotations

import pytest

from partenariats.model.walltime import WallTime


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("9:30", [("sessions[0]", "`a` has no end")]),
        ("9:30-9:00", []),
        ("26:00-26:30", []),
        ("9:30-10:00+05:00", []),
        ("9:30-10:00", []),
    ],
)
def test_an_end_that_is_wrong_is_not_open(told, hours, expected):
    """An end before the start, or one that no clock shows, is told for that alone."""
    assert told("TIM009", f"a {hours} day=samedi") == expected


def test_a_planted_end_before_the_start(plant, changed):
    """One fault gives one diagnostic."""
    assert plant(changed("sessions", "pleniere", end=WallTime.of(18, 45))) == ["TIM001"]
