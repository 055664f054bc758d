"""`partenariats show`."""

from __future__ import annotations

import sys

import click

from partenariats.builtin.exporters.sheet import Sheet
from partenariats.cli.front import UNUSABLE, Front, options
from partenariats.cli.selection import select
from partenariats.cli.timetable import draw
from partenariats.language.names import nearest
from partenariats.model.event import Event


@click.command("show")
@click.argument("file")
@click.option("--day", help="Only this day: its id or its date.")
@click.option("--theme", help="Only what is about this theme: its id.")
@click.option("--person", help="Only where this person takes part: their id.")
@options
def command(
    front: Front, file: str, day: str | None, theme: str | None, person: str | None
) -> None:
    """Show the programme of an event FILE by day, block and session, in the event's language."""
    document = front.load(file)
    front.warn_of_plugins()
    programme = front.toolkit.resolve(document)
    event = programme.event
    day = next((str(d.id) for d in event.days if d.date.isoformat() == day), day)
    for table, wanted in (("days", day), ("themes", theme), ("people", person)):
        if wanted is not None:
            _require(front, event, table, wanted)
    days = select(programme, day, theme, person)
    if not days:
        front.echo("nothing in the programme fits that")
        return
    draw(Sheet.of(programme, days), plain=not sys.stdout.isatty())


def _require(front: Front, event: Event, table: str, wanted: str) -> None:
    """End the command where no thing of a table has an id."""
    ids = [thing.id for thing in getattr(event, table)]
    if wanted in ids:
        return
    headline = front.say("nothing in `{table}` is called `{id}`", table=table, id=wanted)
    click.echo(f"{front.say('error')}: {headline}", err=True)
    close = nearest(wanted, ids)
    known = front.say("there are: {names}", names=", ".join(ids[:20]))
    advice = front.say("did you mean `{name}`?", name=close) if close else known
    click.echo(f"  = {front.say('help')}: {advice}", err=True)
    sys.exit(UNUSABLE)
