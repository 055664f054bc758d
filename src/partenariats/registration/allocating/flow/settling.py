"""Bring every option between its bounds, by the cheapest paths of moves."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from math import inf

import attrs

from partenariats.registration.allocating.flow.placement import Placement, Step


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
    """Lead people away from an option that is too full, to one with room."""
    sizes, most, prices = placement.sizes, placement.most, placement.prices
    ends = {place for place, size in enumerate(sizes) if size < most[place]}
    found = _search(option, placement.moves_from, prices, ends)
    # whoever is not bound to an option can be left without a place
    assert found.path  # noqa: S101
    for place, distance in found.nearer.items():
        prices[place] += found.length - distance
    end = found.path[0]
    placement.push(found.path[::-1], min(sizes[option] - most[option], most[end] - sizes[end]))


def _fill(placement: Placement, option: int) -> frozenset[int]:
    """Lead people to an option with too few, from one that can spare some."""
    sizes, least, prices = placement.sizes, placement.least, placement.prices
    ends = {place for place, size in enumerate(sizes) if size > least[place]}
    # the same search, against the moves: what a price adds to one end it takes from the other
    found = _search(option, placement.moves_to, [-price for price in prices], ends)
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
    start: int,
    moves: Callable[[int], list[Step]],
    prices: list[int],
    ends: set[int],
) -> _Found:
    """Find the shortest path to one of the ends; with prices no step is shorter than nothing."""
    distances: list[float] = [inf] * len(prices)
    before = [start] * len(prices)
    nearer: dict[int, int] = {}
    todo = [(0, start)]
    length: float = inf
    end = start
    while todo:
        distance, place = heappop(todo)
        if distance >= length:
            break
        if place in nearer:
            continue
        nearer[place] = distance
        base = distance - prices[place]
        if place in ends and base < length:
            length, end = base, place
        for target, cost in moves(place):
            further = base + cost + prices[target]
            if further < distances[target] and further < length:
                distances[target] = further
                before[target] = place
                heappush(todo, (further, target))
    if end == start:
        return _Found([], 0, nearer)
    path = [end]
    while path[-1] != start:
        path.append(before[path[-1]])
    return _Found(path, int(length), nearer)
