"""`partenariats fmt`."""

from __future__ import annotations

import sys

import click

from partenariats.cli.front import FAULT, Front, options
from partenariats.diagnostics.report import InvalidEventError, Report
from partenariats.errors import PartenariatsError
from partenariats.source.document import Document, reread

UNREAD = ("SRC001", "SRC002", "SRC003", "SRC013")
"""What is told of a file that is no text in TOML, or is not there."""


class NoLayoutError(PartenariatsError):
    """A file is read as TOML, but not in every detail, and is left as it is."""


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
    documents = [_load(front, file) for file in files]
    laid = [(document, laid_out(document)) for document in documents]
    for document, texts in laid:
        _refuse_other_words(document, texts)
    for document, texts in laid:
        _end(front, document, texts, check=check, diff=diff)
    if not any(texts for _, texts in laid):
        front.echo("the layout is canonical already")
    elif diff or check:
        sys.exit(FAULT)


def _load(front: Front, file: str) -> Document:
    """Read an event; raise `InvalidEventError` where a part of it cannot be laid out."""
    document = front.load(file)
    unread = [fault for fault in document.faults if fault.code in UNREAD]
    if unread:
        raise InvalidEventError(Report.of(unread, document.name, document.locator))
    return document


def _end(
    front: Front, document: Document, texts: dict[str, str], *, check: bool, diff: bool
) -> None:
    """Show or write the new texts of one event."""
    from partenariats.cli.changed_files import put_in_place, show_diff

    if diff:
        show_diff(front, document, texts)
    elif check:
        for name in texts:
            front.echo("would change: {file}", file=name)
    else:
        put_in_place(front, texts)


def laid_out(document: Document) -> dict[str, str]:
    """Return the new texts of the files of a document whose layout is another.

    Raise `NoLayoutError` for a file whose TOML the layout does not know.
    """
    from partenariats.source.layout import lay_out

    found: dict[str, str] = {}
    for source in document.locator.sources:
        new = lay_out(source)
        if new is None:
            raise NoLayoutError("{file}: the layout of this TOML is not known", file=source.name)
        if new != source.content:
            found[source.name] = new
    return found


def _refuse_other_words(document: Document, texts: dict[str, str]) -> None:
    """Stop before anything is written should a new layout ever say something else."""
    again = reread(document, texts)
    said = [(fault.code, fault.where) for fault in document.faults]
    # by their words: a number that is none is not equal to itself
    same = repr(again.found) == repr(document.found)
    if not same or [(f.code, f.where) for f in again.faults] != said:
        raise RuntimeError(f"the layout would change what {document.name} says; this is our fault")
