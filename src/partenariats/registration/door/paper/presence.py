"""Presence typed back from paper: a row for each person, a column for each half-day or session."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from partenariats.language.message import Message
from partenariats.language.names import nearest, plain_name
from partenariats.model.ids import AttendeeId, SessionId
from partenariats.model.programme import Programme
from partenariats.model.registration.registrations import CheckIn, Registration, RosterLine
from partenariats.registration.door.half_days import HalfDays
from partenariats.registration.door.paper.things import Thing, things_by_name
from partenariats.registration.door.people import People, Person
from partenariats.registration.door.ticketing.keys import TicketKeys
from partenariats.registration.errors import (
    InvalidRequestError,
    RegistrationError,
    UnknownAttendeeError,
    WrongStateError,
)
from partenariats.registration.leaving import SETTLED
from partenariats.registration.requests.texts import short
from partenariats.registration.sheets.cells import unguard
from partenariats.registration.sheets.columns import NAMES
from partenariats.registration.sheets.faults import FaultySheetError, SheetFault
from partenariats.registration.sheets.text import Row, SheetText

PAPER: Final = "paper"
"""The door of those who signed."""
_PERSON: Final = ("id", "email", "name", "given_name")
_PRESENT: Final = frozenset(
    {"x", "oui", "o", "yes", "y", "1", "present", "presente", "✓", "✔", "vrai", "true"}
)
_ABSENT: Final = frozenset({"", "non", "no", "n", "0", "absent", "absente", "-", "faux", "false"})
_BY_NAME: Final = {plain_name(name): field for field, names in NAMES.items() for name in names}


@attrs.frozen(kw_only=True)
class Presence:
    """Hold what a sheet says."""

    check_ins: tuple[CheckIn, ...]
    """A key is the same whenever the sheet is read."""
    people: int
    """How many rows name somebody."""


def read_presence(
    content: bytes, programme: Programme, half_days: HalfDays, lines: Iterable[RosterLine]
) -> Presence:
    """Read a CSV file of who was there, as check-ins when the half-day or the session began.

    Raise `SheetError` where it cannot be read, and `FaultySheetError` with all that is wrong.
    """
    return _Reader(programme, half_days, lines, SheetText.read(content)).read()


class _Reader:
    """Read the rows of one sheet, and note what is wrong with them."""

    def __init__(
        self,
        programme: Programme,
        half_days: HalfDays,
        lines: Iterable[RosterLine],
        text: SheetText,
    ) -> None:
        self._event = programme.event.id
        self._text = text
        self._faults: list[SheetFault] = []
        self._registered: dict[AttendeeId, Mapping[SessionId | None, Registration]] = {}
        people = []
        for line in lines:
            one = line.attendee
            people.append(Person(id=one.id, name=one.name, email=one.email))
            self._registered[one.id] = {item.session: item for item in line.registrations}
        self._people = People(programme.event.id, people)
        self._names = things_by_name(programme, half_days)
        self._fields, self._things = self._columns()

    def read(self) -> Presence:
        """Return all that the sheet says; raise `FaultySheetError`."""
        found: list[CheckIn] = []
        seen: dict[AttendeeId, int] = {}
        for row in self._text.rows if self._fields else ():
            person = self._person(row)
            if person is None:
                continue
            line = seen.setdefault(person.id, row.line)
            if line != row.line:
                self._note(row, min(self._fields.values()), _twice(line))
            found += self._check_ins(row, person.id)
        if self._faults:
            raise FaultySheetError(
                tuple(sorted(self._faults, key=lambda one: (one.line, one.column)))
            )
        return Presence(check_ins=tuple(found), people=len(seen))

    def _columns(self) -> tuple[dict[str, int], dict[int, Thing]]:
        fields: dict[str, int] = {}
        things: dict[int, Thing] = {}
        for index, header in enumerate(self._text.header.cells):
            name = plain_name(header.strip())
            meant = self._names.get(name, [])
            field = _BY_NAME.get(name)
            if field in _PERSON and field not in fields:
                fields[field] = index
            elif len(meant) == 1:
                things[index] = meant[0]
            elif meant or (field is None and self._is_used(index)):
                self._note(self._text.header, index, self._unknown(header, meant))
        if not {"id", "email", "name"} & fields.keys():
            self._note(self._text.header, 0, _no_person())
            fields = {}
        return fields, things

    def _is_used(self, index: int) -> bool:
        """Tell whether a column holds anything: one for signatures does not, typed back."""
        return any(len(row.cells) > index and row.cells[index].strip() for row in self._text.rows)

    def _unknown(self, header: str, meant: list[Thing]) -> RegistrationError:
        column = short(header.strip())
        if meant:
            return InvalidRequestError(
                "several half-days or sessions are called `{name}`",
                name=column,
                advice=Message.of("call the column by the id of the one it is about"),
            )
        close = nearest(header.strip(), self._names)
        return InvalidRequestError(
            "nothing is known of the column `{name}`",
            name=column,
            advice=Message.of("did you mean `{name}`?", name=close)
            if close
            else Message.of("call it by the id or the title of a half-day or a session"),
        )

    def _person(self, row: Row) -> Person | None:
        cells = {
            field: unguard(row.cells[at].strip())
            for field, at in self._fields.items()
            if at < len(row.cells) and row.cells[at].strip()
        }
        full = " ".join(filter(None, (cells.get("given_name"), cells.get("name"))))
        said = cells.get("id") or cells.get("email") or full
        where = next((self._fields[field] for field in _PERSON if field in cells), 0)
        try:
            if not said:
                raise _nobody()
            return self._people.find(said, TicketKeys())
        except RegistrationError as error:
            self._note(row, where, error)
            return None

    def _check_ins(self, row: Row, attendee: AttendeeId) -> list[CheckIn]:
        found = []
        for at, thing in self._things.items():
            said = row.cells[at].strip() if at < len(row.cells) else ""
            word = plain_name(unguard(said))
            if word in _ABSENT:
                continue
            fault = None if word in _PRESENT else _no_mark(said)
            fault = fault or self._misfit(attendee, thing)
            if fault is not None:
                self._note(row, at, fault)
                continue
            what = thing.session or (thing.half_day and (thing.half_day.day, thing.half_day.block))
            found.append(
                CheckIn(
                    key=_key(self._event, attendee, what),
                    attendee=attendee,
                    session=thing.session,
                    at=thing.start,
                    door=PAPER,
                )
            )
        return found

    def _misfit(self, attendee: AttendeeId, thing: Thing) -> RegistrationError | None:
        """Return why somebody cannot have been there, if so."""
        own = self._registered[attendee]
        for session in (None, thing.session):
            item = own.get(session)
            if item is None:
                return WrongStateError(
                    "`{id}` is not registered for `{session}`",
                    id=attendee,
                    session=session or self._event,
                    advice=Message.of("add it: `partenariats registration change` with `--add`"),
                )
            if item.state not in SETTLED:
                return WrongStateError(
                    "`{id}` cannot do that: it is {state}",
                    id=attendee,
                    state=Message.of(item.state.value),
                )
        return None

    def _note(self, row: Row, index: int, why: RegistrationError) -> None:
        line, column = self._text.column(row, index)
        self._faults.append(SheetFault(line=line, column=column, why=why))


def _key(*parts: object) -> str:
    return f"paper-{hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()}"


def _no_person() -> RegistrationError:
    return InvalidRequestError(
        "no column says who it is", advice=Message.of("call a column `id`, `email` or `name`")
    )


def _nobody() -> RegistrationError:
    return UnknownAttendeeError(
        "this row names nobody", advice=Message.of("write an id, an e-mail address or a name")
    )


def _no_mark(said: str) -> RegistrationError:
    return InvalidRequestError(
        "`{text}` says neither present nor absent",
        text=short(said),
        advice=Message.of("write `x` for whoever was there, and nothing for whoever was not"),
    )


def _twice(line: int) -> RegistrationError:
    return InvalidRequestError(
        "line {line} names the same person", line=line, advice=Message.of("write one row for each")
    )
