"""Who is meant by what was scanned or typed: a ticket, an id, an e-mail address or a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import ClassVar, Final

import attrs

from partenariats.language.message import Message
from partenariats.language.names import plain_name
from partenariats.model.ids import AttendeeId, EventId
from partenariats.registration.door.ticketing.keys import TicketKeys
from partenariats.registration.door.ticketing.tickets import (
    looks_like_ticket,
    read_ticket,
    reference_of,
)
from partenariats.registration.errors import RegistrationError, UnknownAttendeeError
from partenariats.registration.requests.texts import short

_MOST: Final = 10
"""Persons of one name that are listed."""


class SeveralError(RegistrationError):
    """Several persons have that name; `ids` are theirs."""

    code: ClassVar[str] = "several"

    def __init__(self, name: str, persons: Iterable[Person]) -> None:
        found = tuple(persons)
        ids = tuple(person.id for person in found)
        listed = [f"{one.id} ({one.email})" if one.email else str(one.id) for one in found[:_MOST]]
        if len(found) > _MOST:
            listed.append("…")
        super().__init__(
            "several persons are called `{name}`: {persons}",
            name=short(name),
            persons=", ".join(listed),
            advice=Message.of("say which by the id, or scan the ticket"),
        )
        self.ids: tuple[AttendeeId, ...] = ids


@attrs.frozen(kw_only=True)
class Person:
    """Hold what the door knows of somebody."""

    id: AttendeeId
    name: str
    email: str | None = None
    comes: bool = True
    """Whoever gave up is known by the ticket, and by a name that nobody else has."""


class People:
    """Find people by what they show or say; the indexes are built once."""

    def __init__(self, event: EventId, people: Iterable[Person]) -> None:
        self._event = event
        self.by_id: dict[AttendeeId, Person] = {person.id: person for person in people}
        self._by_reference = {reference_of(event, own): own for own in self.by_id}
        self._by_email: dict[str, Person] = {}
        self._by_name: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        for person in sorted(self.by_id.values(), key=lambda one: not one.comes):
            self._by_name[_folded(person.name)].append(person)
            if person.email:
                self._by_email.setdefault(person.email.casefold(), person)

    def find(self, text: str, keys: TicketKeys) -> Person:
        """Return who is meant; raise a `TicketError`, `SeveralError` or `UnknownAttendeeError`.

        Case, accents and the order of the words of a name do not count.
        """
        said = text.strip()
        if looks_like_ticket(said):
            return self.by_reference(read_ticket(said, keys, self._event))
        known = self.by_id.get(AttendeeId(said)) or self._by_email.get(said.casefold())
        if known is not None:
            return known
        named = self._by_name.get(_folded(said), [])
        named = [person for person in named if person.comes] or named
        if len(named) == 1:
            return named[0]
        if named:
            raise SeveralError(said, named)
        raise UnknownAttendeeError(
            "nobody on the list is `{text}`",
            text=short(said),
            advice=Message.of("scan the ticket, or type the id, the e-mail address or the name"),
        )

    def by_reference(self, reference: bytes) -> Person:
        """Return whom a ticket stands for; raise `UnknownAttendeeError`."""
        own = self._by_reference.get(reference)
        if own is not None:
            return self.by_id[own]
        raise UnknownAttendeeError(
            "the ticket is genuine, and whoever it stands for is not on the list",
            advice=Message.of("look the person up by name; they may have cancelled"),
        )


def _folded(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared, in whatever order."""
    return tuple(sorted(filter(None, plain_name(name.replace(",", " ")).split("-"))))
