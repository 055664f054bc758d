"""`partenariats registration import`."""

from __future__ import annotations

from pathlib import Path

import click

from partenariats.cli.front import Front
from partenariats.cli.registration_command.shown.imported import tell_faults, tell_outcomes
from partenariats.cli.registration_command.visit import Visit, acts, end_at_fault
from partenariats.registration.requests.texts import short
from partenariats.registration.sheets.estimating import estimate
from partenariats.registration.sheets.faults import FaultySheetError
from partenariats.registration.sheets.importing import Fate, import_sheet
from partenariats.registration.sheets.reading import read_sheet
from partenariats.registration.sheets.text import LARGEST
from partenariats.source.document import unreadable


@click.command("import")
@click.argument("file")
@click.argument("sheet")
@click.option(
    "--map",
    "mapped",
    multiple=True,
    metavar="COLUMN=FIELD",
    help="What a column holds: a field, a question's id, or `-` to leave it out.",
)
@click.option("--dry-run", is_flag=True, help="Say what would happen now; register nobody.")
@acts
def command(visit: Visit, *, sheet: str, mapped: tuple[str, ...], dry_run: bool, why: str) -> None:
    """Register everybody on a CSV SHEET for the event of FILE.

    Nobody is registered where any row is at fault; all faults are told. Rows of one `group` get
    places together. Importing a sheet again registers nobody twice. A dry run is an estimate:
    others may take the free places meanwhile.
    """
    programme = visit.desk.programme
    try:
        found = read_sheet(read_sheet_file(sheet), programme, _columns(visit.front, mapped))
    except FaultySheetError as error:
        tell_faults(visit, sheet, error)
        end_at_fault()
        return
    work = estimate(visit.desk, found) if dry_run else import_sheet(visit.desk, found, why)
    counts = tell_outcomes(visit, sheet, work, found.left_out, is_estimate=dry_run)
    if counts[Fate.REFUSED]:
        end_at_fault()


def read_sheet_file(sheet: str) -> bytes:
    """Return the beginning of a file, and one byte more than a sheet may have."""
    try:
        with Path(sheet).open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise unreadable(sheet, error) from None


def _columns(front: Front, mapped: tuple[str, ...]) -> dict[str, str]:
    columns = {}
    for item in mapped:
        column, sign, field = item.rpartition("=")
        if not sign or not column.strip() or not field.strip():
            said = front.say("`{typed}` is not COLUMN=FIELD", typed=short(item))
            raise click.BadParameter(said, param_hint="--map")
        columns[column] = field.strip()
    return columns
