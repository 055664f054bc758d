"""`partenariats validate`."""

from __future__ import annotations

import sys

import click

from partenariats.cli.front import FAULT, Front, options, wants_colour
from partenariats.cli.rule_selection import check_codes, takes_rules
from partenariats.diagnostics.report import Format


@click.command("validate")
@click.argument("file")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "concise", "json", "github", "sarif"]),
    help="How to say it; `text` where nothing is given.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@click.option("--statistics", is_flag=True, help="Count what each rule finds, and no more.")
@takes_rules
@options
def command(  # noqa: PLR0913  # click gives each option by itself
    front: Front,
    file: str,
    *,
    form: Format | None,
    strict: bool,
    statistics: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> None:
    """Check an event FILE and say what is wrong with it, where, and what to do."""
    if statistics and form is not None:
        raise click.UsageError("--statistics has a form of its own: leave --format out")
    check_codes(front, select, ignore)
    document = front.load(file)
    report = front.toolkit.validate(document, front.language).only(select, ignore)
    if statistics:
        from partenariats.diagnostics.render.statistics import render_statistics

        text = render_statistics(report, front.language)
    else:
        text = report.render(form or "text", front.language, colour=wants_colour(sys.stdout))
    click.echo(text, nl=False)
    if report.has_errors or (strict and report.has_warnings):
        sys.exit(FAULT)
