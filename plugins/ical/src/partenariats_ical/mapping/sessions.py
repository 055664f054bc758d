"""The sessions of a calendar, with their themes, places and people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from zoneinfo import ZoneInfo

from partenariats.language.message import Message
from partenariats.model.ids import SessionId
from partenariats.model.sessions import Session
from partenariats.model.text import Text
from partenariats_ical.mapping.days import Days
from partenariats_ical.mapping.kinds import kind_of
from partenariats_ical.mapping.people import People
from partenariats_ical.mapping.places import Places
from partenariats_ical.mapping.slots import Slot
from partenariats_ical.mapping.slugs import Slugs, id_of
from partenariats_ical.mapping.themes import Themes
from partenariats_ical.notes import Notes
from partenariats_ical.reading.components import Component, Property
from partenariats_ical.reading.values import text
from partenariats_ical.rules import UnreadableValue

_WEB: Final = ("http://", "https://")
_TAG: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_READ: Final = frozenset(
    {
        "UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "LOCATION", "GEO",
        "CATEGORIES", "COLOR", "ORGANIZER", "ATTENDEE", "STATUS", "URL", "RRULE", "RDATE", "EXDATE",
        "RECURRENCE-ID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "CREATED",
    }
)  # fmt: skip
"""Properties that are read, or that say no more than when the entry was written."""
_ONCE: Final = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION"})
_KNOWN: Final = frozenset(
    {
        "ATTACH", "CLASS", "COMMENT", "CONFERENCE", "CONTACT", "EXRULE", "IMAGE", "PRIORITY",
        "RELATED-TO", "REQUEST-STATUS", "RESOURCES", "TRANSP",
    }
)  # fmt: skip


class Sessions:
    """Turn the times of a calendar's entries into sessions."""

    def __init__(self, slots: list[Slot], zone: ZoneInfo, notes: Notes) -> None:
        self._slots = slots
        self._notes = notes
        entries = list({id(slot.entry): slot.entry for slot in slots}.values())
        self.days = Days(slots, zone, notes)
        self.places = Places(entries, notes)
        self.people = People(entries, notes)
        self.themes = Themes(entries, notes)
        for entry in entries:
            self._tell_rest(entry)

    def sessions(self) -> Iterator[Session]:
        """Give the sessions in order, each under an id of its own."""
        slugs = Slugs()
        for slot in self._slots:
            yield self._session(slot, slugs)

    def _session(self, slot: Slot, slugs: Slugs) -> Session:
        entry = slot.entry
        title = text(entry.value("SUMMARY"))
        if "\n" in title:
            title = " ".join(title.split("\n"))
        given = slugs.give(id_of(text(entry.value("UID")), title))
        if not title:
            template = "entries without a title, their id stands for it ({n})"
            self._notes.add(UnreadableValue, template, line=entry.line)
        hours = self.days.hours(slot)
        room, venue = self.places.of(entry)
        description, url = text(entry.value("DESCRIPTION")), entry.first("URL")
        return Session(
            id=SessionId(given),
            day=hours.day,
            kind=kind_of(title),
            title=Text(title or given),
            description=Text(description) if description else None,
            start=hours.start,
            end=hours.end,
            duration=hours.duration,
            room=room,
            venue=venue if room is None else None,
            themes=self.themes.of(entry),
            credits=self.people.credits(entry),
            tentative=entry.value("STATUS").strip().upper() == "TENTATIVE",
            url=web_address(url, self._notes) if url is not None else None,
        )

    def _tell_rest(self, entry: Component) -> None:
        """Note what an event has no place for."""
        for name, said in entry.properties.items():
            if name in _READ:
                if len(said) > 1 and name in _ONCE:
                    what = Message.of("a second `{name}` of entries", name=name)
                    self._notes.not_carried(what, said[1].line, len(said) - 1)
                continue
            what = Message.of("properties of other programs")
            if name in _KNOWN:
                what = Message.of("`{name}` of entries", name=name)
            self._notes.not_carried(what, said[0].line, len(said))


def web_address(said: Property, notes: Notes) -> str | None:
    """Return an address of the web."""
    url = text(said.value)
    if url.startswith(_WEB) and url.isprintable() and " " not in url:
        return url
    if url:
        notes.not_carried("`URL` that is no address of the web", said.line)
    return None


def tag_of(said: Property) -> str:
    """Return the language of a text as a tag (BCP 47); nothing where it names none."""
    primary, _, rest = said.parameters.get("LANGUAGE", "").replace("_", "-").partition("-")
    tag = primary.lower() + (f"-{rest}" if rest else "")
    return tag if _TAG.match(tag) else ""
