"""How often each rule speaks."""

from __future__ import annotations

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.render.statistics import render_statistics
from partenariats.diagnostics.report import Report
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message


def found(code, name, severity, count):
    """Make diagnostics of one rule at several places."""
    return [
        Diagnostic(
            code=code,
            name=name,
            severity=severity,
            headline=Message.of("two ends"),
            where=Where(("sessions", number)),
        )
        for number in range(count)
    ]


def test_the_most_frequent_rule_comes_first():
    """Each line says how often, the code, the severity and the name; the last one sums up."""
    report = Report.of(
        [
            *found("ZZZ001", "late", Severity.ERROR, 2),
            *found("AAA001", "early", Severity.INFO, 2),
            *found("BBB001", "often", Severity.WARNING, 10),
        ],
        "e.toml",
    )
    assert render_statistics(report, "en") == (
        "10  BBB001  warning  often\n"
        " 2  AAA001  info     early\n"
        " 2  ZZZ001  error    late\n"
        "\n"
        "e.toml: 2 errors, 10 warnings, 2 open questions\n"
    )
    assert render_statistics(report, "fr").splitlines()[1] == " 2  AAA001  question   early"


def test_nothing_found_is_one_line():
    """Only what sums up is said of a clean event."""
    assert render_statistics(Report(name="e.toml"), "en") == (
        "e.toml: no errors, no warnings, no open questions\n"
    )
