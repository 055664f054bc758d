"""`partenariats registration presence`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.import_ import read_sheet_file
from partenariats.cli.registration_command.shown.imported import tell_faults
from partenariats.cli.registration_command.shown.json_shapes import print_json
from partenariats.cli.registration_command.visit import Visit, acts, end_at_fault
from partenariats.registration.door.paper.presence import read_presence
from partenariats.registration.sheets.faults import FaultySheetError


@click.command("presence")
@click.argument("file")
@click.argument("sheet")
@click.option("--dry-run", is_flag=True, help="Say what would be noted; note nothing.")
@acts
def command(visit: Visit, *, sheet: str, dry_run: bool, why: str) -> None:
    """Note who was there by a CSV SHEET typed back from paper, for the event of FILE.

    A row for each person, by id, e-mail address or name; a column for each half-day or session, by
    its id or title, with an `x` for whoever was there. Nothing is noted where any cell is at fault.
    Noting a sheet again changes nothing.
    """
    doors, desk = visit.desk.doors, visit.desk
    content = read_sheet_file(sheet)
    try:
        found = read_presence(content, desk.programme, doors.half_days, desk.backend.roster())
    except FaultySheetError as error:
        tell_faults(visit, sheet, error)
        end_at_fault()
        return
    new = doors.unknown(found.check_ins)
    if not dry_run:
        desk.note_check_ins(new, why=why)
    known = len(found.check_ins) - len(new)
    if visit.as_json:
        print_json({"people": found.people, "noted": len(new), "known": known, "dry_run": dry_run})
        return
    if dry_run:
        visit.front.echo("this is a trial; nothing was noted")
    visit.front.echo(
        "persons on the sheet: {people}; noted: {count}; known before: {known}",
        people=found.people,
        count=len(new),
        known=known,
    )
