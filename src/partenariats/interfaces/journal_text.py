"""Changes as JSON text, for back-ends that keep them: strict, and without loss."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from partenariats.interfaces.json_values.attendees import attendee_value, read_attendee_value
from partenariats.interfaces.json_values.strict import (
    ENCODER,
    NOTHING,
    check_empty,
    moment_text,
    parsed,
    read_moment,
    read_text,
    read_text_or_none,
    read_whole,
    read_yes_or_no,
)
from partenariats.model.ids import AttendeeId, SessionId
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    Change,
    CheckIn,
    Door,
    Exported,
    Registration,
    RegistrationState,
    Subject,
)


def change_text(change: Change) -> str:
    """Return a change as one line of JSON; moments are in UTC."""
    return ENCODER.encode(
        {
            "at": moment_text(change.at),
            "by": change.by,
            "why": change.why,
            **_value(change.subject),
        }
    )


def read_change(text: str) -> Change:
    """Return the change that a line of JSON says; raise `ValueError` where it says none."""
    try:
        found = parsed(text)
        at = read_moment(found.pop("at"))
        by, why = read_text(found.pop("by")), read_text(found.pop("why"))
        subject = _read(found)
    except NOTHING as error:
        message = f"not a change: {error}"
        raise ValueError(message) from error
    check_empty(found, "a change")
    return Change(at=at, by=by, why=why, subject=subject)


def _value(subject: Subject) -> dict[str, Any]:
    if isinstance(subject, Attendee):
        return attendee_value(subject)
    if isinstance(subject, Registration):
        return {
            "registration": subject.attendee,
            "session": subject.session,
            "state": subject.state.value,
            "since": moment_text(subject.at),
            "group": subject.group,
            "position": subject.position,
            "until": None if subject.until is None else moment_text(subject.until),
            "version": subject.version,
        }
    if isinstance(subject, CheckIn):
        return {
            "check_in": subject.key,
            "attendee": subject.attendee,
            "session": subject.session,
            "clock": moment_text(subject.at),
            "door": subject.door,
            "undoes": subject.undoes,
        }
    if isinstance(subject, Exported):
        return {
            "exported": subject.recipient,
            "fields": list(subject.fields),
            "people": subject.people,
            "file": subject.file,
            "digest": subject.digest,
        }
    if isinstance(subject, Capacity):
        return {"quota": subject.key, "capacity": subject.capacity}
    return {"door": subject.is_open}


def _read(found: dict[str, Any]) -> Subject:
    """Read what a change is about, by the first name that only one kind has."""
    for name, read in _KINDS.items():
        if name in found:
            return read(found)
    return _read_door(found)


def _read_registration(found: dict[str, Any]) -> Registration:
    session, until = read_text_or_none(found.pop("session")), found.pop("until")
    position = found.pop("position")
    return Registration(
        attendee=AttendeeId(read_text(found.pop("registration"))),
        session=None if session is None else SessionId(session),
        state=RegistrationState(found.pop("state")),
        at=read_moment(found.pop("since")),
        until=None if until is None else read_moment(until),
        group=read_text_or_none(found.pop("group")),
        position=None if position is None else read_whole(position, 1),
        version=read_whole(found.pop("version"), 1),
    )


def _read_check_in(found: dict[str, Any]) -> CheckIn:
    session = read_text_or_none(found.pop("session"))
    return CheckIn(
        key=read_text(found.pop("check_in")),
        attendee=AttendeeId(read_text(found.pop("attendee"))),
        session=None if session is None else SessionId(session),
        at=read_moment(found.pop("clock")),
        door=read_text(found.pop("door")),
        undoes=read_text_or_none(found.pop("undoes")),
    )


def _read_exported(found: dict[str, Any]) -> Exported:
    return Exported(
        recipient=read_text(found.pop("exported")),
        fields=tuple(map(read_text, found.pop("fields"))),
        people=read_whole(found.pop("people"), 0),
        file=read_text(found.pop("file")),
        digest=read_text(found.pop("digest")),
    )


def _read_capacity(found: dict[str, Any]) -> Capacity:
    capacity = found.pop("capacity")
    return Capacity(
        key=read_text(found.pop("quota")),
        capacity=None if capacity is None else read_whole(capacity, 0),
    )


def _read_door(found: dict[str, Any]) -> Door:
    is_open = found.pop("door")
    return Door(is_open=None if is_open is None else read_yes_or_no(is_open))


_KINDS: Final[Mapping[str, Callable[[dict[str, Any]], Subject]]] = {
    "check_in": _read_check_in,
    "exported": _read_exported,
    "registration": _read_registration,
    "attendee": read_attendee_value,
    "quota": _read_capacity,
}
