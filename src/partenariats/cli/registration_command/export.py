"""`partenariats registration export`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from partenariats.cli.registration_command.visit import Visit, visits
from partenariats.model.ids import SessionId
from partenariats.model.registrations import RegistrationState
from partenariats.publishing.files import write_pieces
from partenariats.registration.sessions import Sessions
from partenariats.registration.sheets.writing import write_sheet


@click.command("export")
@click.argument("file")
@click.option(
    "-o",
    "--output",
    "target",
    default="-",
    show_default=True,
    help="File to write; `-` is standard output.",
)
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice([state.value for state in RegistrationState]),
    help="Only those whose registration stands so; can be given several times.",
)
@click.option("--session", help="Only those who registered for this session: its id.")
@visits
def command(visit: Visit, *, target: str, states: tuple[str, ...], session: str | None) -> None:
    """Write those who registered for the event of FILE as a CSV sheet.

    A spreadsheet program opens it and computes nothing of what people wrote: an apostrophe stands
    before it. With a session, `--state` is how the registration to the session stands.
    """
    wanted = None if session is None else SessionId(session)
    if wanted is not None:
        Sessions.of(visit.desk.programme).check((wanted,))
    lines = visit.desk.list(states=frozenset(map(RegistrationState, states)), session=wanted)
    pieces = write_sheet(lines, visit.desk.programme.event)
    if target != "-":
        written = write_pieces(pieces, Path(target))
        click.echo(visit.front.say("written: {file}", file=written), err=True)
        return
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.flush()
