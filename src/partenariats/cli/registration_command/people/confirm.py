"""`partenariats registration confirm`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.visit import Visit, acts
from partenariats.model.ids import SessionId


@click.command("confirm")
@click.argument("file")
@click.argument("who")
@click.option("--session", help="Only this session: its id.")
@acts
def command(visit: Visit, *, who: str, session: str | None, why: str) -> None:
    """Approve what waits for approval, and accept what is offered, of WHO, an id or an address."""
    chosen = SessionId(session) if session else None
    visit.tell_changed(visit.desk.confirm(visit.attendee(who), chosen, why=why))
