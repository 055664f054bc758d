"""One thing that a check found: what, where, and what to do."""

from __future__ import annotations

from enum import Enum

import attrs

from partenariats.diagnostics.fix import Fix
from partenariats.diagnostics.where import Span, Where
from partenariats.language.message import Message


class Severity(Enum):
    """Say how grave a diagnostic is.

    An error: no truthful programme can be made. A warning: evidence of a mistake. An info: an
    open question, or what is merely unknown.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@attrs.frozen
class Related:
    """Point at another place that belongs to what was found, with a label for it."""

    where: Where
    label: Message


@attrs.frozen(kw_only=True)
class Diagnostic:
    """Say one thing about one place.

    `headline` stands alone; `help` says what to do. `span` is given where the text itself is at
    fault, and then outranks `where`.
    """

    code: str
    name: str
    severity: Severity
    headline: Message
    where: Where
    span: Span | None = None
    related: tuple[Related, ...] = ()
    help: Message | None = None
    fix: Fix | None = None
    """What would mend it, where a rule knows."""
