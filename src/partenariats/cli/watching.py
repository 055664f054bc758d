"""Check a file again whenever it, or one that it includes, changes: `--watch`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeAlias

import click

from partenariats.cli.front import Front
from partenariats.source.document import Document, SourceError

PAUSE: Final = 0.2
"""Seconds between two looks at the files."""

State: TypeAlias = tuple[tuple[int, int, int] | None, ...]


def watch_file(front: Front, file: str, tell: Callable[[Document], None]) -> None:
    """Tell what is wrong with a file now and after each change, until Ctrl+C is pressed."""
    watched = [Path(file)]
    front.load(file)  # what is not there to begin with is not waited for
    try:
        while True:
            # looked at before it is read, so that no change in between is lost
            seen = _state(watched)
            document = _load(front, file)
            if document is not None and _places(document) != watched:
                watched = _places(document)
                continue
            _tell(front, file, document, tell)
            while _state(watched) == seen:
                time.sleep(PAUSE)
    except KeyboardInterrupt:
        click.echo()


def _load(front: Front, file: str) -> Document | None:
    """Read a file; say why where it cannot be: an editor may take it away while it saves."""
    try:
        return front.load(file)
    except SourceError as error:
        click.echo(f"{front.say('error')}: {front.say(error.template, **error.names)}", err=True)
        return None


def _places(document: Document) -> list[Path]:
    """Return what to watch: the files of an event, and their folders for files to come."""
    files = [Path(source.name) for source in document.locator.sources]
    return [*files, *dict.fromkeys(path.parent for path in files)]


def _tell(
    front: Front, file: str, document: Document | None, tell: Callable[[Document], None]
) -> None:
    if document is not None:
        if sys.stdout.isatty():
            click.clear()
        tell(document)
    front.echo("watching {file}; Ctrl+C ends it", file=file)
    sys.stdout.flush()


def _state(paths: Iterable[Path]) -> State:
    return tuple(map(_look, paths))


def _look(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
