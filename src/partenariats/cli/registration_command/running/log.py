"""`partenariats registration log`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.shown.entries import say_entry
from partenariats.cli.registration_command.shown.json_shapes import (
    entry_shape,
    print_json,
    print_json_list,
)
from partenariats.cli.registration_command.visit import Visit, end_at_fault, visits


@click.command("log")
@click.argument("file")
@click.option("--attendee", "who", help="Only of this person: an id or an e-mail address.")
@click.option("--verify", is_flag=True, help="Rebuild all from the journal, and tell differences.")
@visits
def command(visit: Visit, *, who: str | None, verify: bool) -> None:
    """Show every change that was made for the event of FILE: when, by whom, why."""
    if verify:
        _verify(visit)
        return
    attendee = None if who is None else visit.attendee(who)
    if attendee is not None:
        visit.desk.show(attendee)  # raises where there is nobody: silence would say so to no one
    entries = visit.desk.log(attendee)
    if visit.as_json:
        print_json_list(entry_shape(entry, visit.zone) for entry in entries)
        return
    for entry in entries:
        click.echo(say_entry(visit, entry))


def _verify(visit: Visit) -> None:
    """Tell where the journal and what is kept differ; end with 1 if they do."""
    found = visit.desk.verify()
    if visit.as_json:
        language = visit.front.language
        shapes = [{"what": one.what, "message": one.message.say(language)} for one in found]
        print_json({"differences": shapes})
    else:
        for one in found:
            visit.front.echo("`{what}`: {reason}", what=one.what, reason=one.message)
        if not found:
            visit.front.echo("what is kept is what the journal leads to")
    if found:
        end_at_fault()
