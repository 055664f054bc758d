"""What was noticed while a calendar was read: counted, and told once for each kind."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.report import Report
from partenariats.diagnostics.where import Span, Where
from partenariats.language.message import Message, Name
from partenariats_ical.reading.lines import Lines
from partenariats_ical.rules import (
    CalendarRule,
    GuessedMeaning,
    NotCarried,
    NotUnderstood,
    UnreadableValue,
)

LONGEST_EXAMPLE = 80
FILE = "<calendar>"
"""What the calendar is called in positions: an importer is not told the name of its file."""


@attrs.define
class Seen:
    """Count one kind of thing, and keep the first and where it stands."""

    count: int = 0
    example: str = ""
    line: int | None = None


class Notes:
    """Collect what is to be told of one calendar."""

    def __init__(self) -> None:
        self._seen: dict[tuple[type[CalendarRule], str, str | Message], Seen] = {}

    def add(  # noqa: PLR0913  # a note has this many parts
        self,
        rule: type[CalendarRule],
        template: str,
        what: str | Message = "",
        *,
        example: str = "",
        line: int | None = None,
        count: int = 1,
    ) -> None:
        """Note something; the template may name `{what}`, `{n}` and the first `{example}`."""
        key = (rule, template, what)
        if key not in self._seen:
            self._seen[key] = Seen(0, example[:LONGEST_EXAMPLE], line)
        self._seen[key].count += count

    def unreadable(self, what: str, value: str, line: int | None) -> None:
        """Note a value that is not what it should be."""
        template = "`{what}` cannot be read ({n}): `{example}`"
        self.add(UnreadableValue, template, what, example=value, line=line)

    def not_carried(self, what: str | Message, line: int | None = None, count: int = 1) -> None:
        """Note something that an event cannot hold, in words that have a translation."""
        said = what if isinstance(what, Message) else Message.of(what)
        self.add(NotCarried, "not carried over ({n}): {what}", said, line=line, count=count)

    def not_understood(self, said: str, line: int) -> None:
        """Note a line that is no part of a calendar."""
        template = "lines that are no part of a calendar ({n}): `{example}`"
        self.add(NotUnderstood, template, example=said, line=line)

    def unclosed(self, name: str, line: int) -> None:
        """Note a component that nothing ends."""
        template = "components that do not end ({n}): `{example}`"
        self.add(NotUnderstood, template, example=name, line=line)

    def recoded(self, count: int) -> None:
        """Note lines that are not UTF-8."""
        if count:
            template = "lines that are not UTF-8, read as Windows-1252 ({n})"
            self.add(GuessedMeaning, template, count=count)

    def report(self, name: str, lines: Lines) -> Report:
        """Return all that was noted, with the lines of the file."""
        return Report.of(self._diagnostics(lines.numbers() if self._seen else []), name, lines)

    def _diagnostics(self, numbers: list[int]) -> Iterator[Diagnostic]:
        for (rule, template, what), seen in self._seen.items():
            names: dict[str, Name] = {"what": what, "n": seen.count, "example": seen.example}
            used = {key: value for key, value in names.items() if f"{{{key}}}" in template}
            headline = Message.of(template, **used)
            span = None
            if seen.line is not None:
                line = numbers[seen.line] if seen.line < len(numbers) else 1
                span = Span(FILE, line, 1, line, 1)
            yield rule.found(Where(), headline, help=rule.advice, span=span)
