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
    try:
        while True:
            # a change while the file is read must not be lost
            before, old = _state(watched), watched
            watched = _tell(front, file, tell)
            seen = before if watched == old else _state(watched)
            while _state(watched) == seen:
                time.sleep(PAUSE)
    except KeyboardInterrupt:
        click.echo()


def _tell(front: Front, file: str, tell: Callable[[Document], None]) -> list[Path]:
    """Tell once, and return what to watch: files, and their folders for files to come."""
    if sys.stdout.isatty():
        click.clear()
    paths = [Path(file)]
    try:
        document = front.load(file)
        paths = [Path(source.name) for source in document.locator.sources]
        tell(document)
    except SourceError as error:
        # an editor may take a file away for a moment while it saves
        click.echo(f"{front.say('error')}: {front.say(error.template, **error.names)}", err=True)
    front.echo("watching {file}; Ctrl+C ends it", file=file)
    sys.stdout.flush()
    return [*paths, *dict.fromkeys(path.parent for path in paths)]


def _state(paths: Iterable[Path]) -> State:
    return tuple(map(_look, paths))


def _look(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
