"""Which sessions of a group are held at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from partenariats.model.sessions import Workshop
from partenariats.model.timeline.placed import Placed

Pair: TypeAlias = tuple[Placed, Placed]
_Running: TypeAlias = tuple[int, Placed]


def overlapping(
    items: Sequence[Placed], touching: Callable[[Placed], bool] | None = None
) -> Iterator[Pair]:
    """Give each pair held at once, the earlier first, of items in the order of their starts.

    Only what is written is evidence: where an end is inferred or open, the start alone counts. A
    group-work session and a workshop within it are no pair. With `touching`, only pairs in which
    it holds for at least one are looked for. The cost is that of the pairs, which may be millions.
    """
    running: list[_Running] = []
    touched: list[_Running] = []
    for item in items:
        start, until = item.start, seen_until(item)
        touches = touching is None or touching(item)
        if touches:
            earlier = running = [other for other in running if other[0] > start]
        else:
            earlier = touched = [other for other in touched if other[0] > start]
        for _, other in earlier:
            if other.start < until and not _is_within(item, other):
                yield _in_order(other, item)
        running.append((until, item))
        if touches and touching is not None:
            touched.append((until, item))


def seen_until(item: Placed) -> int:
    """Return the written end of a session; where there is none, the first second after its start.

    Seconds since the epoch, UTC.
    """
    return item.start + 1 if item.end is None or item.end_is_inferred else item.end


def _in_order(one: Placed, other: Placed) -> Pair:
    """Put a pair in order; of two that start together, the place in the file says nothing."""
    if (other.start, other.session.id) < (one.start, one.session.id):
        return other, one
    return one, other


def _is_within(one: Placed, other: Placed) -> bool:
    """Tell whether one of the two is a workshop held within the other."""
    return _holds(one, other) or _holds(other, one)


def _holds(host: Placed, item: Placed) -> bool:
    return isinstance(item.session, Workshop) and item.session.within == host.session.id
