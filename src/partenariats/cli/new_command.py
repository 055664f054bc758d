"""`partenariats new`."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

import click

from partenariats.cli.front import UNUSABLE, Front, options
from partenariats.publishing.files import write_file


@click.command("new")
@click.argument("folder")
@options
def command(front: Front, folder: str) -> None:
    """Start an event in FOLDER: a commented event file, ready to fill."""
    file = Path(folder) / "event.toml"
    if file.exists():
        message = front.say("{file}: this file exists already; nothing was written", file=file)
        click.echo(f"{front.say('error')}: {message}", err=True)
        sys.exit(UNUSABLE)
    template = files("partenariats.cli") / "templates" / f"event_{front.language}.toml"
    write_file(template.read_bytes(), file)
    front.echo("written: {file}", file=file)
    front.echo("fill it, then run: partenariats validate {file}", file=file)
