"""`partenariats registration erase`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.shown.personal.erased import tell_erased
from partenariats.cli.registration_command.visit import Visit, acts


@click.command("erase")
@click.argument("file")
@click.argument("who")
@acts
def command(visit: Visit, who: str, *, why: str) -> None:
    """Erase WHO, an id or an e-mail address, from everything that is kept for the event of FILE.

    Their registrations are cancelled first, unless the event is over; whoever waits gets the
    places. What stays is an id with states and times, so that counts do. Exported files that may
    hold them are deleted where they still are as they were written; the others are named with
    whom to tell.
    """
    tell_erased(visit, visit.desk.erase(visit.attendee(who), why=why))
