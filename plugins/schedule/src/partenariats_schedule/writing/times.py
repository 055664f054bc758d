"""Instants as schedules write them, and the edges of days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from partenariats.model.clock import Instant
from partenariats.model.programme import ScheduledDay
from partenariats.model.walltime import LAST_MINUTE, MINUTES_IN_DAY, WallTime

CHANGE: Final = 4 * 60
"""When a day begins and the one before ends, where the event does not say: at four in the night."""
_MINUTE: Final = timedelta(minutes=1)


class Moment(NamedTuple):
    """Hold an instant as it is written, and in minutes, so that lengths are differences."""

    date: str
    start: str
    minutes: int


def said(moment: datetime) -> str:
    """Write an instant with its offset (ISO 8601); in UTC where the offset has seconds."""
    if (moment.utcoffset() or timedelta()) % _MINUTE:
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="seconds")


class Moments:
    """Write instants, each once: many sessions start together."""

    def __init__(self) -> None:
        self._made: dict[tuple[Instant, int], Moment] = {}

    def of(self, moment: Instant) -> Moment:
        """Return an instant as it is written."""
        # two equal hours of an autumn night are equal to Python, which compares them by the wall
        made = self._made.get((moment, moment.fold))
        if made is None:
            made = self._made[moment, moment.fold] = Moment(
                said(moment),
                f"{moment.hour:02d}:{moment.minute:02d}",
                int(moment.timestamp()) // 60,
            )
        return made


def edges(day: ScheduledDay, zone: ZoneInfo) -> tuple[str, str]:
    """Return when a day starts and ends, so that every session on it starts in between.

    Where the event does not say it, from four in the night to four in the next, or wider.
    """
    date = day.day.date
    held = [each for session in day.sessions for each in (session, *session.workshops)]
    first, last = day.day.start, day.day.end
    if first is None:
        # instants of one zone are compared by the wall, which is what is wanted of edges
        earliest = min((each.start for each in held), default=None)
        first = WallTime(min(CHANGE, _minutes(date, earliest)) if earliest else CHANGE)
    if last is None:
        latest = max((each.end or each.start for each in held), default=None)
        closing = max(MINUTES_IN_DAY + CHANGE, _minutes(date, latest) if latest else 0)
        last = WallTime(min(LAST_MINUTE, closing))
    return _edge(date, first, zone), _edge(date, last, zone)


def _minutes(day: date, moment: datetime) -> int:
    """Return what the clock shows in minutes since midnight of a day."""
    days = moment.toordinal() - day.toordinal()
    return max(0, days * MINUTES_IN_DAY + moment.hour * 60 + moment.minute)


def _edge(day: date, wall: WallTime, zone: ZoneInfo) -> str:
    moment = datetime(day.year, day.month, day.day) + timedelta(minutes=wall.minutes)  # noqa: DTZ001  # a wall time
    local = moment.replace(tzinfo=zone)
    if wall.offset is not None and local.utcoffset() != timedelta(minutes=wall.offset):
        local = local.replace(fold=1)
    return said(local)
