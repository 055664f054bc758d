"""`partenariats registration promote`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.visit import Visit, acts


@click.command("promote")
@click.argument("file")
@acts
def command(visit: Visit, *, why: str) -> None:
    """Take back the offers that expired, and give free places to those who wait, in order.

    Places that come free through a command are given away by that command; this one is for offers
    that expire while nobody does anything.
    """
    visit.tell_changed(visit.desk.promote(why=why))
