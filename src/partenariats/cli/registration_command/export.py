"""`partenariats registration export`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from partenariats.cli.registration_command.shown.json_shapes import print_json
from partenariats.cli.registration_command.visit import Visit, acts
from partenariats.model.ids import SessionId
from partenariats.model.registration.registrations import RegistrationState
from partenariats.publishing.files import write_pieces
from partenariats.registration.personal.exports import STANDARD_OUTPUT, file_name
from partenariats.registration.personal.handing_over import Handover
from partenariats.registration.sessions import Sessions
from partenariats.registration.sheets.writing import GONE


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
@click.option("--session", help="Only those registered for this session, by its id.")
@click.option(
    "--to",
    "recipient",
    metavar="RECIPIENT",
    help="Write only what is declared for this recipient; by default all, for the organiser.",
)
@acts
def command(  # noqa: PLR0913  # one for each option
    visit: Visit,
    *,
    target: str,
    states: tuple[str, ...],
    session: str | None,
    recipient: str | None,
    why: str,
) -> None:
    """Write those who registered for the event of FILE as a CSV sheet.

    A spreadsheet program opens it and computes nothing of what people wrote: an apostrophe stands
    before it. With a session, `--state` is how the registration to the session stands; those who
    gave it up are left out unless a state asks for them. The journal keeps who exported what, for
    whom; for a recipient, what hangs on a consent that somebody did not give is left blank.
    """
    handover = Handover.to(visit.desk.programme.event, recipient, visit.front.language)
    wanted = None if session is None else SessionId(session)
    chosen = frozenset(map(RegistrationState, states))
    if wanted is not None:
        Sessions.of(visit.desk.programme).check((wanted,))
        chosen = chosen or frozenset(RegistrationState) - GONE
    lines = visit.desk.list(states=chosen, session=wanted)
    pieces = handover.pieces(lines)
    if target != STANDARD_OUTPUT:
        written = write_pieces(pieces, Path(target))
        name = file_name(written, visit.desk.backend.folder)
        visit.desk.note_export(handover.exported(name), why=why)
        if visit.as_json:
            print_json({"written": str(written)})
        else:
            click.echo(visit.front.say("written: {file}", file=written), err=True)
        return
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.flush()
    visit.desk.note_export(handover.exported(STANDARD_OUTPUT), why=why)
