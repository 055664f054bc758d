"""What a published schedule carries otherwise than it was written."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from partenariats.language.message import Message

_FROM_NAMES: Final = Message.of("ids are made anew of names and dates")
_CREDITS: Final = Message.of("persons are named without their role, bodies not at all")
_DAYS: Final = Message.of("days have hours in the format, which are made where none are written")
_ENDS: Final = Message.of("every session has a length in the format")
_PLACES: Final = Message.of(
    "a session has one place in the format, a room; a venue stands in for it"
)
_WORKSHOPS: Final = Message.of("workshops come back as sessions, their number in the title")
ALTERS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "blocks": Message.of("sessions stand on their day"),
        "days.end": _DAYS,
        "days.id": _FROM_NAMES,
        "days.start": _DAYS,
        "event.language": Message.of("it is told by the languages of sessions"),
        "people.id": _FROM_NAMES,
        "rooms": _PLACES,
        "rooms.id": _FROM_NAMES,
        "sessions.credits": _CREDITS,
        "sessions.description": Message.of("line ends are made alike"),
        "sessions.end": _ENDS,
        "sessions.end_is_inferred": _ENDS,
        "sessions.language": Message.of("every session tells its own, that of the event too"),
        "sessions.order": Message.of("sessions stand by day, room and time"),
        "sessions.room": _PLACES,
        "sessions.title": Message.of("line ends are made alike"),
        "sessions.venue": _PLACES,
        "themes.id": _FROM_NAMES,
        "venues": _PLACES,
        "workshops": _WORKSHOPS,
        "workshops.number": _WORKSHOPS,
        "workshops.title": _WORKSHOPS,
    }
)
"""What comes back otherwise than it was, and why."""
