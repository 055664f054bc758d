"""Everything that is kept of one person, as they are handed it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from partenariats.cli.registration_command.shown.entries import say_entry
from partenariats.cli.registration_command.shown.json_shapes import (
    entry_shape,
    print_json,
    registered_shape,
)
from partenariats.cli.registration_command.shown.words import say_time
from partenariats.cli.registration_command.visit import Visit
from partenariats.diagnostics.render.plain import safe
from partenariats.model.table import Value
from partenariats.registration.personal.access import Access
from partenariats.registration.personal.fields import Field, fields_of, value_of
from partenariats.registration.personal.wording import Wording


def tell_access(visit: Visit, access: Access) -> None:
    """Print everything that is kept of somebody, and what is declared of it."""
    if visit.as_json:
        print_json(_shape(visit, access))
        return
    for line in _lines(visit, access):
        click.echo(safe(line))


def _shape(visit: Visit, access: Access) -> dict[str, Any]:
    wording = Wording(visit.desk.programme.event, visit.front.language)
    one = access.attendee
    person = registered_shape(one, access.registrations, visit.zone, visit.lines)
    return {
        "person": {
            **person,
            "person": one.person,
            "wishes": list(_many(_value(visit, access, "wishes"))),
        },
        "journal": [entry_shape(entry, visit.zone) for entry in access.entries],
        "exports": [entry_shape(entry, visit.zone) for entry in access.exports],
        "declared": {
            field.name: {
                "purpose": wording.text(field.use.purpose),
                "basis": wording.basis(field),
                "recipients": wording.recipients(field),
                "kept_until": wording.kept_until(field),
            }
            for field in fields_of(wording.event)
        },
    }


def _value(visit: Visit, access: Access, name: str) -> Value:
    fields = {one.name: one for one in fields_of(visit.desk.programme.event)}
    return value_of(access.attendee, fields[name])


def _many(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else (value,)


def _lines(visit: Visit, access: Access) -> Iterator[str]:
    say = visit.front.say
    wording = Wording(visit.desk.programme.event, visit.front.language)
    yield say("everything that is kept of `{id}`", id=access.attendee.id)
    yield ""
    for field in fields_of(wording.event):
        yield from _field(visit, wording, access, field)
    yield ""
    yield say("consents:")
    for one in access.attendee.consents:
        answer = say("given") if one.is_given else say("not given, or taken back")
        answer = say("{label}: {value}", label=one.id, value=answer)
        yield f"  {say_time(one.at, visit.zone)}  {answer} – {one.text}"
    yield ""
    yield say("registrations:")
    for item in access.registrations:
        since, thing = say_time(item.at, visit.zone), item.session or say("event")
        state = say("{label}: {value}", label=thing, value=visit.state_of(item))
        yield f"  {since}  {state}"
    for label, entries in (
        (say("journal:"), access.entries),
        (say("exports made since, which may hold it:"), access.exports),
    ):
        yield ""
        yield label
        for entry in entries:
            yield say_entry(visit, entry)


def _field(visit: Visit, wording: Wording, access: Access, field: Field) -> Iterator[str]:
    """Give a field with what is kept in it, and below it what is declared."""
    say = visit.front.say
    parts = ", ".join(_word(visit, part) for part in _many(value_of(access.attendee, field)))
    yield say("{label}: {value}", label=wording.title(field), value=parts or "–")
    yield "    " + say(
        "purpose: {purpose}; basis: {basis}; recipients: {recipients}; kept until: {until}",
        purpose=wording.text(field.use.purpose),
        basis=wording.basis(field),
        recipients=wording.recipients(field),
        until=wording.kept_until(field),
    )


def _word(visit: Visit, value: Value) -> str:
    if isinstance(value, bool):
        return visit.front.say("yes") if value else visit.front.say("no")
    return str(value)
