"""Hours of a programme as wall times."""

from __future__ import annotations

from typing import Final

from partenariats.model.walltime import LAST_MINUTE, WallTime

MIDNIGHT: Final = 24 * 60
NOON: Final = 12 * 60
EIGHT: Final = 8 * 60
EVENING: Final = 17 * 60
MORNING: Final = 6 * 60


def wall(minutes: int | None) -> WallTime | None:
    """Return minutes since midnight as a wall time."""
    return WallTime(minutes) if minutes is not None and 0 <= minutes <= LAST_MINUTE else None


def end_after(start: int | None, end: int | None) -> int | None:
    """Return an end on the clock of the day: `22 h – 2 h` ends at 26:00."""
    if start is not None and end is not None and end <= MORNING and start >= EVENING:
        return end + MIDNIGHT
    return end
