"""Criteria that are compared one after another, as one integer."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from partenariats.registration.allocating.problem import Goal


@attrs.frozen
class Costs:
    """Weigh criteria so that a sum of weights compares as the criteria do.

    It need not hold for any sum: a flow is the best if no path between options makes it better,
    and a path has one move for each option at most. So the weights depend on the number of
    options alone, and stay small enough for fast arithmetic, however many people there are.
    """

    bases: tuple[int, ...]
    """For each criterion, the most important first, how many of it outweigh one of that before."""

    @classmethod
    def of(cls, goal: Goal, ranks: int, options: int) -> Costs:
        """Return the weights for so many ranks and options."""
        # The difference of two paths has up to two moves for each option; prices are such
        # differences, and a cost beside two prices is what is compared with zero.
        steps = 4 * (options + 1) + 1
        if goal is Goal.LEAST_SUM:
            return cls((steps, steps, 1 + steps * max(ranks, 1)))
        return cls((steps,) * (1 + max(ranks, 1)))

    def weigh(self, criteria: Sequence[int]) -> int:
        """Return the weight of criteria."""
        weight = 0
        for base, count in zip(self.bases, criteria, strict=True):
            weight = weight * base + count
        return weight

    def criteria(self, weight: int) -> tuple[int, ...]:
        """Return the criteria that have a weight, each at most half its base in size."""
        found = []
        for base in reversed(self.bases[1:]):
            count = (weight + base // 2) % base - base // 2
            found.append(count)
            weight = (weight - count) // base
        return (weight, *reversed(found))


def of_rank(goal: Goal, ranks: int, rank: int) -> tuple[int, ...]:
    """Return the criteria of a goal for one person who gets the wish of this rank, from 0."""
    if goal is Goal.LEAST_SUM:
        return (rank + 1,)
    places = range(ranks - 1, 0, -1) if goal is Goal.GENEROUS else range(ranks - 1)
    one = 1 if goal is Goal.GENEROUS else -1
    return tuple(one if place == rank else 0 for place in places)
