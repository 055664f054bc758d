"""What the `SRC` rules share."""

from __future__ import annotations

from typing import ClassVar

from partenariats.diagnostics.diagnostic import Severity
from partenariats.diagnostics.rule import Rule


class SourceRule(Rule):
    """Be the base of the rules of the event file's text: all are errors."""

    severity: ClassVar[Severity] = Severity.ERROR
