"""A report as rustc shows one: headline, place, marked lines, help."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.render.plain import excerpt, safe
from partenariats.diagnostics.render.summary import summarize
from partenariats.diagnostics.report import Report
from partenariats.diagnostics.where import Span
from partenariats.language.message import Message

_COLOURS: Final = {
    Severity.ERROR: "1;31",
    Severity.WARNING: "1;33",
    Severity.INFO: "1;36",
}
_FRAME: Final = "1;34"
_BOLD: Final = "1"


def render_text(report: Report, language: str, colour: bool) -> str:  # noqa: FBT001  # one of three renderers
    """Return the report with the lines it speaks of, and a last line that counts."""
    painter = _Painter(report, language, colour=colour)
    parts = ["\n".join(painter.diagnostic(found)) for found in report.diagnostics]
    return "\n\n".join([*parts, safe(summarize(report).say(language))]) + "\n"


class _Painter:
    def __init__(self, report: Report, language: str, *, colour: bool) -> None:
        self._report = report
        self._language = language
        self._colour = colour

    def diagnostic(self, found: Diagnostic) -> Iterator[str]:
        colour = _COLOURS[found.severity]
        severity = Message.of(found.severity.value).say(self._language)
        headline = safe(found.headline.say(self._language))
        yield self._paint(colour, f"{severity}[{found.code}]") + self._paint(_BOLD, f": {headline}")
        places = list(self._places(found))
        gutter = max((len(str(span.line)) for span, _, _ in places), default=1)
        for index, (span, mark, label) in enumerate(places):
            yield from self._place(span, mark, label, gutter, first=index == 0)
        if not places and found.where.path:
            yield self._paint(_FRAME, f"{' ' * gutter}--> ") + safe(
                f"{self._report.name}:{found.where}"
            )
        if found.help is not None:
            yield self._note(gutter, "help", found.help)
        yield self._note(gutter, "see", Message.of("partenariats explain {code}", code=found.code))

    def _places(self, found: Diagnostic) -> Iterator[tuple[Span, str, str]]:
        span = self._report.span(found)
        if span is not None:
            yield span, "^", ""
        locator = self._report.locator
        for related in found.related if locator is not None else ():
            other = locator.span(related.where) if locator else None
            if other is not None:
                yield other, "-", related.label.say(self._language)

    def _place(
        self, span: Span, mark: str, label: str, gutter: int, *, first: bool
    ) -> Iterator[str]:
        arrow = "-->" if first else ":::"
        yield self._paint(_FRAME, f"{' ' * gutter}{arrow} ") + (
            f"{safe(span.file)}:{span.line}:{span.column}"
        )
        line = self._report.locator.line(span.file, span.line) if self._report.locator else ""
        end = span.end_column if span.end_line == span.line else len(line) + 1
        shown, before, size = excerpt(line, span.column, max(end, span.column + 1))
        bar = self._paint(_FRAME, f"{' ' * gutter} |")
        if first:
            yield bar
        yield self._paint(_FRAME, f"{span.line:>{gutter}} | ") + shown
        carets = self._paint(_COLOURS[Severity.ERROR] if first else _FRAME, mark * size)
        yield f"{bar} {' ' * before}{carets} {safe(label)}".rstrip()

    def _note(self, gutter: int, word: str, message: Message) -> str:
        said = Message.of(word).say(self._language)
        lead = self._paint(_FRAME, f"{' ' * gutter} = ")
        return lead + self._paint(_BOLD, said) + ": " + safe(message.say(self._language))

    def _paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and text else text
