"""When each entry takes place: once, or as often as it repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

import attrs

from partenariats.interfaces.importer import UnreadableError
from partenariats_ical.mapping.repeats import Repetition, read_repetition
from partenariats_ical.mapping.zones import Zones
from partenariats_ical.notes import Notes
from partenariats_ical.reading.components import Component, Property
from partenariats_ical.reading.values import Moment, length, moment, moment_of
from partenariats_ical.rules import CutRepetition, UsedUid, WholeDay

MOST_REPEATED: Final = 20_000
"""Times that all entries of a calendar may repeat together."""
_DAY: Final = timedelta(days=1)


@attrs.frozen
class Slot:
    """Hold an entry and one time at which it takes place, in the event's zone."""

    entry: Component
    start: datetime | None
    end: datetime | None = None


class Slots:
    """Find when the entries of a calendar take place."""

    def __init__(
        self, entries: list[Component], zones: Zones, notes: Notes, numbers: Callable[[], list[int]]
    ) -> None:
        self._zones = zones
        self._notes = notes
        self._numbers = numbers
        self._repeated = 0
        self._moved: dict[str, set[datetime]] = defaultdict(set)
        self._entries = list(self._distinct(entries))

    def slots(self) -> Iterator[Slot]:
        """Give each time of each entry that was not cancelled."""
        for entry in self._entries:
            if entry.value("STATUS").strip().upper() == "CANCELLED":
                self._notes.not_carried("entries that were cancelled", entry.line)
            else:
                yield from self._of(entry)

    def _distinct(self, entries: Iterable[Component]) -> Iterator[Component]:
        """Give the entries, each once, and keep which times others stand for."""
        seen: dict[str, Component] = {}
        for entry in entries:
            uid = entry.value("UID").strip()
            replaced = entry.first("RECURRENCE-ID")
            if replaced is not None:
                at = self._moment(replaced, "RECURRENCE-ID")
                if at is not None:
                    self._moved[uid].add(self._instant(at, entry.line))
            elif uid and uid in seen:
                same = _says_the_same(seen[uid], entry)
                template = "entries whose `UID` another has already, kept both ({n}): `{example}`"
                if same:
                    template = "entries that are there twice, kept once ({n}): `{example}`"
                self._notes.add(UsedUid, template, example=uid, line=entry.line)
                if same:
                    continue
            seen.setdefault(uid, entry)
            yield entry

    def _of(self, entry: Component) -> Iterator[Slot]:
        said = entry.first("DTSTART")
        start = self._moment(said, "DTSTART") if said is not None else None
        if said is None or start is None:
            if said is None:
                self._notes.not_carried("entries without `DTSTART`, which have no time", entry.line)
            yield Slot(entry, None)
            return
        if start.is_date:
            template = "entries for whole days, imported from 0:00 to 24:00 ({n})"
            self._notes.add(WholeDay, template, line=said.line)
        for at in self._times(entry, start):
            first = self._zones.local(at, said.line)
            yield Slot(entry, first, self._end(entry, start, at, first))

    def _times(self, entry: Component, start: Moment) -> list[Moment]:
        """Return when an entry takes place: by its rule and its dates, without the exceptions."""
        if not entry.properties.keys() & {"RRULE", "RDATE", "EXDATE"}:
            return [start]
        times = dict.fromkeys([start.local])
        for rule in entry.all("RRULE"):
            times |= dict.fromkeys(self._repeat(rule, start))
        times |= dict.fromkeys(self._dates(entry, "RDATE", start))
        self._repeated += len(times)
        if self._repeated > MOST_REPEATED:
            raise UnreadableError(
                "its entries repeat more often than {n} times together", n=MOST_REPEATED
            )
        left_out = set(self._dates(entry, "EXDATE", start))
        moved = self._moved.get(entry.value("UID").strip(), set())
        kept = [attrs.evolve(start, local=at) for at in sorted(times) if at not in left_out]
        return [at for at in kept if not moved or self._instant(at, entry.line) not in moved]

    def _repeat(self, rule: Property, start: Moment) -> list[datetime]:
        found = read_repetition(rule.value, lambda: self._numbers()[rule.line])
        if found is None:
            template = "repetitions by a rule that was not followed ({n}): `{example}`"
            self._notes.add(CutRepetition, template, example=rule.value, line=rule.line)
            return []
        times, was_cut = found.times(start.local, self._until(found, start))
        if was_cut:
            template = "repetitions that were cut after a year ({n}): `{example}`"
            self._notes.add(CutRepetition, template, example=rule.value, line=rule.line)
        return times

    def _until(self, rule: Repetition, start: Moment) -> datetime | None:
        """Return the last moment of a rule by the clock of the first time."""
        if rule.until is None:
            return None
        if rule.until.is_date:
            return rule.until.local + _DAY - timedelta(seconds=1)
        return self._by_clock_of(start, rule.until)

    def _dates(self, entry: Component, name: str, start: Moment) -> Iterator[datetime]:
        for said in entry.all(name):
            for value in said.value.split(","):
                zone = said.parameters.get("TZID", "")
                found = moment_of(value.partition("/")[0].strip(), zone)
                if found is None:
                    self._notes.unreadable(name, value, said.line)
                elif found.is_date and not start.is_date:
                    yield datetime.combine(found.local, start.local.time())
                else:
                    yield self._by_clock_of(start, found)

    def _by_clock_of(self, start: Moment, said: Moment) -> datetime:
        if said.zone in {"", start.zone}:
            return said.local
        aware = said.local.replace(tzinfo=self._zones.zone_of(said))
        return aware.astimezone(self._zones.zone_of(start)).replace(tzinfo=None)

    def _instant(self, said: Moment, line: int) -> datetime:
        return self._zones.local(said, line).astimezone(UTC)

    def _end(self, entry: Component, start: Moment, at: Moment, first: datetime) -> datetime | None:
        """Return when an entry ends that starts at a time; it lasts as long as the first time."""
        said, lasts = entry.first("DTEND"), entry.first("DURATION")
        if said is not None:
            end = self._moment(said, "DTEND")
            if end is None:
                return None
            if at is start:
                found = self._zones.local(end, said.line)
            else:
                shifted = attrs.evolve(end, local=end.local + (at.local - start.local))
                found = self._zones.local(shifted, said.line)
            if found.astimezone(UTC) < first.astimezone(UTC):
                self._notes.unreadable("DTEND", said.value, said.line)
                return None
            return found
        if lasts is not None:
            duration = length(lasts.value)
            if duration is None:
                self._notes.unreadable("DURATION", lasts.value, lasts.line)
                return None
            return self._lasting(at, duration, lasts.line)
        return self._lasting(at, _DAY, entry.line) if start.is_date else None

    def _lasting(self, at: Moment, duration: timedelta, line: int) -> datetime | None:
        """Return the end after a length of time: days by the calendar, the rest by the clock."""
        if at.is_date:
            return self._zones.local(attrs.evolve(at, local=at.local + duration), line)
        try:
            first = self._zones.local(at, line)
            return (first.astimezone(UTC) + duration).astimezone(first.tzinfo)
        except OverflowError:
            self._notes.unreadable("DURATION", str(duration), line)
            return None

    def _moment(self, said: Property, name: str) -> Moment | None:
        found = moment(said)
        if found is None:
            self._notes.unreadable(name, said.value, said.line)
            return None
        if found.local.second:
            self._notes.not_carried("seconds of hours", said.line)
            found = attrs.evolve(found, local=found.local.replace(second=0))
        return found


def _says_the_same(one: Component, other: Component) -> bool:
    def said(component: Component) -> dict[str, list[str]]:
        return {
            name: [found.value for found in properties]
            for name, properties in component.properties.items()
            if name != "DTSTAMP"
        }

    return said(one) == said(other)
