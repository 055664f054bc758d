"""`partenariats registration show`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.door.key_files import read_keys
from partenariats.cli.registration_command.shown.json_shapes import print_json
from partenariats.cli.registration_command.shown.person import tell_person
from partenariats.cli.registration_command.shown.reasons import reasons_of
from partenariats.cli.registration_command.visit import Visit, visits
from partenariats.registration.door.ticketing.tickets import ticket_of


@click.command("show")
@click.argument("file")
@click.argument("who")
@click.option(
    "--ticket", "shows_ticket", is_flag=True, help="Show only their ticket, which lets in anybody."
)
@visits
def command(visit: Visit, *, who: str, shows_ticket: bool) -> None:
    """Show what is known of WHO, an id or an e-mail address, and what they registered for."""
    found = visit.desk.show(visit.attendee(who))
    if not shows_ticket:
        tell_person(visit, found, reasons_of(visit, found))
        return
    keys = read_keys(visit.desk.backend.folder)
    ticket = ticket_of(keys, visit.desk.programme.event.id, found.attendee.id)
    if visit.as_json:
        print_json({"id": found.attendee.id, "ticket": ticket})
    else:
        click.echo(ticket)
