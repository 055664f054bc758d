"""A door without a network: it knows whom it lets in, and what it noted itself."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

import attrs

from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId, SessionId
from partenariats.model.registration.registrations import CheckIn
from partenariats.registration.desk import RegistrationDesk
from partenariats.registration.door.checking_in import AlreadyInError
from partenariats.registration.door.entries import live, twin
from partenariats.registration.door.half_days import HalfDays
from partenariats.registration.door.journals import DoorHeader, DoorJournal
from partenariats.registration.door.people import People, Person
from partenariats.registration.door.ticketing.keys import TicketKeys
from partenariats.registration.errors import WrongStateError
from partenariats.registration.leaving import SETTLED
from partenariats.registration.sessions import Sessions


class OfflineDoor:
    """Let people in by a door file."""

    def __init__(self, journal: DoorJournal) -> None:
        self.header: DoorHeader = journal.header
        self.people: People = People(journal.header.event, journal.header.people)
        self._own: dict[AttendeeId, list[CheckIn]] = defaultdict(list)
        self.learn(journal.check_ins)

    def learn(self, check_ins: tuple[CheckIn, ...]) -> None:
        """Take in what the file holds besides: another process may write to it too."""
        for one in check_ins:
            self._own[one.attendee].append(one)

    def find(self, text: str) -> Person:
        """Return whom a text means; raise a `RegistrationError` where it is not on the list."""
        return self.people.find(text, self.header.keys)

    def check_in(self, attendee: AttendeeId, key: str, at: datetime) -> CheckIn:
        """Return what is to be noted of somebody who comes in; raise `AlreadyInError`."""
        made = self._made(attendee, key, at)
        before = twin(made, self._own[attendee], self.header.half_days)
        if before is not None:
            raise AlreadyInError(before, self.header.half_days.zone)
        return made

    def undo(self, attendee: AttendeeId, key: str, at: datetime) -> CheckIn:
        """Return what is to be noted where the last entry of somebody was a mistake."""
        there = live(self._own[attendee])
        if not there:
            raise WrongStateError(
                "`{id}` did not come in through this door",
                id=attendee,
                advice=Message.of("undo it where they came in"),
            )
        return attrs.evolve(self._made(attendee, key, at), undoes=there[-1].key)

    def _made(self, attendee: AttendeeId, key: str, at: datetime) -> CheckIn:
        header = self.header
        return CheckIn(key=key, attendee=attendee, session=header.session, at=at, door=header.door)


def header_of(
    desk: RegistrationDesk, door: str, session: SessionId | None, keys: TicketKeys
) -> DoorHeader:
    """Return what a door needs to know of all who come, to the event or to a session."""
    programme = desk.programme
    if session is not None:
        Sessions.of(programme).check((session,))
    people = (
        Person(id=line.attendee.id, name=line.attendee.name, email=line.attendee.email)
        for line in desk.list(states=SETTLED, session=session)
    )
    return DoorHeader(
        event=programme.event.id,
        door=door,
        session=session,
        half_days=HalfDays.of(programme),
        opened=desk.now(),
        keys=keys,
        people=tuple(sorted(people, key=lambda one: (one.name.casefold(), one.id))),
    )
