"""`partenariats registration cancel`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.visit import Visit, acts
from partenariats.model.ids import SessionId


@click.command("cancel")
@click.argument("file")
@click.argument("who")
@click.option("--session", help="Only this session: its id.")
@click.option(
    "--version",
    type=int,
    help="Cancel nothing unless the registration is of this version, as `show` says it.",
)
@acts
def command(visit: Visit, *, who: str, session: str | None, version: int | None, why: str) -> None:
    """Cancel everything of WHO, an id or an e-mail address; whoever waits is promoted at once."""
    attendee = visit.attendee(who)
    chosen = SessionId(session) if session else None
    visit.tell_changed(visit.desk.cancel(attendee, chosen, why=why, version=version))
