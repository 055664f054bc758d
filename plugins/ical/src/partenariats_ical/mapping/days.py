"""Days of an event, and the hours of each session by the clock of its day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from partenariats.model.clock import offsets_at
from partenariats.model.ids import DayId
from partenariats.model.sessions import Day
from partenariats.model.walltime import LAST_MINUTE, WallTime
from partenariats_ical.mapping.slots import Slot
from partenariats_ical.notes import Notes
from partenariats_ical.rules import MovedHour

NIGHT: Final = 5 * 60
"""Until then a session belongs to the day before, if something else took place on it."""
LONGEST: Final = timedelta(hours=999)
"""The longest session that an event file can write."""
_DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)


@attrs.frozen
class Hours:
    """Hold the day of a session and its hours by that day's clock."""

    day: DayId | None
    start: WallTime | None = None
    end: WallTime | None = None
    duration: timedelta | None = None


class Days:
    """Find the day of each time."""

    def __init__(self, slots: list[Slot], zone: ZoneInfo, notes: Notes) -> None:
        self._zone = zone
        self._notes = notes
        self._walls: dict[tuple[date, datetime, int], WallTime | None] = {}
        starts = [slot.start for slot in slots if slot.start is not None]
        awake = {start.date() for start in starts if _minutes(start) >= NIGHT}
        self._held = {start: self._date(start, awake) for start in starts}
        dates = sorted(set(self._held.values()))
        self._ids = {found: DayId(f"day-{number}") for number, found in enumerate(dates, 1)}

    @property
    def days(self) -> tuple[Day, ...]:
        """Give the days in order."""
        return tuple(Day(id=given, date=found) for found, given in self._ids.items())

    def hours(self, slot: Slot) -> Hours:
        """Return day, start and end of a time; a length where the end is after the next day."""
        if slot.start is None:
            return Hours(None)
        day = self._held[slot.start]
        start, end = self._wall(day, slot.start), None
        lasts = None
        if slot.end is not None:
            end = self._wall(day, slot.end)
            lasts = slot.end.astimezone(UTC) - slot.start.astimezone(UTC) if end is None else None
        if lasts is not None and lasts > LONGEST:
            self._notes.not_carried("ends of entries longer than 999 hours", slot.entry.line)
            lasts = None
        return Hours(self._ids[day], start, end, lasts)

    def _date(self, start: datetime, awake: set[date]) -> date:
        own = start.date()
        before = own - _DAY
        if 0 < _minutes(start) < NIGHT and before in awake:
            template = "sessions of the small hours, put on the day before ({n}): `{example}`"
            self._notes.add(MovedHour, template, example=f"{start:%Y-%m-%d %H:%M}")
            return before
        return own

    def _wall(self, day: date, local: datetime) -> WallTime | None:
        """Return a time as that of a day's clock, worked out once for many sessions."""
        key = (day, local, local.fold)  # two equal hours of an autumn night are equal to Python
        if key not in self._walls:
            self._walls[key] = self._shown(day, local)
        return self._walls[key]

    def _shown(self, day: date, local: datetime) -> WallTime | None:
        """Return what the clock of a day shows; an hour shown twice is told by its offset."""
        minutes = (local.date() - day).days * 1440 + _minutes(local)
        if not 0 <= minutes <= LAST_MINUTE:
            return None
        wall = WallTime(minutes)
        before, after = offsets_at(day, wall, self._zone)
        if before == after:
            return wall
        return WallTime(minutes, (local.utcoffset() or timedelta()) // _MINUTE)


def _minutes(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
