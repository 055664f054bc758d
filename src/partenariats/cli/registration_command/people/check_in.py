"""`partenariats registration check-in`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.visit import Visit, acts
from partenariats.model.ids import SessionId


@click.command("check-in")
@click.argument("file")
@click.argument("who")
@click.option("--session", help="They came to this session: its id.")
@acts
def command(visit: Visit, *, who: str, session: str | None, why: str) -> None:
    """Note that WHO, an id or an e-mail address, came to the event, or to a session of it."""
    chosen = SessionId(session) if session else None
    visit.tell_changed(visit.desk.check_in(visit.attendee(who), chosen, why=why))
