"""All that was found in one event, ready to be shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final, Literal, TypeAlias

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.rule import Rule
from partenariats.diagnostics.where import Locator, Span
from partenariats.errors import PartenariatsError

Format: TypeAlias = Literal["text", "concise", "json", "github", "sarif"]
NEVER_LEFT_OUT: Final = ("SRC", "REF", "PLG")
"""Families whose errors nobody can ask not to hear: what was asked for cannot be made before."""
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
    rules: Mapping[str, type[Rule]] = attrs.field(factory=dict, eq=False, repr=False, kw_only=True)
    """The rules that were applied, by code, for forms that explain them."""

    @classmethod
    def of(
        cls,
        found: Iterable[Diagnostic],
        name: str,
        locator: Locator | None = None,
        ignored: int = 0,
        rules: Mapping[str, type[Rule]] | None = None,
    ) -> Report:
        """Make a report with what was found in the order of the text, the gravest first."""
        report = cls(tuple(dict.fromkeys(found)), name, locator, ignored, rules=rules or {})
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

    def only(self, select: Collection[str] = (), ignore: Collection[str] = ()) -> Report:
        """Return a report of some rules: each is named by its code, or by how codes begin.

        Nothing selected means all. What is both selected and ignored is left out; the errors of
        `NEVER_LEFT_OUT` stay, and what concerns no place in the event: plugins that do not load.
        """
        chosen, left_out = tuple(select) or ("",), tuple(ignore)
        kept = tuple(
            found
            for found in self.diagnostics
            if (found.code.startswith(chosen) and not found.code.startswith(left_out))
            or (found.severity is Severity.ERROR and found.code.startswith(NEVER_LEFT_OUT))
            or not (found.where.path or found.span)
        )
        return attrs.evolve(self, diagnostics=kept)

    def in_file(self, file: str) -> Report:
        """Return the report of a text that was read from a file, which its places then name."""
        found = tuple(
            attrs.evolve(one, span=attrs.evolve(one.span, file=file))
            if one.span is not None and one.span.file == self.name
            else one
            for one in self.diagnostics
        )
        named = file if any(one.span is not None for one in found) else self.name
        return attrs.evolve(self, diagnostics=found, name=named)

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
        """Return the report: as a compiler's, one line each, JSON, for GitHub Actions, or SARIF.

        Raise `ValueError` for another format.
        """
        from partenariats.diagnostics.render import FORMATS, renderer

        if format not in FORMATS:
            message = f"no format {format!r}; there are {', '.join(FORMATS)}"
            raise ValueError(message)
        return renderer(format)(self, language, colour)


class InvalidEventError(PartenariatsError):
    """An event has errors, so no programme can be made of it; `report` says which."""

    def __init__(self, report: Report) -> None:
        count = report.count(Severity.ERROR)
        if count == 1:
            super().__init__("{file}: 1 error; no programme can be made of it", file=report.name)
        else:
            super().__init__(
                "{file}: {count} errors; no programme can be made of it",
                file=report.name,
                count=count,
            )
        self.report: Report = report
