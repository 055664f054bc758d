"""`partenariats registration show`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.shown.person import tell_person
from partenariats.cli.registration_command.shown.reasons import reasons_of
from partenariats.cli.registration_command.visit import Visit, visits


@click.command("show")
@click.argument("file")
@click.argument("who")
@visits
def command(visit: Visit, who: str) -> None:
    """Show what is known of WHO, an id or an e-mail address, and what they registered for."""
    found = visit.desk.show(visit.attendee(who))
    tell_person(visit, found, reasons_of(visit, found))
