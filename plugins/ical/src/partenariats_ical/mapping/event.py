"""From a calendar to an event: what becomes of each thing it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, time
from typing import Final

from partenariats.language.message import Message
from partenariats.model.event import Event, Revision
from partenariats.model.ids import EventId, is_slug
from partenariats.model.text import Text
from partenariats_ical.mapping.sessions import Sessions, tag_of, web_address
from partenariats_ical.mapping.slots import Slots
from partenariats_ical.mapping.slugs import slug
from partenariats_ical.mapping.zones import Zones
from partenariats_ical.notes import Notes
from partenariats_ical.reading.components import Component, Property
from partenariats_ical.reading.values import moment, text
from partenariats_ical.rules import NoLanguage, UnreadableValue

OWN: Final = ".partenariats"
"""What the `UID`s of entries end with that we wrote: `SESSION@EVENT.partenariats`."""


def make_event(
    calendars: list[Component],
    notes: Notes,
    numbers: Callable[[], list[int]],
    timezone: str | None,
    language: str | None,
) -> Event:
    """Make the event of a file's calendars; zone and language are their own where none is given."""
    entries = [entry for calendar in calendars for entry in calendar.within("VEVENT")]
    zones = Zones(calendars, entries, timezone, notes)
    slots = sorted(
        Slots(entries, zones, notes, numbers).slots(),
        key=lambda slot: (slot.start is None, slot.start.timestamp() if slot.start else 0.0),
    )
    sessions = Sessions(slots, zones.event, notes)
    about = _About(calendars, notes)
    about.tell_rest()
    made = tuple(sessions.sessions())
    return Event(
        id=about.id(entries),
        title=Text(about.title() or "?"),
        purpose=_text(about.purpose()),
        timezone=zones.event.key,
        language=language or about.language(entries),
        url=about.url(),
        contact=sessions.people.contact,
        revision=about.revision(entries),
        organizers=tuple(body.id for body in sessions.people.organizations),
        organizations=sessions.people.organizations,
        people=sessions.people.people,
        venues=sessions.places.venues,
        rooms=sessions.places.rooms,
        themes=sessions.themes.themes,
        days=sessions.days.days,
        sessions=made,
    )


def _text(said: str) -> Text | None:
    return Text(said) if said else None


class _About:
    """Read what the calendars of a file say of themselves: the first that says it is believed."""

    def __init__(self, calendars: list[Component], notes: Notes) -> None:
        self._calendars = calendars
        self._notes = notes

    def id(self, entries: list[Component]) -> EventId:
        """Return the event's id: what our own `UID`s end with, else one from the title."""
        uid = text(entries[0].value("UID")) if entries else ""
        site = uid.partition("@")[2]
        own = site.removesuffix(OWN) if site.endswith(OWN) else ""
        title = slug(self._said("NAME", "X-WR-CALNAME"))
        return EventId(own if is_slug(own) else title or "event")

    def title(self) -> str:
        """Return the title, and note where there is none."""
        title = " ".join(self._said("NAME", "X-WR-CALNAME", "SUMMARY").split("\n"))
        if not title:
            self._notes.add(UnreadableValue, "the calendar has no title")
        return title

    def purpose(self) -> str:
        """Return what the calendar is for."""
        purpose = self._said("DESCRIPTION", "X-WR-CALDESC")
        return purpose if purpose != self._said("NAME", "X-WR-CALNAME") else ""

    def url(self) -> str | None:
        """Return the address of the calendar, of the web only."""
        said = self._first("URL")
        return web_address(said, self._notes) if said is not None else None

    def language(self, entries: list[Component]) -> str:
        """Return the language of the title, else that of most entries."""
        counts: Counter[str] = Counter()
        for name in ("NAME", "X-WR-CALNAME"):
            if (said := self._first(name)) and (tag := tag_of(said)):
                return tag
        for entry in entries:
            said = entry.first("SUMMARY")
            if said is not None and (tag := tag_of(said)):
                counts[tag] += 1
        if counts:
            return counts.most_common(1)[0][0]
        self._notes.add(NoLanguage, "the calendar does not say its language; `en` was taken")
        return "en"

    def revision(self, entries: list[Component]) -> Revision | None:
        """Return how often the calendar was published, where it says when it was last changed.

        What our own exporter writes for an event without a revision is none.
        """
        said = self._first("LAST-MODIFIED")
        at = moment(said) if said is not None else None
        if at is None or at.zone != "UTC":
            return None
        number = max((_number(entry.value("SEQUENCE").strip()) for entry in entries), default=0)
        if number == 0 and at.local.time() == time():
            return None
        return Revision(number=number, at=at.local.replace(tzinfo=UTC))

    def tell_rest(self) -> None:
        """Note what stands in the calendars beside entries and zones."""
        if len(self._calendars) > 1:
            self._notes.not_carried(
                "limits between calendars, now one event",
                self._calendars[1].line,
                len(self._calendars),
            )
        for calendar in self._calendars:
            for child in _outside(calendar):
                self._notes.not_carried(_names(child.name), child.line)
            for name, properties in calendar.properties.items():
                if name in _UNKNOWN:
                    what = Message.of("`{name}` of the calendar", name=name)
                    self._notes.not_carried(what, properties[0].line)

    def _first(self, name: str) -> Property | None:
        found = (calendar.first(name) for calendar in self._calendars)
        return next((said for said in found if said is not None), None)

    def _said(self, *names: str) -> str:
        found = (text(said.value) for name in names if (said := self._first(name)) is not None)
        return next((said for said in found if said), "")


_UNKNOWN: Final = frozenset({"IMAGE", "CATEGORIES", "CONFERENCE", "REFRESH-INTERVAL", "SOURCE"})
_PLURALS: Final = {
    "VALARM": "alarms (`VALARM`)",
    "VTODO": "tasks (`VTODO`)",
    "VJOURNAL": "journal entries (`VJOURNAL`)",
    "VFREEBUSY": "busy times (`VFREEBUSY`)",
}


def _number(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 8 else 0  # noqa: PLR2004  # digits of ten million


def _names(name: str) -> str:
    return _PLURALS.get(name, "components of other programs")


def _outside(component: Component) -> Iterator[Component]:
    """Give the components that are neither entries nor zones, the outermost ones."""
    for child in component.children:
        if child.name in {"VEVENT", "VCALENDAR"}:
            yield from _outside(child)
        elif child.name != "VTIMEZONE":
            yield child
