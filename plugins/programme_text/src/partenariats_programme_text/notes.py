"""What was noticed while a programme was read, each with the line it stands on."""

from __future__ import annotations

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.report import Report
from partenariats.diagnostics.where import Span, Where
from partenariats.language.message import Message, Name
from partenariats_programme_text.rules import NotUnderstood, ProgrammeRule

NAME = "<text>"
"""What the programme is called where its file is not known, as in `parse`."""


@attrs.frozen
class Lines:
    """Show the lines of the programme where a report speaks of them."""

    texts: tuple[str, ...]

    def span(self, where: Where) -> Span | None:
        """Know no place of the event: it was not written yet."""
        del where
        return None

    def line(self, file: str, number: int) -> str:
        """Return a line, counted from 1."""
        del file
        return self.texts[number - 1] if 1 <= number <= len(self.texts) else ""


class Notes:
    """Collect what is to be told of one programme."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self._lines = Lines(texts)
        self._found: list[Diagnostic] = []
        self.told: set[int] = set()
        """Lines that were listed as not understood."""
        self.read: set[int] = set()
        """Lines that say nothing of the event themselves, such as headers of tables."""

    def add(self, rule: type[ProgrammeRule], line: int, template: str, /, **names: Name) -> None:
        """Note something about a line."""
        text = self._lines.line(NAME, line)
        first = len(text) - len(text.lstrip()) + 1
        span = Span(NAME, line, first, line, max(first, len(text.rstrip())) + 1)
        self._found.append(
            rule.found(Where(), Message.of(template, **names), help=rule.advice, span=span)
        )

    def not_understood(self, line: int) -> None:
        """List a line that is in no part of the event."""
        if line not in self.told:
            self.told.add(line)
            self.add(NotUnderstood, line, "this line was not understood, and is not in the event")

    def report(self) -> Report:
        """Return all that was noted."""
        return Report.of(self._found, NAME, self._lines)
