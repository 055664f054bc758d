"""What a row of each table holds, from the model and back to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import attrs

from partenariats.interfaces.attendee_text import (
    answers_text,
    details_text,
    read_answers,
    with_details,
)
from partenariats.interfaces.journal_text import read_change
from partenariats.model.ids import AttendeeId, EventId, SessionId
from partenariats.model.registration.registrations import (
    Attendee,
    Door,
    JournalEntry,
    Quota,
    Registration,
    RegistrationState,
)
from partenariats_sql.databases.damage import damaged_row

REGISTRATIONS: Final = "partenariats_registrations"
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)
STATES: Final = {state.value: state for state in RegistrationState}


def microseconds(at: datetime) -> int:
    """Return a moment with a zone as microseconds since 1970."""
    return (at - EPOCH) // MICROSECOND


def moment(since: int) -> datetime:
    """Return what so many microseconds since 1970 are, in UTC."""
    return EPOCH + timedelta(microseconds=since)


def attendee_row(event: EventId, attendee: Attendee) -> dict[str, Any]:
    """Return the row of an attendee."""
    return {
        "event": event,
        "id": attendee.id,
        "name": attendee.name,
        "email": attendee.email,
        "organization": attendee.organization,
        "audience": attendee.audience,
        "answers": answers_text(attendee.answers),
        "details": details_text(attendee),
        "version": attendee.version,
    }


def registration_row(event: EventId, registration: Registration) -> dict[str, Any]:
    """Return the row of a registration."""
    until = registration.until
    return {
        "event": event,
        "attendee": registration.attendee,
        "session": registration.session or "",
        "state": registration.state.value,
        "at": microseconds(registration.at),
        "group": registration.group,
        "position": registration.position,
        "until": None if until is None else microseconds(until),
        "version": registration.version,
    }


def read_attendee(row: Sequence[Any]) -> Attendee:
    """Return the attendee of a row: all columns but the event."""
    found = _values("partenariats_attendees", _ATTENDEE, row, row[0])
    detailed: Attendee = found.pop("details")
    return Attendee(**found) if detailed is _PLAIN else attrs.evolve(detailed, **found)


def read_registration(row: Sequence[Any]) -> Registration:
    """Return the registration of a row: all columns but the event."""
    found = _values(REGISTRATIONS, _REGISTRATION, row, *row[:2])
    if found["state"] is RegistrationState.WAITLISTED and found["position"] is None:
        raise damaged_row(REGISTRATIONS, _said(*row[:2]), "position")
    return Registration(**found)


def read_quota(row: Sequence[Any]) -> Quota:
    """Return the quota of a row, places in stock being taken: all columns but the event."""
    return Quota(**_values("partenariats_quotas", _QUOTA, row, row[0]))


def read_exact_quota(row: Sequence[Any]) -> Quota:
    """Return the quota of a row that ends with how many of its places are in stock."""
    quota = read_quota(row[:-1])
    stock = _values("partenariats_stock", {"places": _from_zero}, row[-1:], quota.key)["places"]
    return attrs.evolve(quota, taken=quota.taken - stock)


def read_owner(claim: str, row: Sequence[Any]) -> str:
    """Return what a name is claimed for."""
    owner: str = _values("partenariats_claims", {"owner": _text}, row, claim)["owner"]
    return owner


def read_door(event: EventId, row: Sequence[Any]) -> Door:
    """Return whether registration was opened or closed by hand."""
    return Door(**_values("partenariats_doors", {"is_open": _or_none(_yes_or_no)}, row, event))


def read_entry(row: Sequence[Any]) -> JournalEntry:
    """Return the entry of the journal of a row: its number and its change."""
    return JournalEntry(**_values("partenariats_journal", _ENTRY, row, row[0]))


def _values(
    table: str, readers: Mapping[str, Callable[[Any], Any]], row: Sequence[Any], *key: object
) -> dict[str, Any]:
    """Return the values of a row by column; raise `DamagedStoreError` where one cannot be."""
    found = {}
    for (column, read), value in zip(readers.items(), row, strict=True):
        try:
            found[column] = read(value)
        except (ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise damaged_row(table, _said(*key), column) from error
    return found


def _said(*key: object) -> str:
    return ", ".join(str(part) for part in key if part != "")


def _text(found: Any) -> str:
    if isinstance(found, str):
        return found
    raise TypeError


def _whole(found: Any) -> int:
    if type(found) is int:
        return found
    raise TypeError


def _yes_or_no(found: Any) -> bool:
    return {0: False, 1: True}[found]


def _from_zero(found: Any) -> int:
    if _whole(found) < 0:
        raise ValueError
    return int(found)


def _from_one(found: Any) -> int:
    if _whole(found) < 1:
        raise ValueError
    return int(found)


def _moment(found: Any) -> datetime:
    return moment(_whole(found))


def _session(found: Any) -> SessionId | None:
    return SessionId(_text(found)) if found != "" else None


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda found: None if found is None else read(found)


_PLAIN: Final = Attendee(id=AttendeeId(""), name="")
_ATTENDEE: Final[Mapping[str, Callable[[Any], Any]]] = {
    "id": _text,
    "name": _text,
    "email": _or_none(_text),
    "organization": _or_none(_text),
    "audience": _or_none(_text),
    "answers": lambda found: read_answers(_text(found)),
    "version": _from_one,
    "details": lambda found: with_details(_PLAIN, _text(found)),
}
_REGISTRATION: Final[Mapping[str, Callable[[Any], Any]]] = {
    "attendee": _text,
    "session": _session,
    "state": lambda found: STATES[found],
    "at": _moment,
    "group": _or_none(_text),
    "position": _or_none(_from_one),
    "until": _or_none(_moment),
    "version": _from_one,
}
_QUOTA: Final[Mapping[str, Callable[[Any], Any]]] = {
    "key": _text,
    "capacity": _or_none(_from_zero),
    "taken": _whole,
    "joined": _from_zero,
}
_ENTRY: Final[Mapping[str, Callable[[Any], Any]]] = {
    "number": _whole,
    "change": lambda found: read_change(_text(found)),
}
