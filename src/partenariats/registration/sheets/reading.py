"""From a sheet to requests, each with the lines it stands on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from partenariats.language.message import Message
from partenariats.model.collector import collector_at_rest
from partenariats.model.ids import AttendeeId, AudienceId, ConsentId, PersonId, SessionId
from partenariats.model.programme import Programme
from partenariats.model.registration.registrations import Attendee, RegistrationState
from partenariats.model.table import Table, Value
from partenariats.registration.entering import Entry
from partenariats.registration.errors import (
    EmailTakenError,
    InvalidRequestError,
    KeyReusedError,
    RegistrationError,
)
from partenariats.registration.requests.entrants import weigh_entrant
from partenariats.registration.requests.request import ConsentAnswer, Entrant, Request
from partenariats.registration.requests.texts import short
from partenariats.registration.sessions import Sessions
from partenariats.registration.sheets.cells import SEPARATOR, answer_of, split, unguard
from partenariats.registration.sheets.columns import ANSWER, read_columns
from partenariats.registration.sheets.faults import FaultySheetError, SheetFault
from partenariats.registration.sheets.text import Row, SheetText

_GONE: Final = frozenset(
    {RegistrationState.CANCELLED.value, RegistrationState.REFUSED.value, "annulée", "refusée"}
)
_NOBODY: Final = AttendeeId("")
_DIGITS: Final = 32


@attrs.frozen(kw_only=True)
class SheetRequest:
    """Hold what one row asks for, or the rows of one group."""

    request: Request
    lines: tuple[int, ...]
    """The line of each entrant."""
    ids: tuple[AttendeeId, ...] = ()
    """Whom the rows name by an id, as a sheet does that was exported before."""


@attrs.frozen(kw_only=True)
class Sheet:
    """Hold what a sheet asks for, in the order of its rows."""

    requests: tuple[SheetRequest, ...]
    left_out: int = 0
    """How many rows stand for somebody who cancelled or was refused."""


@attrs.frozen(kw_only=True)
class _Person:
    """Hold one row that was read."""

    row: Row
    entrant: Entrant
    attendee: Attendee
    fields: Mapping[str, str]


@collector_at_rest()
def read_sheet(
    content: bytes, programme: Programme, columns: Mapping[str, str] | None = None
) -> Sheet:
    """Read a CSV file as requests to register for an event.

    `columns` maps columns to fields, ids of questions or `-`, where their names do not say enough.
    Raise `SheetError` where it cannot be read, and `FaultySheetError` with all that is wrong.
    """
    text = SheetText.read(content)
    questions = programme.event.registration.questions
    places, faults = read_columns(text, questions, columns or {})
    if "name" not in places:
        raise FaultySheetError(tuple(faults))
    return _Reader(programme, text, places, faults).read()


class _Reader:
    """Read the rows of one sheet, and note what is wrong with them."""

    def __init__(
        self,
        programme: Programme,
        text: SheetText,
        places: Mapping[str, tuple[int, ...]],
        faults: list[SheetFault],
    ) -> None:
        self._programme = programme
        self._sessions = Sessions.of(programme)
        self._text = text
        self._places = places
        self._named = {at for at, header in enumerate(text.header.cells) if header.strip()}
        self._faults = faults
        self._emails: dict[str, int] = {}
        self._keys: dict[str, int] = {}

    def read(self) -> Sheet:
        """Return all requests; raise `FaultySheetError`."""
        groups: dict[object, list[_Person]] = {}
        left_out = 0
        for row in self._text.rows:
            fields = self._fields(row)
            if fields.get("state", "").casefold() in _GONE:
                left_out += 1
                continue
            person = self._person(row, fields)
            if person is not None:
                groups.setdefault(fields.get("group") or row.line, []).append(person)
        requests = [self._request(group) for group in groups.values()]
        if self._faults:
            raise FaultySheetError(
                tuple(sorted(self._faults, key=lambda one: (one.line, one.column)))
            )
        return Sheet(requests=tuple(requests), left_out=left_out)

    def _fields(self, row: Row) -> dict[str, str]:
        """Return what the cells of a row hold, by field; a blank cell holds nothing."""
        for at, cell in enumerate(row.cells):
            if cell.strip() and at not in self._named:
                self._note(row, at, _headless())
        cells = {
            field: [unguard(row.cells[at].strip()) for at in places if at < len(row.cells)]
            for field, places in self._places.items()
        }
        said = {field: _joined([cell for cell in own if cell]) for field, own in cells.items()}
        return {field: text for field, text in said.items() if text}

    def _person(self, row: Row, fields: Mapping[str, str]) -> _Person | None:
        name = " ".join(filter(None, (fields.get("given_name"), fields.get("name"))))
        audience = fields.get("audience")
        entrant = Entrant(
            name=name,
            email=fields.get("email"),
            organization=fields.get("organization"),
            audience=None if audience is None else AudienceId(audience),
            sessions=tuple(map(SessionId, split(fields.get("sessions", "")))),
            answers=Table.of(self._answers(fields)),
            person=PersonId(fields["person"]) if "person" in fields else None,
            wishes=split(fields.get("wishes", "")),
            consents=tuple(_consents(fields)),
        )
        attendee, wrong = weigh_entrant(self._programme.event, entrant, _NOBODY)
        faults: list[RegistrationError] = list(wrong)
        try:
            self._sessions.check(entrant.sessions)
        except RegistrationError as error:
            error.about = "sessions"
            faults.append(error)
        for fault in faults:
            self._note(row, fault.about, fault)
        self._note_twin(row, attendee.email)
        return (
            None if faults else _Person(row=row, entrant=entrant, attendee=attendee, fields=fields)
        )

    def _answers(self, fields: Mapping[str, str]) -> dict[str, Value]:
        event = self._programme.event
        return {
            question.id: answer_of(question, fields[ANSWER + question.id], event.language)
            for question in event.registration.questions
            if ANSWER + question.id in fields
        }

    def _note_twin(self, row: Row, email: str | None) -> None:
        """Note an address that another row has."""
        if email is None:
            return
        first = self._emails.setdefault(email.casefold(), row.line)
        if first != row.line:
            why = EmailTakenError(
                "line {line} has the address {email} too",
                line=first,
                email=short(email),
                advice=Message.of("give each an address of its own, or none"),
            )
            self._note(row, "email", why)

    def _request(self, group: list[_Person]) -> SheetRequest:
        first = group[0]
        given = next((one.fields["key"] for one in group if "key" in one.fields), None)
        request = Request(
            entrants=tuple(person.entrant for person in group),
            key=given or key_of(person.attendee for person in group),
            code=next((one.fields["code"] for one in group if "code" in one.fields), None),
        )
        key = request.key or ""
        try:
            Entry.of(self._programme, self._sessions, request, key)
        except RegistrationError as error:
            self._note(first.row, error.about, error)
        line = self._keys.setdefault(key, first.row.line)
        if line != first.row.line:
            self._note(first.row, "key" if given else "name", _same(line, given))
        ids = tuple(AttendeeId(one.fields["id"]) for one in group if "id" in one.fields)
        return SheetRequest(
            request=request,
            lines=tuple(person.row.line for person in group),
            ids=ids if len(ids) == len(group) else (),
        )

    def _note(self, row: Row, where: str | int | None, why: RegistrationError) -> None:
        index = where if isinstance(where, int) else self._places.get(where or "", (0,))[0]
        line, column = self._text.column(row, index)
        self._faults.append(SheetFault(line=line, column=column, why=why))


def _joined(cells: list[str]) -> str:
    """Return what several columns of one field say as one cell would."""
    if len(cells) < 2:  # noqa: PLR2004  # one cell is left as it is: its commas may be of a name
        return "".join(cells)
    return SEPARATOR.join(part for cell in cells for part in split(cell))


def key_of(attendees: Iterable[Attendee]) -> str:
    """Return the key of a request for some persons: the same whenever their sheet is read.

    Somebody is known by the e-mail address, else by name and organization.
    """
    known = [
        [one.email.casefold()]
        if one.email
        else [one.name.casefold(), (one.organization or "").casefold()]
        for one in attendees
    ]
    return f"sheet-{hashlib.sha256(repr(known).encode()).hexdigest()[:_DIGITS]}"


def _consents(fields: Mapping[str, str]) -> Iterator[ConsentAnswer]:
    """Give what a row answers to consents; a cell that is blank answers nothing."""
    for field, is_given in (("consents", True), ("refused_consents", False)):
        for name in split(fields.get(field, "")):
            yield ConsentAnswer(ConsentId(name), is_given)


def _headless() -> RegistrationError:
    return InvalidRequestError(
        "no column has a name above this cell",
        advice=Message.of("name the column, or empty the cell"),
    )


def _same(line: int, key: str | None) -> RegistrationError:
    if key is not None:
        return KeyReusedError(
            "line {line} has the key `{key}` too",
            line=line,
            key=short(key),
            advice=Message.of("give each a key of its own, or the same group"),
        )
    return InvalidRequestError(
        "line {line} names the same person",
        line=line,
        advice=Message.of("take one out; two persons of one name need e-mail addresses or keys"),
    )
