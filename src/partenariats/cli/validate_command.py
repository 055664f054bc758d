"""`partenariats validate`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import attrs
import click

from partenariats.cli.front import FAULT, Front, options, wants_colour
from partenariats.cli.rule_selection import check_codes, takes_rules
from partenariats.diagnostics.fix import Fix
from partenariats.diagnostics.report import Format, Report
from partenariats.source.document import Document
from partenariats.source.spans import TomlLocator


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
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
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
def command(front: Front, *, files: tuple[str, ...], watch: bool, **asked: object) -> None:
    """Check each event FILE and say what is wrong with it, where, and what to do."""
    wanted = Asked(**asked)  # type: ignore[arg-type]  # click gives what the options above say
    _refuse(front, wanted, watch=watch, several=len(files) > 1)
    check_codes(front, wanted.select, wanted.ignore)
    if watch:
        from partenariats.cli.watching import watch_file

        watch_file(
            front, files[0], lambda document: tell(front, check(front, document, wanted), wanted)
        )
        return
    faulty = [_check_file(front, file, wanted) for file in files]
    if any(faulty):
        sys.exit(FAULT)


def _refuse(front: Front, asked: Asked, *, watch: bool, several: bool) -> None:
    """Refuse what cannot be asked at once."""
    reason = ""
    if asked.statistics and asked.form is not None:
        reason = front.say("`--statistics` has a form of its own: leave `--format` out")
    elif watch and (asked.fix or asked.unsafe_fixes or asked.diff):
        reason = front.say("`--watch` changes nothing: leave `--fix` and `--diff` out")
    elif asked.diff and (asked.statistics or asked.form is not None):
        reason = front.say("`--diff` has a form of its own: leave `--format` and the rest out")
    elif several and (watch or asked.form in {"json", "sarif"}):
        reason = front.say("`--watch` and the formats of programs take one file")
    if reason:
        raise click.UsageError(reason)


def _check_file(front: Front, file: str, asked: Asked) -> bool:
    """Check one file and say what is wrong; tell whether that is a fault."""
    document = front.load(file)
    if asked.fix or asked.unsafe_fixes or asked.diff:
        from partenariats.cli.changed_files import put_in_place, show_diff
        from partenariats.cli.fixing import mend

        mended = mend(lambda now: _chosen(front, now, asked), document, unsafe=asked.unsafe_fixes)
        if asked.diff:
            show_diff(front, document, mended.texts)
            report = check(front, document, asked)
            if document.found is None:
                front.show_report(report)
            return bool(mended.texts) or _is_faulty(report, asked)
        put_in_place(front, mended.texts)
        document = mended.document
    report = check(front, document, asked)
    tell(front, report, asked)
    return _is_faulty(report, asked)


def _is_faulty(report: Report, asked: Asked) -> bool:
    return report.has_errors or (asked.strict and report.has_warnings)


def _chosen(front: Front, document: Document, asked: Asked) -> Report:
    """Check a document and keep what was chosen, be the rest as grave as it may."""
    report = check(front, document, asked)
    chosen = tuple(asked.select) or ("",)
    kept = tuple(found for found in report.diagnostics if found.code.startswith(chosen))
    return attrs.evolve(report, diagnostics=kept)


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


def _fixes_that_fit(report: Report) -> Iterator[Fix]:
    """Give the fixes that can be made in the texts of a report."""
    from partenariats.source.fixing.changes import changes_of

    locator = report.locator
    if isinstance(locator, TomlLocator):
        for found in report.diagnostics:
            if found.fix is not None and changes_of(found.fix, locator):
                yield found.fix


def _tell_of_fixes(front: Front, report: Report) -> None:
    if not any(found.fix for found in report.diagnostics):
        return
    fixes = list(_fixes_that_fit(report))
    safe = sum(fix.is_safe for fix in fixes)
    if safe:
        front.echo("`--fix` mends {n} of these; `--diff` shows how", n=safe)
    if len(fixes) > safe:
        unsafe = len(fixes) - safe
        front.echo("`--unsafe-fixes` mends {n} by a guess; look first with `--diff`", n=unsafe)
