"""Mend a document with the fixes of what is found in it, until none is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import attrs

from partenariats.diagnostics.fix import Fix
from partenariats.diagnostics.report import Report
from partenariats.model.timeline.index import declared
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
    """Make the fixes of a document until none is left; write nothing.

    A round of fixes after which the event could not be read, or would declare other things, is
    not made.
    """
    old = {source.name: source.content for source in document.locator.sources}
    texts: dict[str, str] = {}
    for _ in range(MOST_ROUNDS):
        made = apply_fixes(document, fixes_of(check(document), unsafe=unsafe))
        changed = reread(document, {**texts, **made.texts})
        if not made.count or _declared(changed) != _declared(document):
            break
        texts |= made.texts
        document = changed
    return Mended(document, {name: text for name, text in texts.items() if text != old[name]})


def _declared(document: Document) -> Counter[tuple[str, str]] | None:
    """Count the ids that a document declares; nothing where it cannot be read."""
    if document.found is None:
        return None
    return Counter((space, identifier) for space, identifier, _ in declared(document.found))


def fixes_of(report: Report, *, unsafe: bool) -> Iterator[Fix]:
    """Give the fixes of what was found, with `unsafe` those too that somebody should look at."""
    for found in report.diagnostics:
        if found.fix is not None and (unsafe or found.fix.is_safe):
            yield found.fix
