"""How good an allocation is, and what is compared first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from partenariats.registration.allocating.problem import Goal, Problem, Wisher
from partenariats.registration.allocating.solution import Value


def possible(person: Wisher) -> tuple[str, ...]:
    """Return the options that somebody can be given, the first wish first."""
    if person.must is not None:
        return (person.must,)
    return tuple(wish for wish in person.wishes if wish not in person.must_not)


def value_of(problem: Problem, placed: Mapping[str, str]) -> Value:
    """Return how good it is that each person gets what `placed` says."""
    unplaced = moved = 0
    ranks: Counter[int] = Counter()
    for person in problem.people:
        option = placed.get(person.id)
        if person.now is not None and person.now != option:
            moved += person.now in possible(person)
        if option is None:
            unplaced += bool(person.wishes)
        elif option in person.wishes:
            ranks[person.wishes.index(option)] += 1
    return Value(
        unplaced=unplaced,
        moved=moved,
        ranks=tuple(ranks[rank] for rank in range(longest(problem))),
    )


def criteria(goal: Goal, value: Value) -> tuple[int, ...]:
    """Return the figures that are compared one after another; less is better.

    Those of the goal stand after `unplaced` and `moved`: for `GENEROUS` how many got their last
    rank, the one before it, and so on down to the second; for `RANK_MAXIMAL` how many got the
    first, below zero, and so on up to the last but one; for `LEAST_SUM` the sum of all ranks.
    """
    ranks = value.ranks
    if goal is Goal.GENEROUS:
        return (value.unplaced, value.moved, *reversed(ranks[1:]))
    if goal is Goal.RANK_MAXIMAL:
        return (value.unplaced, value.moved, *(-count for count in ranks[:-1]))
    total = sum(rank * count for rank, count in enumerate(ranks, 1))
    return (value.unplaced, value.moved, total)


def longest(problem: Problem) -> int:
    """Return how many wishes somebody has at most."""
    return max((len(person.wishes) for person in problem.people), default=0)
