"""A report as GitHub Actions shows one: a workflow command for each diagnostic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.render.plain import safe
from partenariats.diagnostics.report import Report

_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
_IN_MESSAGE: Final[Mapping[int, str]] = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final[Mapping[int, str]] = {
    **_IN_MESSAGE,
    **str.maketrans({":": "%3A", ",": "%2C"}),
}


def render_github(report: Report, language: str, colour: bool) -> str:  # noqa: ARG001, FBT001  # as every renderer
    """Return `::error file=…,line=…,title=…::headline` for each diagnostic.

    GitHub reads these from the log and writes the headlines beside the lines they speak of.
    """
    return "".join(f"{_command(report, found, language)}\n" for found in report.diagnostics)


def _command(report: Report, found: Diagnostic, language: str) -> str:
    properties = {"file": report.name}
    span = report.span(found)
    if span is not None:
        properties = {"file": span.file, "line": str(span.line), "endLine": str(span.end_line)}
        if span.line == span.end_line:
            # columns are only read where they are on one line
            properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = f"{found.code} {found.name}"
    said = found.headline.say(language)
    if found.help is not None:
        said += f"\n{found.help.say(language)}"
    pairs = ",".join(
        f"{key}={safe(value).translate(_IN_PROPERTY)}" for key, value in properties.items()
    )
    lines = "\n".join(safe(line) for line in said.split("\n"))
    return f"::{_COMMANDS[found.severity]} {pairs}::{lines.translate(_IN_MESSAGE)}"
