"""From a date and a wall time to an instant, in a zone that is always named.

The one door of pendulum, imported only when an instant is made. Instants are counted in whole
seconds since 1970-01-01T00:00Z, because arithmetic on integers is a hundred times cheaper.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from pendulum import DateTime

    from partenariats.model.walltime import WallTime

Instant: TypeAlias = "DateTime"
"""A moment in a zone; pendulum's own class, named here so that nobody else imports it."""

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2200
"""Dates outside these years are taken for slips of the pen."""

_EPOCH_DAY: Final = date(1970, 1, 1).toordinal()
_DAY: Final = 86_400
_EARLIEST: Final = (date(1, 1, 2).toordinal() - _EPOCH_DAY) * _DAY
_LATEST: Final = (date(9999, 12, 31).toordinal() - _EPOCH_DAY) * _DAY
_OF_THIS_MACHINE: Final = ("localtime", "posixrules", "Factory", "posix/", "right/")


class ClockFault(Enum):
    """Name why a wall time is no instant in its zone on its date."""

    NONEXISTENT = "nonexistent"
    """The clocks are put forward over it."""
    DOUBLED = "doubled"
    """The clocks are put back over it, and it does not say by its offset which one it is."""
    WRONG_OFFSET = "wrong offset"
    """The zone has another offset at that time."""


@lru_cache(maxsize=64)
def find_zone(name: str) -> ZoneInfo | None:
    """Return the zone of an IANA name, or nothing where no such zone is known everywhere."""
    if name.startswith(_OF_THIS_MACHINE):
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return None


def is_plausible(day: date) -> bool:
    """Tell whether an event could take place on `day`."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def offsets_at(day: date, wall: WallTime, zone: ZoneInfo) -> tuple[int, int]:
    """Return the offsets before and after a clock change at a wall time, in minutes east."""
    moment = datetime.combine(day, datetime.min.time()) + timedelta(minutes=wall.minutes)
    before, after = (zone.utcoffset(moment.replace(fold=fold)) or timedelta() for fold in (0, 1))
    return int(before.total_seconds() // 60), int(after.total_seconds() // 60)


def settle(day: date, wall: WallTime, zone: ZoneInfo) -> int | ClockFault:
    """Return the instant of a wall time on a day, in seconds since the epoch, UTC.

    Never shift a time that does not exist nor choose between two: tell which fault it is
    (PEP 495 on gaps and folds).
    """
    before, after = offsets_at(day, wall, zone)
    if before < after:
        return ClockFault.NONEXISTENT
    if wall.offset is None:
        if before != after:
            return ClockFault.DOUBLED
        offset = before
    elif wall.offset in {before, after}:
        offset = wall.offset
    else:
        return ClockFault.WRONG_OFFSET
    return (day.toordinal() - _EPOCH_DAY) * _DAY + (wall.minutes - offset) * 60


def midnight_after(day: date, zone: ZoneInfo) -> int:
    """Return the instant at which a day ends, in seconds since the epoch, UTC.

    Where the clocks change just then, it is the moment of the change, or the first of two.
    """
    moment = datetime.combine(day, datetime.min.time()) + timedelta(days=1)
    offset = zone.utcoffset(moment) or timedelta()
    return (moment.toordinal() - _EPOCH_DAY) * _DAY - int(offset.total_seconds())


def show(seconds: int, zone: ZoneInfo) -> datetime:
    """Return what calendar and clock show in a zone, some seconds after the epoch.

    What lies beyond the years of the calendar is shown at its edge.
    """
    return datetime.fromtimestamp(min(max(seconds, _EARLIEST), _LATEST), zone)


def instant(seconds: int, zone: str) -> Instant:
    """Make the instant of some seconds since the epoch, in a zone by name."""
    import pendulum

    return pendulum.from_timestamp(seconds, tz=pendulum.timezone(zone))


def now() -> datetime:
    """Return the present moment in UTC, to the millisecond; handed to whoever needs it."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def midnight_utc(day: date) -> Instant:
    """Make the instant at which a date begins in UTC."""
    import pendulum

    return pendulum.datetime(day.year, day.month, day.day, tz="UTC")
