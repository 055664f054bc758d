"""All that was found in one event, ready to be shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Locator, Span
from partenariats.errors import PartenariatsError

Format: TypeAlias = Literal["text", "concise", "json"]
_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@attrs.frozen
class Report:
    """Hold the diagnostics of one event in the order of its text.

    Without a `locator` (an event that was not read from a text) nothing has a position.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    name: str = "<event>"
    """What the event is called in messages: the file as it was given."""
    locator: Locator | None = attrs.field(default=None, eq=False, repr=False)
    ignored: int = 0
    """How many diagnostics the event's own `[[checks.ignore]]` hides."""

    @classmethod
    def of(
        cls,
        found: Iterable[Diagnostic],
        name: str,
        locator: Locator | None = None,
        ignored: int = 0,
    ) -> Report:
        """Make a report with what was found in the order of the text, the gravest first."""
        report = cls(tuple(dict.fromkeys(found)), name, locator, ignored)
        return attrs.evolve(report, diagnostics=tuple(sorted(report.diagnostics, key=report.order)))

    def span(self, diagnostic: Diagnostic) -> Span | None:
        """Return where in the text a diagnostic points; what concerns no place points nowhere."""
        if diagnostic.span is not None or self.locator is None or not diagnostic.where.path:
            return diagnostic.span
        return self.locator.span(diagnostic.where)

    def order(self, diagnostic: Diagnostic) -> tuple[str, int, int, int, str, str]:
        """Return the key that sorts diagnostics: file, line, column, gravity, code."""
        span = self.span(diagnostic)
        file, line, column = (span.file, span.line, span.column) if span else ("", 0, 0)
        path = "/".join(
            f"{step:08d}" if isinstance(step, int) else step for step in diagnostic.where.path
        )
        return file, line, column, _GRAVITY[diagnostic.severity], diagnostic.code, path

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics have a severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    @property
    def has_errors(self) -> bool:
        """Tell whether a truthful programme cannot be made."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    @property
    def has_warnings(self) -> bool:
        """Tell whether there is evidence of a mistake."""
        return any(diagnostic.severity is Severity.WARNING for diagnostic in self.diagnostics)

    def render(self, format: Format = "text", language: str = "en", *, colour: bool = False) -> str:  # noqa: A002  # as on the command line
        """Return the report as text like a compiler's, one line each, or JSON.

        Raise `ValueError` for another format.
        """
        from partenariats.diagnostics.render import RENDERERS

        if format not in RENDERERS:
            message = f"no format {format!r}; there are {', '.join(RENDERERS)}"
            raise ValueError(message)
        return RENDERERS[format](self, language, colour)


class InvalidEventError(PartenariatsError):
    """An event has errors, so no programme can be made of it; `report` says which."""

    def __init__(self, report: Report) -> None:
        super().__init__(
            "{file}: {count} errors; no programme can be made of it",
            file=report.name,
            count=report.count(Severity.ERROR),
        )
        self.report: Report = report
