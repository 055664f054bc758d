"""How often each rule speaks in a report."""

from __future__ import annotations

from collections import Counter

from partenariats.diagnostics.render.plain import safe
from partenariats.diagnostics.render.summary import summarize
from partenariats.diagnostics.report import Report
from partenariats.language.message import Message


def render_statistics(report: Report, language: str) -> str:
    """Return a line for each rule that speaks, the most frequent first, and one that sums up."""
    counts = Counter(found.code for found in report.diagnostics)
    rules = {found.code: found for found in report.diagnostics}
    rows = [
        (str(count), code, Message.of(rules[code].severity.value).say(language), rules[code].name)
        for code, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    sizes = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        f"{row[0]:>{sizes[0]}}  {row[1]:<{sizes[1]}}  {row[2]:<{sizes[2]}}  {row[3]}"
        for row in rows
    ]
    if lines:
        lines.append("")
    return "".join(f"{safe(line)}\n" for line in [*lines, summarize(report).say(language)])
