"""What a calendar carries otherwise than the event file says it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from partenariats.language.message import Message

_TYPESET: Final = Message.of("it is written with the spaces that its language wants")
_IN_TEXT: Final = Message.of("it is said in the description of sessions")
_PLACE: Final = Message.of("room, venue and address are written as one place")
_ANEW: Final = Message.of("calendars have no such id: it is made anew from the name")
_NAMED: Final = Message.of("only what a session names is written")
_ORDER: Final = Message.of("sessions are written in the order in which they take place")
_DAYS: Final = Message.of("calendars know only dates: days without sessions are not written")
_BLOCKS: Final = Message.of("calendars have no parts of days")
_FIRST: Final = Message.of("only the first organizer is written")
_WORKSHOP: Final = Message.of("a workshop is an entry like any other, with its number in the title")
_END: Final = Message.of("an end that was inferred is written as any other")
_WEB: Final = Message.of("only addresses of the web are written")

ALTERS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "blocks": _BLOCKS,
        "days": _DAYS,
        "days.id": Message.of("calendars have no such id: days are numbered"),
        "event.contact": Message.of("it is the address of the organizer, if there is one"),
        "event.id": Message.of("it stands in the ids of sessions, if there are any"),
        "event.language": Message.of("it is that in which the calendar is written"),
        "event.organizers": _FIRST,
        "event.purpose": _TYPESET,
        "event.revision": Message.of("number 0 at midnight stands for none"),
        "event.title": _TYPESET,
        "event.url": _WEB,
        "organizations": _FIRST,
        "organizations.acronym": _IN_TEXT,
        "organizations.id": _ANEW,
        "organizations.name": _TYPESET,
        "people": _IN_TEXT,
        "rooms": _PLACE,
        "rooms.id": _ANEW,
        "rooms.name": _PLACE,
        "rooms.order": _ORDER,
        "sessions.block": _BLOCKS,
        "sessions.credits": _IN_TEXT,
        "sessions.day": _DAYS,
        "sessions.description": Message.of("people by role and agenda stand in it"),
        "sessions.end": _END,
        "sessions.end_is_inferred": _END,
        "sessions.order": _ORDER,
        "sessions.points": _IN_TEXT,
        "sessions.room": _PLACE,
        "sessions.themes": _NAMED,
        "sessions.title": _TYPESET,
        "sessions.url": _WEB,
        "sessions.venue": _PLACE,
        "themes": _NAMED,
        "themes.color": Message.of("it is the nearest of the colours that have a name in CSS 3"),
        "themes.id": _ANEW,
        "themes.order": _ORDER,
        "themes.title": _TYPESET,
        "venues": _PLACE,
        "workshops": _WORKSHOP,
        "workshops.number": _WORKSHOP,
    }
)
"""Keys of the event file, each with the reason, in a few words."""
