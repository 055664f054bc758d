"""Changes and answers as JSON text, for back-ends that keep them: strict, and without loss.

What TOML can say and JSON cannot is a table of one name, which says its type. Moments are kept in
UTC, and those without a zone as they are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Final

from partenariats.model.ids import AttendeeId, AudienceId, SessionId
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    Change,
    Door,
    Registration,
    RegistrationState,
    Subject,
)
from partenariats.model.table import Table, Value

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
_READERS: Final[Mapping[str, Callable[[str], Value]]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
}
NOTHING: Final = (AttributeError, KeyError, RecursionError, TypeError, ValueError)
"""What goes wrong in reading what was never written."""


def change_text(change: Change) -> str:
    """Return a change as one line of JSON."""
    return _ENCODER.encode(
        {
            "at": _utc(change.at),
            "by": change.by,
            "why": change.why,
            **_subject(change.subject),
        }
    )


def read_change(text: str) -> Change:
    """Return the change that a line of JSON says; raise `ValueError` where it says none."""
    try:
        found = _parsed(text)
        at, by, why = _moment(found.pop("at")), _text(found.pop("by")), _text(found.pop("why"))
        subject = _read_subject(found)
    except NOTHING as error:
        message = f"not a change: {error}"
        raise ValueError(message) from error
    if found:
        message = f"more than a change: {', '.join(found)}"
        raise ValueError(message)
    return Change(at=at, by=by, why=why, subject=subject)


def answers_text(answers: Table) -> str:
    """Return answers as one line of JSON."""
    return _ENCODER.encode(_encoded_table(answers))


def read_answers(text: str) -> Table:
    """Return the answers that a line of JSON says; raise `ValueError` where it says none."""
    if text == "{}":
        return Table()
    try:
        return _read_table(_parsed(text))
    except NOTHING as error:
        message = f"not answers: {error}"
        raise ValueError(message) from error


def _parsed(text: str) -> Any:
    found = json.loads(text)
    if r"\ud" in text.lower():  # half a character, which may be written so and is no text
        _ENCODER.encode(found).encode()
    return found


def _utc(at: datetime) -> str:
    return (at if at.tzinfo is None else at.astimezone(UTC)).isoformat()


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        message = f"a moment without a zone: {text}"
        raise ValueError(message)
    return found


def _text(found: Any) -> str:
    if isinstance(found, str):
        return found
    message = f"not a text: {found!r}"
    raise TypeError(message)


def _text_or_none(found: Any) -> str | None:
    return None if found is None else _text(found)


def _whole(found: Any, least: int) -> int:
    if type(found) is int and found >= least:
        return found
    message = f"not a whole number from {least}: {found!r}"
    raise ValueError(message)


def _yes_or_no_or_none(found: Any) -> bool | None:
    if found is None or isinstance(found, bool):
        return found
    message = f"neither yes nor no: {found!r}"
    raise TypeError(message)


def _subject(subject: Subject) -> dict[str, Any]:
    if isinstance(subject, Attendee):
        return {
            "attendee": subject.id,
            "name": subject.name,
            "email": subject.email,
            "organization": subject.organization,
            "audience": subject.audience,
            "answers": _encoded_table(subject.answers),
            "version": subject.version,
        }
    if isinstance(subject, Registration):
        return {
            "registration": subject.attendee,
            "session": subject.session,
            "state": subject.state.value,
            "since": _utc(subject.at),
            "group": subject.group,
            "position": subject.position,
            "until": None if subject.until is None else _utc(subject.until),
            "version": subject.version,
        }
    if isinstance(subject, Capacity):
        return {"quota": subject.key, "capacity": subject.capacity}
    return {"door": subject.is_open}


def _read_subject(found: dict[str, Any]) -> Subject:
    if "attendee" in found:
        audience = _text_or_none(found.pop("audience"))
        return Attendee(
            id=AttendeeId(_text(found.pop("attendee"))),
            name=_text(found.pop("name")),
            email=_text_or_none(found.pop("email")),
            organization=_text_or_none(found.pop("organization")),
            audience=None if audience is None else AudienceId(audience),
            answers=_read_table(found.pop("answers")),
            version=_whole(found.pop("version"), 1),
        )
    if "registration" in found:
        return _read_registration(found)
    if "quota" in found:
        capacity = found.pop("capacity")
        return Capacity(
            key=_text(found.pop("quota")),
            capacity=None if capacity is None else _whole(capacity, 0),
        )
    return Door(is_open=_yes_or_no_or_none(found.pop("door")))


def _read_registration(found: dict[str, Any]) -> Registration:
    session, until = _text_or_none(found.pop("session")), found.pop("until")
    position = found.pop("position")
    return Registration(
        attendee=AttendeeId(_text(found.pop("registration"))),
        session=None if session is None else SessionId(session),
        state=RegistrationState(found.pop("state")),
        at=_moment(found.pop("since")),
        until=None if until is None else _moment(until),
        group=_text_or_none(found.pop("group")),
        position=None if position is None else _whole(position, 1),
        version=_whole(found.pop("version"), 1),
    )


def _encoded_table(table: Mapping[str, Value]) -> dict[str, Any]:
    return {key: _encoded(value) for key, value in table.items()}


def _encoded(value: Value) -> object:
    if isinstance(value, Table):
        return {"table": _encoded_table(value)}
    if isinstance(value, tuple):
        return [_encoded(item) for item in value]
    if isinstance(value, datetime):
        return {"datetime": _utc(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, time):
        return {"time": value.isoformat()}
    return value


def _read_table(found: Mapping[str, Any]) -> Table:
    return Table(tuple((key, _read(value)) for key, value in found.items()))


def _read(found: Any) -> Value:
    if isinstance(found, list):
        return tuple(map(_read, found))
    if isinstance(found, dict):
        ((kind, value),) = found.items()
        return _read_table(value) if kind == "table" else _READERS[kind](value)
    if found is None or not isinstance(found, str | int | float | bool):
        message = f"not an answer: {found!r}"
        raise ValueError(message)
    return found
