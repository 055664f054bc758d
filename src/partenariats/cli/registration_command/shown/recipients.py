"""Recipients of exports as people read them."""

from __future__ import annotations

from partenariats.cli.registration_command.visit import Visit
from partenariats.registration.personal.exports import AT_DOOR, ORGANIZER
from partenariats.registration.personal.wording import Wording


def say_recipient(visit: Visit, name: str) -> str:
    """Say who got an export: the organiser, a door, or whoever is declared."""
    say = visit.front.say
    if name == ORGANIZER:
        return say("the organiser")
    if name.startswith(AT_DOOR):
        return say("the door {door}", door=name.removeprefix(AT_DOOR))
    event = visit.desk.programme.event
    for one in event.registration.recipients:
        if one.id == name and one.title is not None:
            return Wording(event, visit.front.language).recipient(one)
    return name  # declared no more
