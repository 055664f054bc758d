"""`partenariats registration list`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from partenariats.cli.registration_command.shown.json_shapes import (
    print_json_list,
    registered_shape,
)
from partenariats.cli.registration_command.shown.tables import print_table
from partenariats.cli.registration_command.visit import Visit, visits
from partenariats.model.ids import SessionId
from partenariats.model.registration.registrations import RegistrationState, RosterLine, quota_of
from partenariats.registration.sessions import Sessions


@click.command("list")
@click.argument("file")
@click.option("--session", help="Only who registered for this session: its id.")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice([state.value for state in RegistrationState]),
    help="Only registrations that stand so, to the event or to the session.",
)
@visits
def command(visit: Visit, session: str | None, states: tuple[str, ...]) -> None:
    """List who registered for the event of FILE, by name; programs get them by id."""
    wanted = frozenset(map(RegistrationState, states))
    only = SessionId(session) if session else None
    # people may be registered for a session that is no longer in the event file
    if only is not None and quota_of(only) not in visit.desk.status():
        Sessions.of(visit.desk.programme).check((only,))
    chosen = visit.desk.list(states=wanted, session=only)
    if visit.as_json:
        zone, lines = visit.zone, visit.lines
        print_json_list(
            registered_shape(line.attendee, line.registrations, zone, lines) for line in chosen
        )
        return
    rows = list(_rows(visit, chosen, session))
    if not rows:
        visit.front.echo("nobody")
        return
    rows.sort(key=lambda row: (row[1].casefold(), row[0]))
    say = visit.front.say
    print_table(
        (say("id"), say("name"), say("event"), session or say("sessions")),
        rows,
        whole=frozenset({0, 2}),
    )
    click.echo()
    visit.front.echo("persons: {count}", count=len(rows))


def _rows(
    visit: Visit, chosen: Iterable[RosterLine], session: str | None
) -> Iterator[tuple[str, str, str, str]]:
    """Give a row for each person: its registration to the event, and those to sessions."""
    for line in chosen:
        event = [item for item in line.registrations if item.session is None]
        sessions = [item for item in line.registrations if item.session is not None]
        if session is not None:
            said = "\n".join(visit.place_of(i) for i in sessions if i.session == session)
        else:
            said = "\n".join(f"{i.session} ({visit.place_of(i)})" for i in sessions)
        stands = "\n".join(map(visit.place_of, event))
        yield line.attendee.id, line.attendee.name, stands, said
