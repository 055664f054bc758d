"""Bring every option between its bounds, by the cheapest paths of moves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from heapq import heappop, heappush

import attrs

from partenariats.registration.allocating.flow.placement import Placement


def settle(placement: Placement) -> frozenset[int]:
    """Bring every option between its bounds, as well as can be.

    Returns nothing where that was possible, else options that together have too few people who
    could be there for the minimum of each.
    """
    for option in range(len(placement.sizes)):
        while placement.sizes[option] > placement.most[option]:
            _empty(placement, option)
    for option in range(len(placement.sizes)):
        while placement.sizes[option] < placement.least[option]:
            if short := _fill(placement, option):
                return short
    return frozenset()


def _empty(placement: Placement, option: int) -> None:
    """Lead somebody away from an option that is too full, to one with room."""
    sizes, most, prices = placement.sizes, placement.most, placement.prices

    def ends(place: int) -> int | None:
        return -prices[place] if sizes[place] < most[place] else None

    def steps(place: int) -> Iterable[tuple[int, int]]:
        for target, cost in placement.moves_from(place):
            yield target, cost + prices[target] - prices[place]

    found = _search(placement, option, steps, ends)
    # whoever is not bound to an option can be left without a place
    assert found.path  # noqa: S101
    for place, distance in found.nearer.items():
        prices[place] += found.length - distance
    path = found.path[::-1]
    end = path[-1]
    placement.push(path, min(sizes[option] - most[option], most[end] - sizes[end]))


def _fill(placement: Placement, option: int) -> frozenset[int]:
    """Lead somebody to an option with too few, from one that can spare somebody."""
    sizes, least, prices = placement.sizes, placement.least, placement.prices

    def ends(place: int) -> int | None:
        return prices[place] if sizes[place] > least[place] else None

    def steps(place: int) -> Iterable[tuple[int, int]]:
        for source, size in enumerate(sizes):
            cost = placement.cheapest(source, place) if size else None
            if cost is not None:
                yield source, cost + prices[place] - prices[source]

    found = _search(placement, option, steps, ends)
    if not found.path:
        return frozenset(found.nearer)
    for place, distance in found.nearer.items():
        prices[place] -= found.length - distance
    start = found.path[0]
    placement.push(found.path, min(sizes[start] - least[start], least[option] - sizes[option]))
    return frozenset()


@attrs.frozen
class _Found:
    """Hold the shortest path, from its end to where the search began; it may be none."""

    path: list[int]
    length: int
    nearer: dict[int, int]
    """How far each place is that is nearer than the end; all that were reached if there is none."""


def _search(
    placement: Placement,
    start: int,
    steps: Callable[[int], Iterable[tuple[int, int]]],
    ends: Callable[[int], int | None],
) -> _Found:
    """Find the shortest path to a place where it may end, with what it costs to end there."""
    placement.searches += 1
    distances, before = {start: 0}, {start: start}
    nearer: dict[int, int] = {}
    todo = [(0, start)]
    length = end = None
    while todo:
        distance, place = heappop(todo)
        if length is not None and distance >= length:
            break
        if place in nearer:
            continue
        nearer[place] = distance
        last = ends(place)
        if last is not None and (length is None or distance + last < length):
            length, end = distance + last, place
        for target, step in steps(place):
            further = distance + step
            if target not in distances or further < distances[target]:
                distances[target] = further
                before[target] = place
                heappush(todo, (further, target))
    if length is None or end is None:
        return _Found([], 0, nearer)
    path = [end]
    while path[-1] != start:
        path.append(before[path[-1]])
    return _Found(path, length, nearer)
