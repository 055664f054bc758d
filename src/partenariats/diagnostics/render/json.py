"""A report for programs."""

from __future__ import annotations

import json
from typing import Any

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.report import Report
from partenariats.diagnostics.where import Span, Where


def render_json(report: Report, language: str, colour: bool) -> str:  # noqa: ARG001, FBT001  # one of three renderers
    """Return the report as a JSON object; lines and columns count from 1."""
    content = {
        "file": report.name,
        "counts": {severity.value: report.count(severity) for severity in Severity},
        "ignored": report.ignored,
        "diagnostics": [_diagnostic(report, found, language) for found in report.diagnostics],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(report: Report, found: Diagnostic, language: str) -> dict[str, Any]:
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "message": found.headline.say(language),
        "help": found.help.say(language) if found.help else None,
        "fix": None if found.fix is None else "safe" if found.fix.is_safe else "unsafe",
        "path": list(found.where.path),
        "span": _span(report.span(found)),
        "related": [
            {
                "message": related.label.say(language),
                "path": list(related.where.path),
                "span": _span(_related_span(report, related.where)),
            }
            for related in found.related
        ],
    }


def _related_span(report: Report, where: Where) -> Span | None:
    return report.locator.span(where) if report.locator else None


def _span(span: Span | None) -> dict[str, Any] | None:
    return attrs.asdict(span) if span else None
