"""What programs read: stable shapes, ids and states as words, instants in ISO 8601."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import click

from partenariats.cli.front import Front, exit_code
from partenariats.cli.registration_command.shown.lines import Lines
from partenariats.errors import PartenariatsError
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    CheckIn,
    Door,
    Exported,
    JournalEntry,
    Registration,
    Subject,
)
from partenariats.model.table import Table, Value
from partenariats.registration.errors import RegistrationError


def print_json(shape: Mapping[str, Any]) -> None:
    """Print one object."""
    click.echo(json.dumps(shape, indent=2))


def print_json_list(shapes: Iterable[Mapping[str, Any]]) -> None:
    """Print a list, one object on a line, as they come."""
    start = "["
    for shape in shapes:
        click.echo(f"{start}\n{json.dumps(shape)}", nl=False)
        start = ","
    click.echo("[]" if start == "[" else "\n]")


@contextmanager
def answers_in_json(front: Front, *, as_json: bool) -> Generator[None]:
    """End with an error in JSON where a program asked for it."""
    try:
        yield
    except PartenariatsError as error:
        if not as_json:
            raise
        print_json(error_shape(error, front))
        sys.exit(exit_code(error))


def error_shape(error: PartenariatsError, front: Front) -> dict[str, Any]:
    """Return why something was not done; the code is the error's own, or its class's name."""
    advice = getattr(error, "advice", None)
    return {
        "error": {
            "code": _code(error),
            "message": front.say(error.template, **error.names),
            "advice": None if advice is None else advice.say(front.language),
        }
    }


def _code(error: PartenariatsError) -> str:
    if isinstance(error, RegistrationError):
        return error.code
    words = type(error).__name__.removesuffix("Error")
    return re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", words).lower()


def time_shape(moment: datetime | None, zone: ZoneInfo) -> str | None:
    """Return an instant with the offset of the event's zone."""
    return None if moment is None else moment.astimezone(zone).isoformat()


def registered_shape(
    attendee: Attendee, registrations: Iterable[Registration], zone: ZoneInfo, lines: Lines
) -> dict[str, Any]:
    """Return a person with everything it registered for."""
    own = [registration_shape(item, zone, lines) for item in registrations]
    return {**attendee_shape(attendee), "registrations": own}


def attendee_shape(attendee: Attendee) -> dict[str, Any]:
    """Return a person."""
    return {
        "id": attendee.id,
        "name": attendee.name,
        "email": attendee.email,
        "organization": attendee.organization,
        "audience": attendee.audience,
        "answers": {key: _plain(value) for key, value in attendee.answers.items()},
        "person": attendee.person,
        "wishes": [attrs.asdict(wish) for wish in attendee.wishes],
        "working_groups": list(attendee.working_groups),
        "consents": [
            {"id": one.id, "given": one.is_given, "at": one.at.isoformat(), "text": one.text}
            for one in attendee.consents
        ],
        "version": attendee.version,
    }


def registration_shape(
    item: Registration, zone: ZoneInfo, lines: Lines | None = None
) -> dict[str, Any]:
    """Return how a registration stands; with `lines`, how many wait before it as well."""
    shape = {
        "attendee": item.attendee,
        "session": item.session,
        "state": item.state.value,
        "at": time_shape(item.at, zone),
        "group": item.group,
        "position": item.position,
        "until": time_shape(item.until, zone),
        "version": item.version,
    }
    return shape if lines is None else {**shape, "ahead": lines.ahead(item)}


def entry_shape(entry: JournalEntry, zone: ZoneInfo) -> dict[str, Any]:
    """Return an entry of the journal; the last key says what it is about, as it was then."""
    change = entry.change
    return {
        "number": entry.number,
        "at": time_shape(change.at, zone),
        "by": change.by,
        "why": change.why,
        **_subject_shape(change.subject, zone),
    }


def _subject_shape(subject: Subject, zone: ZoneInfo) -> dict[str, Any]:
    if isinstance(subject, Attendee):
        return {"attendee": attendee_shape(subject)}
    if isinstance(subject, Registration):
        return {"registration": registration_shape(subject, zone)}
    if isinstance(subject, Capacity):
        return {"capacity": {"key": subject.key, "capacity": subject.capacity}}
    if isinstance(subject, Door):
        return {"door": {"by_hand": by_hand(subject)}}
    shape = attrs.asdict(subject)
    if isinstance(subject, CheckIn):
        return {"check_in": {**shape, "at": time_shape(subject.at, zone)}}
    return {"exported": shape}


def exported_shape(exported: Exported) -> dict[str, Any]:
    """Return what was handed to whom."""
    return attrs.asdict(exported)


def by_hand(door: Door) -> str | None:
    """Return whether registration was opened or closed by hand; nothing where dates decide."""
    return None if door.is_open is None else "open" if door.is_open else "closed"


def _plain(value: Value) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Table):
        return {key: _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value
