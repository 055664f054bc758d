"""Which sessions of a group are held at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import inf
from typing import TypeAlias

from partenariats.model.sessions import Workshop
from partenariats.model.timeline.placed import Placed

Pair: TypeAlias = tuple[Placed, Placed]
_Running: TypeAlias = tuple[int, Placed]


def overlapping(
    items: Sequence[Placed], parted_by: Callable[[Placed], bool] | None = None
) -> Iterator[Pair]:
    """Give each pair held at once, the earlier first; the order of the items says nothing.

    Only what is written is evidence: where an end is inferred or open, the start alone counts. A
    group-work session and a workshop within it are no pair. With `parted_by`, only pairs of one
    for which it holds and one for which it does not are looked for. The cost is that of the
    pairs, which may be millions: take as many as you can tell.
    """
    if _follow_each_other(items):
        return
    held: dict[bool, list[_Running]] = {False: [], True: []}
    for item in sorted(items, key=start_and_id):
        start, until = item.start, seen_until(item)
        side = parted_by is not None and parted_by(item)
        facing = side if parted_by is None else not side
        held[facing] = [other for other in held[facing] if other[0] > start]
        for _, other in held[facing]:
            if other.start < until and not _is_within(item, other):
                yield other, item
        held[side].append((until, item))


def _follow_each_other(items: Sequence[Placed]) -> bool:
    """Tell whether of items in order each begins when those before it are over; fast to see."""
    began = until = -inf
    for item in items:
        start = item.start
        if start < until or start < began:
            return False
        began, until = start, max(until, seen_until(item))
    return True


def start_and_id(item: Placed) -> tuple[int, str]:
    """Give the key of an order in which the place in the file says nothing."""
    return item.start, item.session.id


def seen_until(item: Placed) -> int:
    """Return the written end of a session; where there is none, the first second after its start.

    Seconds since the epoch, UTC.
    """
    return item.start + 1 if item.end is None or item.end_is_inferred else item.end


def lies_within(inner: Placed, outer: Placed) -> bool:
    """Tell whether what is written of a session lies within the written hours of another one."""
    if outer.end is None or outer.end_is_inferred:
        return False
    return outer.start <= inner.start and seen_until(inner) <= outer.end


def are_elsewhere(one: Placed, other: Placed) -> bool:
    """Tell whether two sessions are known to be in different venues."""
    return one.venue is not None and other.venue is not None and one.venue.id != other.venue.id


def _is_within(one: Placed, other: Placed) -> bool:
    """Tell whether one of the two is a workshop held within the other."""
    return _holds(one, other) or _holds(other, one)


def _holds(host: Placed, item: Placed) -> bool:
    return isinstance(item.session, Workshop) and item.session.within == host.session.id
