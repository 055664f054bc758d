"""Make the changes of several fixes, as many as do not touch each other."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence

import attrs

from partenariats.diagnostics.fix import Fix
from partenariats.source.document import Document
from partenariats.source.fixing.changes import Change, changes_of


@attrs.frozen
class Fixed:
    """Hold the new texts of the files that were changed, by name, and how many fixes were made."""

    texts: Mapping[str, str]
    count: int


def apply_fixes(document: Document, fixes: Iterable[Fix]) -> Fixed:
    """Make the changes of fixes in the texts of a document; write nothing.

    Each fix is made wholly or not at all: what touches an earlier one, or does not fit the text,
    is left for another time.
    """
    taken: dict[str, list[Change]] = {}
    count = 0
    for fix in fixes:
        changes = changes_of(fix, document.locator)
        if changes and all(_is_free(taken.get(change.file, ()), change) for change in changes):
            for change in changes:
                insort(taken.setdefault(change.file, []), change)
            count += 1
    contents = {source.name: source.content for source in document.locator.sources}
    return Fixed({name: _change(contents[name], made) for name, made in taken.items()}, count)


def _is_free(made: Sequence[Change], change: Change) -> bool:
    """Tell whether a change touches none of those made, which are sorted and apart."""
    position = bisect_left(made, change)
    around = made[max(0, position - 1) : position + 1]
    return all(change.start > other.end or other.start > change.end for other in around)


def _change(content: str, changes: Iterable[Change]) -> str:
    raw = content.encode()
    parts: list[bytes] = []
    at = 0
    for change in changes:
        parts += [raw[at : change.start], change.new]
        at = change.end
    return b"".join([*parts, raw[at:]]).decode()
