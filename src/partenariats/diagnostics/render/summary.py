"""The last line of a report: how much was found."""

from __future__ import annotations

from partenariats.diagnostics.diagnostic import Severity
from partenariats.diagnostics.report import Report
from partenariats.language.message import Message

_WORDS = {
    Severity.ERROR: ("no errors", "{n} error", "{n} errors"),
    Severity.WARNING: ("no warnings", "{n} warning", "{n} warnings"),
    Severity.INFO: ("no open questions", "{n} open question", "{n} open questions"),
}


def summarize(report: Report) -> Message:
    """Count errors, warnings and open questions of a report in one sentence."""
    counts = {severity.value: _count(severity, report.count(severity)) for severity in Severity}
    if report.ignored == 1:
        return Message.of(
            "{file}: {error}, {warning}, {info}; 1 ignored", file=report.name, **counts
        )
    if report.ignored:
        return Message.of(
            "{file}: {error}, {warning}, {info}; {ignored} ignored",
            file=report.name,
            ignored=report.ignored,
            **counts,
        )
    return Message.of("{file}: {error}, {warning}, {info}", file=report.name, **counts)


def _count(severity: Severity, n: int) -> Message:
    return Message.of(_WORDS[severity][min(n, 2)], n=n)
