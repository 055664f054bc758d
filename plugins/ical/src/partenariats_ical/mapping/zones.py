"""Time zones of a calendar: which one the event is in, and which one a `TZID` means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from partenariats.model.clock import find_zone
from partenariats_ical.mapping.windows import ZONES
from partenariats_ical.notes import Notes
from partenariats_ical.reading.components import Component
from partenariats_ical.reading.values import Moment, text
from partenariats_ical.rules import GuessedZone, MovedHour

_LIKELY: Final = (
    "Europe/Paris",
    "Europe/London",
    "Europe/Athens",
    "Europe/Moscow",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Halifax",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Australia/Adelaide",
    "Pacific/Auckland",
    "UTC",
)
"""Zones that a `VTIMEZONE` without a known name is compared with, in this order."""


class Zones:
    """Know the zones of one calendar; `event` is that of the event."""

    def __init__(
        self, calendars: list[Component], events: list[Component], asked: str | None, notes: Notes
    ) -> None:
        self._notes = notes
        self._known: dict[str, ZoneInfo | None] = {}
        self._local: dict[tuple[datetime, str], datetime] = {}
        self._defined = {
            component.value("TZID").strip(): component
            for calendar in calendars
            for component in calendar.within("VTIMEZONE")
        }
        self.event = self._choose(calendars, events, asked)

    def local(self, said: Moment, line: int) -> datetime:
        """Return a moment by the clock of the event's zone."""
        found = self._local.get((said.local, said.zone))
        if found is None:
            found = self._local[said.local, said.zone] = self._find(said, line)
        return found

    def _find(self, said: Moment, line: int) -> datetime:
        zone = self.zone_of(said)
        aware = said.local.replace(tzinfo=zone)
        moved = aware.astimezone(UTC).astimezone(zone)
        if moved.replace(tzinfo=None) != said.local:
            template = "times that the clocks leave out, read as an hour later ({n}): `{example}`"
            self._notes.add(MovedHour, template, example=f"{said.local:%Y-%m-%d %H:%M}", line=line)
        return moved.astimezone(self.event)

    def zone_of(self, said: Moment) -> tzinfo:
        """Return the zone by whose clock a moment is said; the event's where it names none."""
        if said.zone == "UTC":
            return UTC
        return (self._resolve(said.zone) if said.zone else None) or self.event

    def _choose(
        self, calendars: list[Component], events: list[Component], asked: str | None
    ) -> ZoneInfo:
        said = [text(calendar.value("X-WR-TIMEZONE")) for calendar in calendars]
        used = Counter(
            start.parameters["TZID"]
            for event in events
            if (start := event.first("DTSTART")) is not None and "TZID" in start.parameters
        )
        names = [asked, *said, *(name for name, _ in used.most_common(3)), *self._defined]
        for name in names:
            zone = self._resolve(name) if name else None
            if zone is not None:
                return zone
        self._notes.add(GuessedZone, "the calendar names no time zone; `{what}` was taken", "UTC")
        return ZoneInfo("UTC")

    def _resolve(self, name: str) -> ZoneInfo | None:
        if name not in self._known:
            zone = self._named(name)
            if zone is None and name in self._defined:
                zone = self._like(name)
            elif zone is None:
                template = "nobody knows the time zone `{example}`"
                self._notes.add(GuessedZone, template, example=name)
            self._known[name] = zone
        return self._known[name]

    def _named(self, name: str) -> ZoneInfo | None:
        """Find a zone by its name, also behind a path as in `/example.org/2022/Europe/Paris`."""
        parts = name.strip("/ ").split("/")
        located = self._defined[name].value("X-LIC-LOCATION") if name in self._defined else ""
        candidates = [name, ZONES.get(name, ""), located.strip()]
        candidates += ["/".join(parts[-count:]) for count in (3, 2) if len(parts) > count]
        return next((zone for one in candidates if one and (zone := find_zone(one))), None)

    def _like(self, name: str) -> ZoneInfo | None:
        """Find a zone with the offsets that a `VTIMEZONE` has in January and in July."""
        wanted = _offsets(self._defined[name])
        zones = (find_zone(one) for one in _LIKELY)
        zone = next((one for one in zones if one is not None and _fits(one, wanted)), None)
        template = "`{example}` is no known time zone; `{what}` has the same offsets and was taken"
        if zone is None:
            template = "nobody knows the time zone `{example}`"
        line = self._defined[name].line
        self._notes.add(GuessedZone, template, zone.key if zone else "", example=name, line=line)
        return zone


def _offsets(defined: Component) -> tuple[str, str]:
    """Return what the newest observances of a zone say of January and of July."""
    latest: dict[str, tuple[str, str]] = {}
    for kind in ("STANDARD", "DAYLIGHT"):
        found = [
            (one.value("DTSTART").strip(), one.value("TZOFFSETTO").strip())
            for one in defined.within(kind)
        ]
        if found:
            latest[kind] = max(found)
    if len(latest) < 2:  # noqa: PLR2004  # winter and summer
        offset = next((offset for _, offset in latest.values()), "")
        return offset, offset
    (winter_since, winter), (summer_since, summer) = latest["STANDARD"], latest["DAYLIGHT"]
    month = slice(4, 6)
    starts_the_year = summer_since[month] < winter_since[month]
    return (winter, summer) if starts_the_year else (summer, winter)


def _fits(zone: ZoneInfo, wanted: Iterable[str]) -> bool:
    found = (f"{datetime(2024, month, 15, tzinfo=zone):%z}" for month in (1, 7))
    return tuple(found) == tuple(wanted)
