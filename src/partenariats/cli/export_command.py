"""`partenariats export`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from partenariats.cli.front import FAULT, UNUSABLE, Front, options
from partenariats.cli.given_options import takes_options
from partenariats.cli.losses import tell_losses
from partenariats.interfaces.exporter import Artifact
from partenariats.model.programme import Programme
from partenariats.publishing.files import publish, write_file
from partenariats.publishing.targets import place


@click.command("export")
@click.argument("file")
@click.argument("name")
@click.option(
    "-o",
    "--output",
    "target",
    default="-",
    show_default=True,
    help="File or folder to write to; `-` is standard output.",
)
@click.option(
    "--verify",
    is_flag=True,
    help="Read the file again and list what was lost or changed; where the exporter does not "
    "declare it, write nothing and exit with 1.",
)
@takes_options
@options
def command(  # noqa: PLR0913, PLR0917  # one for each option
    front: Front,
    file: str,
    name: str,
    target: str,
    verify: bool,  # noqa: FBT001  # click's flag
    given: dict[str, object],
) -> None:
    """Make the output of the exporter NAME from an event FILE."""
    document = front.load(file)
    front.warn_of_plugins()
    offer = front.toolkit.registry.exporters.get(name)
    programme = front.toolkit.resolve(document)
    artifacts = front.toolkit.export(programme, offer.name, given)
    if verify:
        _verify(front, programme, offer.name, artifacts)
    if target != "-":
        _write(front, artifacts, target)
    elif len(artifacts) == 1:
        sys.stdout.buffer.write(artifacts[0].content)
        sys.stdout.flush()
    else:
        message = "{count} files were made: name a folder with `-o FOLDER/`"
        click.echo(f"{front.say('error')}: {front.say(message, count=len(artifacts))}", err=True)
        sys.exit(UNUSABLE)


def _verify(front: Front, programme: Programme, name: str, artifacts: tuple[Artifact, ...]) -> None:
    """Tell on standard error what was lost or changed; end the command for what is undeclared."""
    found = front.toolkit.verify(programme, name, artifacts)
    for line in tell_losses(front, found, name, programme):
        click.echo(line, err=True)
    if found.undeclared:
        sys.exit(FAULT)


def _write(front: Front, artifacts: tuple[Artifact, ...], target: str) -> None:
    path = Path(target)
    if len(artifacts) == 1 and not target.endswith("/") and not path.is_dir():
        written: tuple[Path, ...] = (write_file(artifacts[0].content, path),)
    else:
        written = publish(place(artifacts, None), path)
    for file in written:
        click.echo(front.say("written: {file}", file=file), err=True)
