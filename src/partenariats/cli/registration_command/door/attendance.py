"""`partenariats registration attendance`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

import attrs
import click

from partenariats.cli.registration_command.shown.json_shapes import print_json_list
from partenariats.cli.registration_command.shown.personal.handing_out import hand_out
from partenariats.cli.registration_command.shown.tables import print_table
from partenariats.cli.registration_command.visit import Visit, acts
from partenariats.publishing.files import write_file
from partenariats.registration.door.attendance import arrivals
from partenariats.registration.sheets.writing import sheet_of

FIELDS: Final = ("id", "name", "attendance")


@click.command("attendance")
@click.argument("file")
@click.option("--by-hour", is_flag=True, help="Count who came in, hour by hour.")
@click.option("-o", "--output", "target", help="CSV file to write.")
@acts
def command(visit: Visit, *, by_hour: bool, target: str | None, why: str) -> None:
    """Show what everybody attended of the event of FILE: half-days and sessions, with their length.

    An entry to the event counts for the half-day in which it falls, or for the next of that day.
    """
    heads, rows, shapes = _hours(visit) if by_hour else _lines(visit)
    if target is not None:
        content, place = sheet_of(heads, rows), Path(target)
        if by_hour:  # it counts, and names nobody
            written = write_file(content, place)
        else:
            people = len(shapes)
            written = hand_out(visit, content, place, fields=FIELDS, people=people, why=why)
        click.echo(visit.front.say("written: {file}", file=written), err=True)
    if visit.as_json:
        print_json_list(shapes)
    elif target is None and not rows:
        visit.front.echo("nobody")
    elif target is None:
        print_table(heads, rows, numbers=frozenset({len(heads) - 1}))


Told: TypeAlias = tuple[Sequence[str], Sequence[Sequence[str]], Sequence[Mapping[str, object]]]


def _hours(visit: Visit) -> Told:
    say = visit.front.say
    counts = arrivals(visit.desk.doors.half_days, visit.desk.doors.check_ins())
    rows = [
        (f"{hour:%Y-%m-%d %H:%M}", session or say("event"), str(count))
        for (hour, session), count in counts.items()
    ]
    shapes = [
        {"hour": hour.isoformat(), "session": session, "entries": count}
        for (hour, session), count in counts.items()
    ]
    return (say("hour"), say("for what"), say("entries")), rows, shapes


def _lines(visit: Visit) -> Told:
    """Give a row for each half-day and session of everybody who came, by name."""
    say = visit.front.say
    found = [line for line in visit.desk.roster().lines if line.attended]
    heads = (say("id"), say("name"), say("half-day"), say("session"), say("minutes"))
    rows = [
        (
            one.attendee.id,
            one.attendee.name,
            line.block or line.day,
            line.session or "",
            "" if line.minutes is None else str(line.minutes),
        )
        for one in found
        for line in one.attended
    ]
    shapes = [
        {
            "attendee": one.attendee.id,
            "name": one.attendee.name,
            "lines": [attrs.asdict(line) for line in one.attended],
        }
        for one in found
    ]
    return heads, rows, shapes
