"""The half-days of a programme, and to which of them an entry counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

import attrs

from partenariats.model.ids import BlockId, DayId, SessionId
from partenariats.model.programme import Programme, ScheduledSession


@attrs.frozen(kw_only=True)
class HalfDay:
    """Hold a block with its times, or what a day has outside of blocks."""

    day: DayId
    block: BlockId | None
    start: int
    """In seconds since the epoch, as is the end."""
    end: int

    @property
    def minutes(self) -> int:
        """Give how long it is, breaks included."""
        return (self.end - self.start) // 60


@attrs.frozen(kw_only=True)
class HalfDays:
    """Know the half-days in their order, and that of each session."""

    all: tuple[HalfDay, ...]
    of_session: Mapping[SessionId, HalfDay]
    zone: ZoneInfo

    @classmethod
    def of(cls, programme: Programme) -> HalfDays:
        """Read them from a programme."""
        members: dict[tuple[DayId, BlockId | None], list[ScheduledSession]] = {}
        for day in programme.days:
            for section in day.sections:
                block = section.block.id if section.block is not None else None
                members.setdefault((day.day.id, block), []).extend(section.sessions)
        found = []
        of_session: dict[SessionId, HalfDay] = {}
        for (day_id, block), sessions in members.items():
            half_day = HalfDay(
                day=day_id,
                block=block,
                start=min(int(item.start.timestamp()) for item in sessions),
                end=max(int((item.end or item.start).timestamp()) for item in sessions),
            )
            found.append(half_day)
            for item in sessions:
                of_session |= {one.id: half_day for one in (item, *item.workshops)}
        found.sort(key=lambda half_day: half_day.start)
        zone = ZoneInfo(programme.event.timezone)
        return cls(all=tuple(found), of_session=of_session, zone=zone)

    def at(self, moment: datetime) -> HalfDay | None:
        """Return the half-day in which a moment falls, else the next that begins on its date."""
        seconds = moment.timestamp()
        today = moment.astimezone(self.zone).date()
        for half_day in self.all:
            if half_day.start <= seconds < half_day.end:
                return half_day
        for half_day in self.all:
            begins = datetime.fromtimestamp(half_day.start, self.zone)
            if seconds < half_day.start and begins.date() == today:
                return half_day
        return None

    def occasion(self, moment: datetime) -> HalfDay | date:
        """Return what tells one time of coming from another: a half-day, else the date."""
        return self.at(moment) or moment.astimezone(self.zone).date()
