"""A report as SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.report import Report
from partenariats.diagnostics.rule import translate_page
from partenariats.diagnostics.where import Span
from partenariats.version import __version__

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_MARKS: Final = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})


def render_sarif(report: Report, language: str, colour: bool) -> str:  # noqa: ARG001, FBT001  # as every renderer
    """Return the report as a SARIF log of one run; columns count characters."""
    codes = sorted({found.code for found in report.diagnostics})
    positions = {code: position for position, code in enumerate(codes)}
    names = {found.code: found.name for found in report.diagnostics}
    driver = {
        "name": "partenariats",
        "semanticVersion": __version__,
        "rules": [_rule(report, code, names[code], language) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": [
            {"ruleIndex": positions[found.code], **_result(report, found, language)}
            for found in report.diagnostics
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(report: Report, code: str, name: str, language: str) -> dict[str, Any]:
    said: dict[str, Any] = {"id": code, "name": name}
    rule = report.rules.get(code)
    if rule is not None:
        page = translate_page(rule.page(), language).strip()
        title, _, rest = page.partition("\n\n")
        said["shortDescription"] = {"text": " ".join(title.split())}
        said["fullDescription"] = {"text": _why(rest)}
        said["help"] = {"text": rest, "markdown": rest}
        said["defaultConfiguration"] = {"level": _LEVELS[rule.severity]}
    return said


def _why(page: str) -> str:
    """Return the first paragraph of a page below its first heading."""
    return " ".join(page.split("\n\n")[1].split())


def _result(report: Report, found: Diagnostic, language: str) -> dict[str, Any]:
    said = found.headline.say(language)
    if found.help is not None:
        said += f"\n{found.help.say(language)}"
    result: dict[str, Any] = {
        "ruleId": found.code,
        "level": _LEVELS[found.severity],
        "message": {"text": _plain(said)},
        "locations": [_location(report.name, report.span(found), str(found.where))],
    }
    if report.locator is not None and found.related:
        result["relatedLocations"] = [
            {
                **_location(report.name, report.locator.span(other.where), str(other.where)),
                "message": {"text": _plain(other.label.say(language))},
            }
            for other in found.related
        ]
    return result


def _location(name: str, span: Span | None, place: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(span.file if span else name)}}
    if span is not None:
        physical["region"] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        }
    location: dict[str, Any] = {"physicalLocation": physical}
    if place:
        location["logicalLocations"] = [{"fullyQualifiedName": place}]
    return location


def _plain(text: str) -> str:
    """Return a text in which nothing is a link or a place to fill (SARIF 2.1.0, 3.11.5 and 6)."""
    return text.translate(_MARKS)


def _uri(file: str) -> str:
    """Return a file's name as a URI reference (RFC 3986), relative where the name is."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")
