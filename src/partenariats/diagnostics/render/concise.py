"""A report with one line a diagnostic, for editors and logs."""

from __future__ import annotations

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.render.plain import safe
from partenariats.diagnostics.report import Report
from partenariats.language.message import Message


def render_concise(report: Report, language: str, colour: bool) -> str:  # noqa: ARG001, FBT001  # one of three renderers
    """Return `file:line:column: severity[CODE] headline` for each diagnostic."""
    return "".join(f"{_line(report, found, language)}\n" for found in report.diagnostics)


def _line(report: Report, found: Diagnostic, language: str) -> str:
    span = report.span(found)
    if span is not None:
        place = f"{span.file}:{span.line}:{span.column}"
    else:
        place = f"{report.name}:{found.where}" if found.where.path else report.name
    severity = Message.of(found.severity.value).say(language)
    return safe(f"{place}: {severity}[{found.code}] {found.headline.say(language)}")
