"""`partenariats registration check-in`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

import click

from partenariats.cli.registration_command.door.key_files import read_keys
from partenariats.cli.registration_command.door.scanning import check_text, scan
from partenariats.cli.registration_command.shown.json_shapes import registration_shape
from partenariats.cli.registration_command.visit import Visit, acts
from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId, SessionId
from partenariats.model.registration.registrations import Registration, RosterLine
from partenariats.registration.door.people import People, Person
from partenariats.registration.errors import UnknownAttendeeError
from partenariats.registration.leaving import SETTLED
from partenariats.registration.requests.texts import clean

LONGEST_DOOR: Final = 60
_DOOR: Final = Message.of("the name of the door")


@click.command("check-in")
@click.argument("file")
@click.argument("text", required=False)
@click.option("--session", help="They came to this session: its id.")
@click.option("--door", default="", help="At which door, for the journal.")
@click.option("--undo", is_flag=True, help="They did not come: take the last entry back.")
@click.option("--scan", "scans", is_flag=True, help="Read a TEXT from each line that is typed.")
@acts
def command(  # noqa: PLR0913  # an argument for each option
    visit: Visit,
    *,
    text: str | None,
    session: str | None,
    door: str,
    undo: bool,
    scans: bool,
    why: str,
) -> None:
    """Note that somebody came to the event of FILE, or to a session of it.

    TEXT is what a ticket holds, an id, an e-mail address or a name.
    """
    check_text(visit.front, text, scans=scans)
    step = visit.desk.undo_check_in if undo else visit.desk.check_in
    chosen = SessionId(session) if session else None
    verb = partial(step, session=chosen, door=clean_door(door), why=why)
    front_door = _FrontDoor(visit, verb, is_undo=undo)
    if scans:
        scan(visit.front, front_door, as_json=visit.as_json)
    elif text is not None:
        visit.tell_changed(verb(front_door.find(text).id))


def clean_door(name: str) -> str:
    """Return the name of a door; raise where it is too long or no line."""
    return clean(name, _DOOR, LONGEST_DOOR)


class _FrontDoor:
    """Let people in at the desk; all are read once, when a ticket or a name is first shown."""

    def __init__(
        self,
        visit: Visit,
        verb: Callable[[AttendeeId], tuple[Registration, ...]],
        *,
        is_undo: bool,
    ) -> None:
        self._visit = visit
        self._verb = verb
        self._said = "{name}: entry taken back" if is_undo else "{name}: come in"
        self._keys = read_keys(visit.desk.backend.folder)
        self._people: People | None = None

    def find(self, text: str) -> Person:
        """Return whom a text means; raise a `RegistrationError`."""
        own = self._visit.attendee(text) if "@" in text else AttendeeId(text.strip())
        known = self._visit.desk.backend.attendee(own)
        if known is not None:
            return Person(id=own, name=known.name)
        if self._people is not None:
            try:
                return self._people.find(text, self._keys)
            except UnknownAttendeeError:
                pass  # they may have registered since
        self._people = self._read()
        return self._people.find(text, self._keys)

    def note(self, person: Person) -> tuple[str, dict[str, Any]]:
        """Note that somebody came, or did not."""
        changed = self._verb(person.id)
        shapes = [registration_shape(item, self._visit.zone) for item in changed]
        return self._visit.front.say(self._said, name=person.name), {"changed": shapes}

    def _read(self) -> People:
        desk = self._visit.desk
        return People(desk.programme.event.id, map(_person, desk.backend.roster()))


def _person(line: RosterLine) -> Person:
    event = (item for item in line.registrations if item.session is None)
    return Person(
        id=line.attendee.id,
        name=line.attendee.name,
        email=line.attendee.email,
        comes=any(item.state in SETTLED for item in event),
    )
