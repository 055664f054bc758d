"""Days of an event, and the place of each talk in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

import attrs

from partenariats.model.ids import DayId
from partenariats.model.sessions import Day
from partenariats.model.walltime import MINUTES_IN_DAY, WallTime
from partenariats_schedule.mapping.times import (
    Wall,
    parse_date,
    parse_hour,
    parse_instant,
    parse_length,
)
from partenariats_schedule.notes import Notes
from partenariats_schedule.reading.conference import Conference, ConferenceDay, Talk
from partenariats_schedule.rules import OtherDay, StartAgainstDate

NIGHT: Final = 6 * 60
"""Until then the morning after belongs to a day under which a session stands."""
LONGEST: Final = timedelta(hours=999)
"""The longest session that an event file can write."""


@attrs.frozen
class Slot:
    """Hold a talk and its place: its date, and the hours of that date's clock."""

    talk: Talk
    date: date | None
    start: WallTime | None = None
    end: WallTime | None = None
    duration: timedelta | None = None


class DayPlanner:
    """Find the date of each day, and put each talk on one."""

    def __init__(self, conference: Conference, wall: Wall, notes: Notes) -> None:
        self._notes = notes
        self._wall = wall
        self._change = parse_hour(conference.day_change) or 0
        self._days: dict[date, Day] = {}
        self.slots: list[Slot] = []
        listed = [(self._date_of(day), day) for day in conference.days]
        for found, day in listed:
            if found is not None and found not in self._days:
                self._days[found] = self._day(found, day)
        for found, day in listed:
            self.slots += (self._slot(talk, found) for talk in day.talks)
        self._ids = {
            found: DayId(f"day-{number}") for number, found in enumerate(sorted(self._days), 1)
        }

    @property
    def days(self) -> tuple[Day, ...]:
        """Give the days in order."""
        return tuple(attrs.evolve(self._days[d], id=i) for d, i in self._ids.items())

    def id_of(self, found: date | None) -> DayId | None:
        """Return the id of the day of a date."""
        return self._ids.get(found) if found is not None else None

    def _date_of(self, day: ConferenceDay) -> date | None:
        """Return the date of a day: what it says, unless it begins on another and is held then."""
        said = parse_date(day.date)
        if day.date and said is None:
            self._notes.unreadable("date of a day", day.date)
        begins = parse_instant(day.start)
        first = self._wall.local(begins).date() if begins is not None else None
        if said is None:
            found = first or min(self._dates(day), default=None)
            if found is None and not day.date:
                self._notes.not_carried("days without a date")
            return found
        if first is None or first == said or said in self._dates(day):
            return said
        template = "days begin on another date than they say ({n}): `{example}`"
        self._notes.add(OtherDay, template, example=f"{said}, {first}")
        return first

    def _dates(self, day: ConferenceDay) -> Iterator[date]:
        """Give the dates on which the talks of a day start, by the clock of the event."""
        for talk in day.talks:
            moment = parse_instant(talk.date)
            if moment is not None:
                yield self._wall.local(moment).date()

    def _day(self, found: date, day: ConferenceDay) -> Day:
        start, end = (self._edge(found, text) for text in (day.start, day.end))
        if start is not None and end is not None and end.minutes < start.minutes:
            self._notes.unreadable("end of a day", day.end)
            end = None
        return Day(id=DayId(""), date=found, start=start, end=end)

    def _edge(self, found: date, text: str) -> WallTime | None:
        """Return when a day starts or ends, by its own clock."""
        moment, hour = parse_instant(text), parse_hour(text)
        if moment is not None:
            wall = self._wall.time(found, self._wall.local(moment))
        else:
            wall = WallTime(hour) if hour is not None else None
        if text and wall is None:
            self._notes.unreadable("start or end of a day", text)
        return wall

    def _slot(self, talk: Talk, listed: date | None) -> Slot:
        length = self._length(talk)
        local = self._moment(talk, listed)
        if local is None:
            return self._without_date(talk, listed, length)
        self._compare(talk, local)
        held = self._held_on(local, listed)
        end = None if length is None else self._after(local, length)
        end_wall = self._wall.time(held, end) if end is not None else None
        return Slot(
            talk,
            held,
            self._wall.time(held, local),
            end_wall,
            length if end_wall is None and length else None,
        )

    def _length(self, talk: Talk) -> timedelta | None:
        length = parse_length(talk.duration)
        if length is not None and length <= LONGEST:
            return length
        if talk.duration:
            self._notes.unreadable("duration", talk.duration)
        return None

    def _moment(self, talk: Talk, listed: date | None) -> datetime | None:
        """Return when a talk starts in the event's zone, to the minute."""
        moment = parse_instant(talk.date)
        if moment is None:
            day = parse_date(talk.date) if "T" not in talk.date else None
            minutes = self._minutes(talk, listed if day is None else day, own=day is not None)
            if talk.date and (day is None or minutes is None):
                self._notes.unreadable("date", talk.date)
            base = day or listed
            if base is None or minutes is None:
                return None
            moment = datetime.combine(base, time()) + timedelta(minutes=minutes)
        if moment.second or moment.microsecond:
            self._notes.not_carried("seconds of hours")
        return self._wall.local(moment.replace(second=0, microsecond=0))

    def _minutes(self, talk: Talk, day: date | None, *, own: bool) -> int | None:
        """Return when a talk starts by its clock; before the day's change it means tomorrow."""
        minutes = parse_hour(talk.start)
        if talk.start and minutes is None:
            self._notes.unreadable("start", talk.start)
        if minutes is None or own or day is None:
            return minutes
        end = self._days[day].end if day in self._days else None
        change = self._change or (max(0, end.minutes - MINUTES_IN_DAY) if end else 0)
        return minutes + MINUTES_IN_DAY if minutes < change else minutes

    def _compare(self, talk: Talk, local: datetime) -> None:
        """Note where `start` says another hour than `date`."""
        minutes = parse_hour(talk.start)
        shown = local.hour * 60 + local.minute
        if minutes is not None and minutes % MINUTES_IN_DAY != shown:
            template = (
                "sessions have a `start` that is not the hour of their `date` ({n}): `{example}`"
            )
            self._notes.add(StartAgainstDate, template, example=f"{talk.start}, {talk.date}")

    def _held_on(self, local: datetime, listed: date | None) -> date:
        """Return the day a talk belongs to: the one it stands under, or its own date."""
        own = local.date()
        if listed is not None and own != listed:
            if own == listed + timedelta(days=1) and self._is_night(local, listed):
                return listed
            template = "sessions stand under a day on which they are not ({n}): `{example}`"
            self._notes.add(OtherDay, template, example=f"{listed}, {own}")
        if own not in self._days:
            self._days[own] = Day(id=DayId(""), date=own)
        return own

    def _is_night(self, local: datetime, listed: date) -> bool:
        """Tell whether a time on the next date still belongs to a day."""
        end = self._days[listed].end
        closing = end.minutes - MINUTES_IN_DAY if end is not None else 0
        return local.hour * 60 + local.minute <= max(closing, self._change, NIGHT)

    def _after(self, local: datetime, length: timedelta) -> datetime:
        return self._wall.local(local.astimezone(UTC) + length)

    def _without_date(self, talk: Talk, listed: date | None, length: timedelta | None) -> Slot:
        """Place a talk as far as it can be: it has no hour, or no day."""
        minutes = parse_hour(talk.start)
        start = WallTime(minutes) if minutes is not None else None
        return Slot(talk, listed, start, None, length or None)
