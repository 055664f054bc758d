"""`partenariats import`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from partenariats.cli.front import UNUSABLE, Front, options
from partenariats.cli.given_options import takes_options
from partenariats.interfaces.importer import Imported
from partenariats.publishing.files import write_file
from partenariats.source.document import unreadable
from partenariats.source.writer import write

_COUNTED = {
    "days": ("{n} day", "{n} days"),
    "sessions": ("{n} session", "{n} sessions"),
    "workshops": ("{n} workshop", "{n} workshops"),
    "people": ("{n} person", "{n} people"),
    "organizations": ("{n} organization", "{n} organizations"),
    "themes": ("{n} theme", "{n} themes"),
    "venues": ("{n} venue", "{n} venues"),
    "rooms": ("{n} room", "{n} rooms"),
}


@click.command("import")
@click.argument("file")
@click.option("--from", "name", help="Format of the file; recognised where it is not given.")
@click.option(
    "-o",
    "--output",
    "target",
    default="-",
    show_default=True,
    help="Event file to write, which must not exist yet; `-` is standard output.",
)
@click.option("--check", is_flag=True, help="Write nothing; say what would be read.")
@takes_options
@options
def command(  # noqa: PLR0913, PLR0917  # one for each option
    front: Front,
    file: str,
    name: str | None,
    target: str,
    check: bool,  # noqa: FBT001  # click's flag
    given: dict[str, object],
) -> None:
    """Make an event file from a FILE in another format; say what was read, guessed and dropped."""
    try:
        content = Path(file).read_bytes()
    except (OSError, ValueError) as error:
        raise unreadable(file, error) from None
    front.warn_of_plugins()
    if not check and target != "-" and Path(target).exists():
        message = front.say("{file}: this file exists already; nothing was written", file=target)
        click.echo(f"{front.say('error')}: {message}", err=True)
        sys.exit(UNUSABLE)
    imported = front.toolkit.import_(content, name, given)
    text = write(imported.event)
    _tell(front, imported, file)
    if check:
        return
    if target == "-":
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    else:
        written = write_file(text.encode(), Path(target))
        click.echo(front.say("written: {file}", file=written), err=True)


def _tell(front: Front, imported: Imported, file: str) -> None:
    """Say on standard error what was guessed and dropped, then what was read."""
    if imported.report.diagnostics:
        front.show_report(imported.report.in_file(file))
    else:
        click.echo(front.say("nothing was guessed or dropped"), err=True)
    counts = {table: len(getattr(imported.event, table)) for table in _COUNTED}
    said = [front.say(_COUNTED[t][count > 1], n=count) for t, count in counts.items() if count]
    what = ", ".join(said) or front.say("an event without a programme")
    click.echo(
        front.say("read by `{importer}`: {what}", importer=imported.importer, what=what), err=True
    )
