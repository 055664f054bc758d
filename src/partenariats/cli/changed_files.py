"""Files of an event that get another text: shown first, or put in place."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from pathlib import Path

import click

from partenariats.cli.front import Front
from partenariats.diagnostics.render.plain import safe
from partenariats.publishing.files import UnwritableError, write_file
from partenariats.source.document import Document


def show_diff(front: Front, before: Document, texts: Mapping[str, str]) -> None:
    """Print how the files of a document would change, as `diff -u` does."""
    old = {source.name: source.content for source in before.locator.sources}
    for name, text in texts.items():
        lines = list(
            difflib.unified_diff(old[name].splitlines(), text.splitlines(), name, name, lineterm="")
        )
        for line in lines:
            click.echo(safe(line))
        if not lines:
            front.echo("{file}: only the ends of lines change", file=name)


def put_in_place(front: Front, texts: Mapping[str, str]) -> None:
    """Write changed files and say which; a link stays a link."""
    for name, text in texts.items():
        file = Path(name).resolve()
        if not os.access(file, os.W_OK):
            raise UnwritableError("{file}: no permission to write this file", file=name)
        write_file(text.encode(), file)
        click.echo(front.say("changed: {file}", file=name), err=True)
