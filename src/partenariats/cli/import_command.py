"""`partenariats import`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from partenariats.cli.front import UNUSABLE, Front, options
from partenariats.cli.given_options import takes_options
from partenariats.publishing.files import write_file
from partenariats.source.document import unreadable
from partenariats.source.writer import write


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
@takes_options
@options
def command(
    front: Front, file: str, name: str | None, target: str, given: dict[str, object]
) -> None:
    """Make an event file from a FILE in another format."""
    try:
        content = Path(file).read_bytes()
    except (OSError, ValueError) as error:
        raise unreadable(file, error) from None
    front.warn_of_plugins()
    if target != "-" and Path(target).exists():
        message = front.say("{file}: this file exists already; nothing was written", file=target)
        click.echo(f"{front.say('error')}: {message}", err=True)
        sys.exit(UNUSABLE)
    imported = front.toolkit.import_(content, name, given)
    if imported.report.diagnostics:
        front.show_report(imported.report.in_file(file))
    text = write(imported.event)
    if target == "-":
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    else:
        written = write_file(text.encode(), Path(target))
        click.echo(front.say("written: {file}", file=written), err=True)
