"""`partenariats registration refuse`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.visit import Visit, acts


@click.command("refuse")
@click.argument("file")
@click.argument("who")
@acts
def command(visit: Visit, *, who: str, why: str) -> None:
    """Refuse WHO, an id or an e-mail address, who waits for approval or for a place."""
    visit.tell_changed(visit.desk.refuse(visit.attendee(who), why=why))
