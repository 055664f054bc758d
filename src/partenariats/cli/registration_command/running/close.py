"""`partenariats registration close`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.shown.door import tell_door
from partenariats.cli.registration_command.visit import Visit, acts


@click.command("close")
@click.argument("file")
@acts
def command(visit: Visit, *, why: str) -> None:
    """Close registration now, whatever dates the event FILE declares."""
    visit.desk.close(why)
    tell_door(visit)
