"""The plain problem as a flow of least cost, by OR-Tools: for many thousands of people."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import compress
from typing import Any, Final

import attrs

from partenariats.registration.allocating.flow.costs import of_rank
from partenariats.registration.allocating.problem import Goal, Problem, Wisher
from partenariats.registration.allocating.solver.library import solver_needed
from partenariats.registration.allocating.valuing import longest

_LARGEST: Final = 1 << 62
"""A cost times the number of nodes must stay below: the library multiplies them."""
_FIRST: Final = 2
"""With so many wishes of each person half of the time was saved for 100,000 people."""


@attrs.frozen(kw_only=True)
class _Prices:
    """Hold what a placement costs, all criteria in one number."""

    ranks: list[int]
    """By rank, from the first wish."""
    moved: int
    unplaced: int

    @classmethod
    def of(cls, problem: Problem, ranks: int) -> _Prices:
        """Weigh the criteria of so many ranks, each more than all that follow can be worth.

        An allocation is best if no chain of moves makes it better, and a chain moves one person
        into each option, or out, at most: so many are looked at, not all people.
        """
        moves = len(problem.options) + 1
        table = [of_rank(problem.goal, ranks, rank) for rank in range(ranks)]
        weights, below = [], 0
        for column in reversed([*zip(*table, strict=True)]):
            weights.append(below + 1)
            below += weights[-1] * moves * (max(column) - min(column))
        prices = [
            sum(weight * cost for weight, cost in zip(reversed(weights), row, strict=True))
            for row in table
        ]
        least = min(prices, default=0)
        moved = below + 1 if any(person.now for person in problem.people) else 0
        return cls(
            ranks=[price - least for price in prices],
            moved=moved,
            unplaced=below + 1 + moved * moves,
        )


@attrs.frozen
class _Arcs:
    """Collect the arcs from people to options, person by person."""

    counts: list[int] = attrs.field(factory=list)
    """How many arcs each person has."""
    heads: list[int] = attrs.field(factory=list)
    costs: list[int] = attrs.field(factory=list)
    spills: list[int] = attrs.field(factory=list)
    """What it costs to place each person nowhere."""

    def add(self, person: Wisher, number: Mapping[str, int], prices: _Prices) -> None:
        """Add the arcs of somebody who wishes."""
        options = person.wishes[: len(prices.ranks)]
        costs = prices.ranks[: len(options)]
        spill = prices.unplaced
        if person.must_not:
            allowed = [option not in person.must_not for option in options]
            options, costs = tuple(compress(options, allowed)), list(compress(costs, allowed))
        if person.now in options:
            costs = [
                cost + (option != person.now) * prices.moved
                for option, cost in zip(options, costs, strict=True)
            ]
            spill += prices.moved
        self.counts.append(len(options))
        self.heads.extend([number[option] for option in options])
        self.costs.extend(costs)
        self.spills.append(spill)


def place_by_flow(problem: Problem) -> Mapping[str, str] | None:
    """Give each person's option in a best allocation, minima let alone.

    Which one of several is best depends on the seed. Nothing is given where the costs of so many
    ranks do not fit into 64 bits. The problem is one that `check_problem` and `check_musts` let
    pass.
    """
    ranks = longest(problem)
    if problem.goal is Goal.GENEROUS and not any(person.now for person in problem.people):
        # where the first wishes are enough for everyone, nobody gets a later one
        placed = _place(problem, min(ranks, _FIRST))
        if placed is not None and all(
            person.id in placed for person in problem.people if person.wishes
        ):
            return placed
    return _place(problem, ranks)


def _place(problem: Problem, ranks: int) -> Mapping[str, str] | None:
    """Give each person's option where so many wishes of each count."""
    prices = _Prices.of(problem, ranks)
    count = len(problem.people)
    if (prices.unplaced + prices.moved) * (count + len(problem.options) + 2) >= _LARGEST:
        return None
    # sorted first, so that nothing depends on the order in which people registered
    people = sorted(problem.people, key=lambda person: person.id)
    random.Random(problem.seed).shuffle(people)  # noqa: S311  # fair, repeatable, and no secret
    placed = {person.id: person.must for person in people if person.must is not None}
    wishing = [person for person in people if person.must is None and person.wishes]
    taken = Counter(placed.values())
    capacities = [
        count if option.capacity is None else option.capacity - taken[option.id]
        for option in problem.options
    ]
    number = {option.id: n for n, option in enumerate(problem.options)}
    arcs = _Arcs()
    for person in wishing:
        arcs.add(person, number, prices)
    for who, option in _solve(arcs, capacities):
        placed[wishing[who].id] = problem.options[option].id
    return placed


def _solve(arcs: _Arcs, capacities: Sequence[int]) -> list[tuple[int, int]]:
    """Give the numbers of the people who are placed, each with the number of the option.

    The nodes are the options, the overflow, the sink and the people, in this order.
    """
    with solver_needed():
        import numpy as np
        from ortools.graph.python import min_cost_flow
    count, overflow, sink = len(arcs.counts), len(capacities), len(capacities) + 1
    nodes = np.arange(sink + 1, sink + 1 + count, dtype=np.int32)
    doors = np.arange(sink, dtype=np.int32)
    tails, heads = np.repeat(nodes, arcs.counts), np.array(arcs.heads, dtype=np.int32)
    flow: Any = min_cost_flow.SimpleMinCostFlow()  # its types are those of no array
    for tail, head, most, cost in (
        (tails, heads, [1] * len(heads), arcs.costs),
        (nodes, np.full_like(nodes, overflow), [1] * count, arcs.spills),
        (doors, np.full_like(doors, sink), [*capacities, count], [0] * sink),
    ):
        flow.add_arcs_with_capacity_and_unit_cost(
            tail, head, np.array(most, dtype=np.int64), np.array(cost, dtype=np.int64)
        )
    flow.set_nodes_supplies(nodes, np.ones(count, dtype=np.int64))
    flow.set_node_supply(sink, -count)
    status = flow.solve()
    if status != flow.OPTIMAL:  # the overflow takes everybody, and the costs were looked at
        raise AssertionError(status)
    taken = np.flatnonzero(flow.flows(np.arange(len(heads), dtype=np.int32)))
    return list(zip((tails[taken] - sink - 1).tolist(), heads[taken].tolist(), strict=True))
