"""States, things and times as people read them."""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from partenariats.cli.front import Front
from partenariats.language.message import Message
from partenariats.model.registration.registrations import RegistrationState

STATES: Final = MappingProxyType(
    {
        RegistrationState.DRAFT: Message.of("draft"),
        RegistrationState.PENDING: Message.of("pending"),
        RegistrationState.CONFIRMED: Message.of("confirmed"),
        RegistrationState.WAITLISTED: Message.of("waitlisted"),
        RegistrationState.OFFERED: Message.of("offered"),
        RegistrationState.ATTENDED: Message.of("attended"),
        RegistrationState.CANCELLED: Message.of("cancelled"),
        RegistrationState.REFUSED: Message.of("refused"),
    }
)


def say_state(front: Front, state: RegistrationState) -> str:
    """Say a state."""
    return STATES[state].say(front.language)


def name_of_thing(front: Front, key: str) -> str:
    """Say what a quota counts the places of: the event, a session by its id, an audience."""
    kind, _, name = key.partition(":")
    if kind == "audience":
        return front.say("audience {id}", id=name)
    return name or front.say("event")


def say_time(moment: datetime, zone: ZoneInfo) -> str:
    """Say when something is, in the event's zone."""
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"
