"""`partenariats registration record`."""

from __future__ import annotations

from pathlib import Path

import click

from partenariats.cli.registration_command.shown.json_shapes import print_json
from partenariats.cli.registration_command.visit import Visit, declares
from partenariats.publishing.files import write_file
from partenariats.registration.personal.record import documents


@click.command("record")
@click.argument("file")
@click.option(
    "-o",
    "--output",
    "folder",
    help="Folder to write into, a file for each; by default all go to standard output.",
)
@declares
def command(visit: Visit, *, folder: str | None) -> None:
    """Write what the event of FILE declares about personal data, as Markdown.

    It is the record of processing (GDPR, article 30), the notice for those who register
    (article 13) and the texts of the consents, in the language of `--language`. What is not
    declared is said to be so. Nobody's data is read.
    """
    made = documents(visit.desk.programme.event, visit.front.language)
    if folder is None:
        if visit.as_json:
            print_json(made)
        else:
            click.echo("\n".join(made.values()), nl=False)
        return
    written = [write_file(text.encode(), Path(folder) / name) for name, text in made.items()]
    if visit.as_json:
        print_json({"written": [str(file) for file in written]})
        return
    for file in written:
        visit.front.echo("written: {file}", file=file)
