"""What a row of each table holds, from the model and back to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from partenariats.interfaces.journal_text import answers_text, read_answers
from partenariats.model.ids import AttendeeId, AudienceId, EventId, SessionId
from partenariats.model.registration.registrations import (
    Attendee,
    Quota,
    Registration,
    RegistrationState,
)

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
    own, name, email, organization, audience, answers, version = row
    return Attendee(
        id=AttendeeId(own),
        name=name,
        email=email,
        organization=organization,
        audience=None if audience is None else AudienceId(audience),
        answers=read_answers(answers),
        version=version,
    )


def read_registration(row: Sequence[Any]) -> Registration:
    """Return the registration of a row: all columns but the event."""
    attendee, session, state, at, group, position, until, version = row
    return Registration(
        attendee=AttendeeId(attendee),
        session=SessionId(session) if session else None,
        state=STATES[state],
        at=moment(at),
        group=group,
        position=position,
        until=None if until is None else moment(until),
        version=version,
    )


def read_quota(row: Sequence[Any]) -> Quota:
    """Return the quota of a row: all columns but the event."""
    key, capacity, taken, joined = row
    return Quota(key=key, capacity=capacity, taken=taken, joined=joined)
