"""Dates, hours and lengths as schedules write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from partenariats.model.clock import is_plausible, offsets_at
from partenariats.model.walltime import LAST_MINUTE, WallTime

_HOUR: Final = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?", re.ASCII)
_LENGTH: Final = re.compile(
    r"(?:(?P<days>\d{1,2}):(?=\d+:\d+:))?(?P<hours>\d{1,3}):(?P<minutes>\d{2})(?::\d{2})?"
    r"|(?P<alone>\d{1,5})",
    re.ASCII,
)
_ISO_LENGTH: Final = re.compile(r"P(?:(\d{1,2})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,5})M)?(?:0+S)?)?")
_MINUTE: Final = timedelta(minutes=1)


@lru_cache(maxsize=4096)
def parse_instant(text: str) -> datetime | None:
    """Read a date with a time, with or without an offset; nothing for anything else.

    The year lies where an event may take place.
    """
    if "T" not in text and " " not in text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        utc = in_utc(moment).date()
        plausible = all(is_plausible(utc + timedelta(days=days)) for days in (-1, 1))
    except (ValueError, OverflowError):
        return None
    return moment if plausible else None


def in_utc(moment: datetime) -> datetime:
    """Return a moment in UTC; one without an offset is taken as it stands."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def parse_date(text: str) -> date | None:
    """Read the date at the start of a text, in a year in which an event may take place."""
    try:
        found = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return found if is_plausible(found) else None


def parse_hour(text: str) -> int | None:
    """Read an hour of the wall (`9:30`, `09:30:00`) as minutes since midnight."""
    found = _HOUR.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    minutes = hour * 60 + minute
    return minutes if minute < 60 and minutes <= LAST_MINUTE else None  # noqa: PLR2004  # minutes of an hour


@lru_cache(maxsize=1024)
def parse_length(text: str) -> timedelta | None:
    """Read a length: `01:30`, `1:30`, `01:30:00`, `1:02:00:00` with days, `PT90M`, or minutes."""
    if iso := _ISO_LENGTH.fullmatch(text):
        days, hours, minutes = (int(part or 0) for part in iso.groups())
        return timedelta(days=days, hours=hours, minutes=minutes) if text[-1] not in "PT" else None
    found = _LENGTH.fullmatch(text)
    if found is None:
        return None
    if found["alone"]:
        return timedelta(minutes=int(found["alone"]))
    days, hours, minutes = (int(found[part] or 0) for part in ("days", "hours", "minutes"))
    return timedelta(days=days, hours=hours, minutes=minutes)


_offsets_at = lru_cache(maxsize=4096)(offsets_at)


@attrs.frozen
class Wall:
    """Turn instants into what a clock on the wall of the event shows."""

    zone: ZoneInfo

    def local(self, moment: datetime) -> datetime:
        """Return a moment in the event's zone; one without an offset is of that zone already."""
        if moment.tzinfo is None:
            return moment.replace(tzinfo=self.zone)
        return moment.astimezone(self.zone)

    def time(self, day: date, local: datetime) -> WallTime | None:
        """Return a moment in the event's zone as a wall time of a day, nothing where it is none.

        An hour that the clocks show twice is told by its offset.
        """
        minutes = (local.date() - day).days * 1440 + local.hour * 60 + local.minute
        if not 0 <= minutes <= LAST_MINUTE:
            return None
        wall = WallTime(minutes)
        before, after = _offsets_at(day, wall, self.zone)
        if before == after:
            return wall
        offset = local.utcoffset() or timedelta()
        return WallTime(minutes, offset // _MINUTE)
