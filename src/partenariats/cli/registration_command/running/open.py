"""`partenariats registration open`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.shown.door import tell_door
from partenariats.cli.registration_command.visit import Visit, acts


@click.command("open")
@click.argument("file")
@click.option("--by-dates", is_flag=True, help="Leave it to the dates of the event file again.")
@acts
def command(visit: Visit, *, by_dates: bool, why: str) -> None:
    """Open registration now, whatever dates the event FILE declares."""
    if by_dates:
        visit.desk.follow_dates(why)
    else:
        visit.desk.open(why)
    tell_door(visit)
