"""What was noticed while a schedule was read: counted, and told once for each kind."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.report import Report
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message, Name
from partenariats_schedule.rules import NotCarried, ScheduleRule, UnreadableValue

LONGEST_EXAMPLE = 80


@attrs.define
class Seen:
    """Count one kind of thing, and keep the first."""

    count: int = 0
    example: str = ""


class Notes:
    """Collect what is to be told of one schedule."""

    def __init__(self) -> None:
        self._seen: dict[tuple[type[ScheduleRule], str, str], Seen] = {}

    def add(
        self,
        rule: type[ScheduleRule],
        template: str,
        what: str = "",
        example: str = "",
        count: int = 1,
    ) -> None:
        """Note something; the template may name `{what}`, `{n}` and the first `{example}`."""
        key = (rule, template, what)
        if key not in self._seen:
            self._seen[key] = Seen(0, example[:LONGEST_EXAMPLE])
        self._seen[key].count += count

    def unreadable(self, what: str, value: object) -> None:
        """Note a value that is not what it should be."""
        template = "`{what}` cannot be read ({n}): `{example}`"
        self.add(UnreadableValue, template, what, _short(value))

    def not_carried(self, what: str, count: int = 1) -> None:
        """Note something that an event cannot hold."""
        self.add(NotCarried, "not carried over ({n}): {what}", what, count=count)

    def report(self, name: str) -> Report:
        """Return all that was noted."""
        return Report.of(self._diagnostics(), name)

    def _diagnostics(self) -> Iterator[Diagnostic]:
        for (rule, template, what), seen in self._seen.items():
            names: dict[str, Name] = {"what": what, "n": seen.count, "example": seen.example}
            used = {key: value for key, value in names.items() if f"{{{key}}}" in template}
            yield rule.found(Where(), Message.of(template, **used), help=rule.advice)


def _short(value: object) -> str:
    """Say a value without going into it: it may be nested deeply."""
    if isinstance(value, (list, dict)):
        return "[…]" if isinstance(value, list) else "{…}"
    return str(value)[:LONGEST_EXAMPLE]
