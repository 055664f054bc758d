"""`partenariats build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from partenariats.cli.front import FAULT, Front, options
from partenariats.source.document import Document
from partenariats.toolkit import Built


@click.command("build")
@click.argument("file")
@click.option(
    "-o", "--output", "folder", help="Folder to write to; by default `build` beside the file."
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file is stale.")
@options
def command(front: Front, file: str, folder: str | None, check: bool) -> None:  # noqa: FBT001  # click's flag
    """Make every output that an event FILE asks for; all are made before any is replaced."""
    document = front.load(file)
    front.warn_of_plugins()
    if check:
        _check(front, document, folder)
        return
    tell = (lambda name: click.echo(f"… {name}", err=True)) if sys.stderr.isatty() else None
    built = front.toolkit.build(document, folder, *([tell] if tell else []))
    for written in built.written:
        front.echo("written: {file}", file=_short(written))
    if not built.written and not built.failed:
        front.echo("the event asks for no outputs: add `[[outputs]]`")
    _end(front, built)


def _check(front: Front, document: Document, folder: str | None) -> None:
    built = front.toolkit.stale(document, folder)
    for path in built.written:
        front.echo("stale: {file}", file=_short(path))
    if not built.written and not built.failed:
        front.echo("every output is up to date")
    _end(front, built)
    if built.written:
        sys.exit(FAULT)


def _end(front: Front, built: Built) -> None:
    for failure in built.failed:
        reason = front.say(failure.error.template, **failure.error.names)
        message = front.say("{output} was not made: {reason}", output=failure.output, reason=reason)
        click.echo(f"{front.say('error')}: {message}", err=True)
    if built.failed:
        sys.exit(FAULT)


def _short(path: Path) -> str:
    """Return a path as seen from the current folder where it lies below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)
