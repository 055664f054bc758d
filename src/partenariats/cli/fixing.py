"""Mend a document with the fixes of what is found in it, until none is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

import attrs

from partenariats.diagnostics.fix import Fix
from partenariats.diagnostics.report import Report
from partenariats.source.document import Document, reread
from partenariats.source.fixing.apply import apply_fixes

MOST_ROUNDS: Final = 20
"""One fix may stand in the way of another, which is then made in the next round."""


@attrs.frozen
class Mended:
    """Hold a document as its fixes leave it, and the new texts of its files by name."""

    document: Document
    texts: Mapping[str, str]


def mend(check: Callable[[Document], Report], document: Document, *, unsafe: bool) -> Mended:
    """Make the fixes of a document until none is left; write nothing."""
    texts: dict[str, str] = {}
    for _ in range(MOST_ROUNDS):
        made = apply_fixes(document, fixes_of(check(document), unsafe=unsafe))
        changed = reread(document, {**texts, **made.texts})
        if not made.count or (document.found is not None and changed.found is None):
            break
        texts |= made.texts
        document = changed
    return Mended(document, texts)


def fixes_of(report: Report, *, unsafe: bool) -> Iterator[Fix]:
    """Give the fixes of what was found, with `unsafe` those too that somebody should look at."""
    for found in report.diagnostics:
        if found.fix is not None and (unsafe or found.fix.is_safe):
            yield found.fix
