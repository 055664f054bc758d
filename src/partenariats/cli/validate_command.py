"""`partenariats validate`."""

from __future__ import annotations

import sys

import click

from partenariats.cli.front import FAULT, Front, options, wants_colour
from partenariats.diagnostics.report import Format


@click.command("validate")
@click.argument("file")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "concise", "json"]),
    default="text",
    show_default=True,
    help="How to say it.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@options
def command(front: Front, file: str, form: Format, strict: bool) -> None:  # noqa: FBT001  # click's flag
    """Check an event FILE and say what is wrong with it, where, and what to do."""
    document = front.load(file)
    report = front.toolkit.validate(document, front.language)
    text = report.render(form, front.language, colour=wants_colour(sys.stdout))
    click.echo(text, nl=False)
    if report.has_errors or (strict and report.has_warnings):
        sys.exit(FAULT)
