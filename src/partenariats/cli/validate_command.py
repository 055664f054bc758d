"""`partenariats validate`."""

from __future__ import annotations

import sys
from typing import NoReturn

import attrs
import click

from partenariats.cli.front import FAULT, Front, options, wants_colour
from partenariats.cli.rule_selection import check_codes, takes_rules
from partenariats.diagnostics.report import Format, Report
from partenariats.source.document import Document


@attrs.frozen(kw_only=True)
class Asked:
    """Hold what somebody asked of a check."""

    form: Format | None
    strict: bool
    statistics: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]


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
@click.option("--fix", is_flag=True, help="Mend what is safe to mend: spaces, typography, order.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend also what somebody should look at.")
@click.option("--diff", is_flag=True, help="Show what would be mended; write nothing.")
@click.option("--watch", is_flag=True, help="Check anew whenever a file of the event changes.")
@takes_rules
@options
def command(front: Front, *, file: str, watch: bool, **asked: object) -> None:
    """Check an event FILE and say what is wrong with it, where, and what to do."""
    wanted = Asked(**asked)  # type: ignore[arg-type]  # click gives what the options above say
    if wanted.statistics and wanted.form is not None:
        raise click.UsageError(
            front.say("`--statistics` has a form of its own: leave `--format` out")
        )
    if watch and (wanted.fix or wanted.unsafe_fixes or wanted.diff):
        raise click.UsageError(
            front.say("`--watch` changes nothing: leave `--fix` and `--diff` out")
        )
    check_codes(front, wanted.select, wanted.ignore)
    if watch:
        from partenariats.cli.watching import watch_file

        watch_file(
            front, file, lambda document: tell(front, check(front, document, wanted), wanted)
        )
        return
    document = front.load(file)
    if wanted.fix or wanted.unsafe_fixes or wanted.diff:
        document = _mend(front, document, wanted)
    report = check(front, document, wanted)
    tell(front, report, wanted)
    if report.has_errors or (wanted.strict and report.has_warnings):
        sys.exit(FAULT)


def check(front: Front, document: Document, asked: Asked) -> Report:
    """Check a document with the rules that were asked for."""
    return front.toolkit.validate(document, front.language).only(asked.select, asked.ignore)


def tell(front: Front, report: Report, asked: Asked) -> None:
    """Print a report in the form that was asked for."""
    if asked.statistics:
        from partenariats.diagnostics.render.statistics import render_statistics

        click.echo(render_statistics(report, front.language), nl=False)
        return
    form = asked.form or "text"
    click.echo(report.render(form, front.language, colour=wants_colour(sys.stdout)), nl=False)
    if form == "text":
        _tell_of_fixes(front, report)


def _tell_of_fixes(front: Front, report: Report) -> None:
    fixes = [found.fix for found in report.diagnostics if found.fix is not None]
    safe = sum(fix.is_safe for fix in fixes)
    if safe:
        front.echo("`--fix` mends {n} of these; `--diff` shows how", n=safe)
    if len(fixes) > safe:
        unsafe = len(fixes) - safe
        front.echo("`--unsafe-fixes` mends {n} by a guess; look first with `--diff`", n=unsafe)


def _mend(front: Front, document: Document, asked: Asked) -> Document:
    from partenariats.cli.changed_files import put_in_place, show_diff
    from partenariats.cli.fixing import mend

    mended = mend(lambda changed: check(front, changed, asked), document, unsafe=asked.unsafe_fixes)
    if asked.diff:
        show_diff(document, mended.texts)
        _end_diff(mended.texts)
    put_in_place(front, mended.texts)
    return mended.document


def _end_diff(texts: object) -> NoReturn:
    sys.exit(FAULT if texts else 0)
