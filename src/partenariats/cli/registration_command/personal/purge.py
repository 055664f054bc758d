"""`partenariats registration purge`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.shown.personal.erased import tell_erased
from partenariats.cli.registration_command.visit import Visit, acts


@click.command("purge")
@click.argument("file")
@click.option("--dry-run", is_flag=True, help="Say what is due; erase nothing.")
@acts
def command(visit: Visit, *, dry_run: bool, why: str) -> None:
    """Erase what was kept for the event of FILE as long as its retention says, of everybody.

    Sensitive answers go first. `partenariats registration status` says what will be due, and when.
    """
    tell_erased(visit, visit.desk.purge(why=why, dry_run=dry_run), is_dry_run=dry_run)
