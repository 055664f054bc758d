"""`partenariats fmt`."""

from __future__ import annotations

import sys

import click

from partenariats.cli.front import FAULT, Front, options
from partenariats.diagnostics.report import InvalidEventError, Report
from partenariats.source.document import Document, reread

UNREAD = ("SRC001", "SRC002", "SRC003")
"""What is told of a file that is no text in TOML."""


@click.command("fmt")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Show what would change; write nothing.")
@options
def command(front: Front, *, files: tuple[str, ...], check: bool, diff: bool) -> None:
    """Put each event FILE, and the files it includes, in canonical layout.

    Spaces, blank lines and the lines of lists are put in order. What the files say, their comments
    and the order of everything stay as they are.
    """
    changed = [_lay_out(front, file, check=check, diff=diff) for file in files]
    if not any(changed):
        front.echo("the layout is canonical already")
    elif diff or check:
        sys.exit(FAULT)


def _lay_out(front: Front, file: str, *, check: bool, diff: bool) -> bool:
    """Lay one event out; tell whether its layout was another."""
    from partenariats.cli.changed_files import put_in_place, show_diff

    document = front.load(file)
    unread = [fault for fault in document.faults if fault.code in UNREAD]
    if unread:
        raise InvalidEventError(Report.of(unread, document.name, document.locator))
    texts = laid_out(document)
    _refuse_other_words(document, texts)
    if diff:
        show_diff(document, texts)
    elif check:
        for name in texts:
            front.echo("would change: {file}", file=name)
    else:
        put_in_place(front, texts)
    return bool(texts)


def laid_out(document: Document) -> dict[str, str]:
    """Return the new texts of the files of a document whose layout is another."""
    from partenariats.source.layout import lay_out

    found = {source.name: (source.content, lay_out(source)) for source in document.locator.sources}
    return {name: new for name, (old, new) in found.items() if new is not None and new != old}


def _refuse_other_words(document: Document, texts: dict[str, str]) -> None:
    """Stop before anything is written should a new layout ever say something else."""
    again = reread(document, texts)
    said = [(fault.code, fault.where) for fault in document.faults]
    if again.found != document.found or [(f.code, f.where) for f in again.faults] != said:
        raise RuntimeError(f"the layout would change what {document.name} says; this is our fault")
