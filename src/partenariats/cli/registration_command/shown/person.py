"""One person, as people read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from partenariats.cli.registration_command.shown.json_shapes import print_json, registered_shape
from partenariats.cli.registration_command.shown.tables import print_table
from partenariats.cli.registration_command.shown.words import say_time
from partenariats.cli.registration_command.visit import Visit
from partenariats.model.registration.registrations import Attendee
from partenariats.model.table import Value
from partenariats.registration.requests.request import Registered
from partenariats.registration.wishes.wishing import wished_ids


def tell_person(visit: Visit, found: Registered, reasons: Mapping[str, str] | None = None) -> None:
    """Print a person with all that is known of it, how its registrations stand, and why."""
    if visit.as_json:
        shape = registered_shape(found.attendee, found.registrations, visit.zone, visit.lines)
        print_json(shape if reasons is None else {**shape, "reasons": dict(reasons)})
        return
    say = visit.front.say
    one = found.attendee
    click.echo(
        say("{name}  ({id}, version {version})", name=one.name, id=one.id, version=one.version)
    )
    for label, value in _known(visit, one):
        click.echo("  " + say("{label}: {value}", label=label, value=value))
    print_table(
        (say("for what"), say("state"), say("since"), say("version")),
        (
            (
                item.session or say("event"),
                visit.state_of(item),
                say_time(item.at, visit.zone),
                item.version,
            )
            for item in found.registrations
        ),
        numbers=frozenset({3}),
    )
    for thing, why in (reasons or {}).items():
        click.echo(say("{thing}: {reason}", thing=thing, reason=why))


def _known(visit: Visit, attendee: Attendee) -> Iterator[tuple[str, str]]:
    event = visit.desk.programme.event
    say = visit.front.say
    titles = {one.id: one.title.say(event.language) for one in event.audiences}
    known = (
        (say("e-mail"), attendee.email),
        (say("organization"), attendee.organization),
        (say("audience"), titles.get(attendee.audience) if attendee.audience else None),
        (say("in the programme"), attendee.person),
        (say("wishes"), ", ".join(wished_ids(attendee))),
        (say("working groups"), ", ".join(attendee.working_groups)),
    )
    yield from ((label, value) for label, value in known if value)
    for question, value in attendee.answers.items():
        yield question, _answer(visit, value)


def _answer(visit: Visit, value: Value) -> str:
    if isinstance(value, bool):
        return visit.front.say("yes") if value else visit.front.say("no")
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
