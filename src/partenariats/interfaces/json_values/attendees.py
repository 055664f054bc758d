"""What is known of attendees as JSON holds it.

What TOML can say and JSON cannot is a table of one name, which says its type. Moments are kept in
UTC, and those without a zone as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any, Final

import attrs

from partenariats.interfaces.json_values.strict import (
    check_empty,
    moment_text,
    read_moment,
    read_text,
    read_text_or_none,
    read_whole,
    read_yes_or_no,
)
from partenariats.model.ids import (
    AttendeeId,
    AudienceId,
    ConsentId,
    PersonId,
    SessionId,
    ThemeId,
    WorkingGroupId,
)
from partenariats.model.registration.registrations import Attendee, Consent, Wish
from partenariats.model.table import Table, Value

_READERS: Final[Mapping[str, Callable[[str], Value]]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
}


def attendee_value(attendee: Attendee) -> dict[str, Any]:
    """Return an attendee as JSON holds it in the journal."""
    details = details_value(attendee)
    return {
        "attendee": attendee.id,
        "name": attendee.name,
        "email": attendee.email,
        "organization": attendee.organization,
        "audience": attendee.audience,
        "answers": answers_value(attendee.answers),
        **({"details": details} if details else {}),
        "version": attendee.version,
    }


def read_attendee_value(found: dict[str, Any]) -> Attendee:
    """Take an attendee out of what JSON holds; raise one of `NOTHING` where there is none."""
    audience = read_text_or_none(found.pop("audience"))
    attendee = Attendee(
        id=AttendeeId(read_text(found.pop("attendee"))),
        name=read_text(found.pop("name")),
        email=read_text_or_none(found.pop("email")),
        organization=read_text_or_none(found.pop("organization")),
        audience=None if audience is None else AudienceId(audience),
        answers=read_answers_value(found.pop("answers")),
        version=read_whole(found.pop("version"), 1),
    )
    return add_details(attendee, found.pop("details", {}))


def details_value(attendee: Attendee) -> dict[str, Any]:
    """Return the person, wishes, working groups and consents that there are."""
    if not (attendee.person or attendee.wishes or attendee.working_groups or attendee.consents):
        return {}
    said = {
        "person": attendee.person,
        "wishes": [[wish.rank, wish.session, wish.theme] for wish in attendee.wishes],
        "working_groups": list(attendee.working_groups),
        "consents": [
            [consent.id, consent.is_given, moment_text(consent.at), consent.text]
            for consent in attendee.consents
        ],
    }
    return {name: value for name, value in said.items() if value}


def add_details(attendee: Attendee, found: dict[str, Any]) -> Attendee:
    """Return an attendee with what `details_value` said; raise one of `NOTHING` else."""
    if not found:
        return attendee
    person = read_text_or_none(found.pop("person", None))
    groups = map(read_text, found.pop("working_groups", ()))
    new = attrs.evolve(
        attendee,
        person=None if person is None else PersonId(person),
        wishes=tuple(map(_read_wish, found.pop("wishes", ()))),
        working_groups=tuple(map(WorkingGroupId, groups)),
        consents=tuple(map(_read_consent, found.pop("consents", ()))),
    )
    check_empty(found, "details")
    return new


def _read_wish(found: Any) -> Wish:
    rank, session, theme = found
    session, theme = read_text_or_none(session), read_text_or_none(theme)
    return Wish(
        rank=read_whole(rank, 1),
        session=None if session is None else SessionId(session),
        theme=None if theme is None else ThemeId(theme),
    )


def _read_consent(found: Any) -> Consent:
    id_, is_given, at, text = found
    return Consent(
        id=ConsentId(read_text(id_)),
        is_given=read_yes_or_no(is_given),
        at=read_moment(at),
        text=read_text(text),
    )


def answers_value(table: Mapping[str, Value]) -> dict[str, Any]:
    """Return answers as JSON holds them."""
    return {key: _encoded(value) for key, value in table.items()}


def _encoded(value: Value) -> object:
    if isinstance(value, Table):
        return {"table": answers_value(value)}
    if isinstance(value, tuple):
        return [_encoded(item) for item in value]
    if isinstance(value, datetime):
        return {"datetime": moment_text(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, time):
        return {"time": value.isoformat()}
    return value


def read_answers_value(found: Mapping[str, Any]) -> Table:
    """Read the answers that JSON holds; raise one of `NOTHING` where there are none."""
    return Table(tuple((key, _read(value)) for key, value in found.items()))


def _read(found: Any) -> Value:
    if isinstance(found, list):
        return tuple(map(_read, found))
    if isinstance(found, dict):
        ((kind, value),) = found.items()
        return read_answers_value(value) if kind == "table" else _READERS[kind](value)
    if found is None or not isinstance(found, str | int | float | bool):
        message = f"not an answer: {found!r}"
        raise ValueError(message)
    return found
