"""`partenariats registration access`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.shown.personal.access import tell_access
from partenariats.cli.registration_command.visit import Visit, visits


@click.command("access")
@click.argument("file")
@click.argument("who")
@visits
def command(visit: Visit, who: str) -> None:
    """Show everything that is kept of WHO, an id or an e-mail address, to be handed to them.

    With it stands what is declared: purposes, recipients, and how long it is kept.
    """
    tell_access(visit, visit.desk.access(visit.attendee(who)))
