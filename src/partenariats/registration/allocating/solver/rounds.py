"""Several rounds of workshops: nobody gets one twice, and bad ranks are made up for later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from partenariats.registration.allocating.problem import Option, Problem, Wisher
from partenariats.registration.allocating.solution import Solution
from partenariats.registration.allocating.solver.placing import EFFORT, place_by_search
from partenariats.registration.allocating.solver.worth import solution_of

_NOWHERE: Final = " nowhere"
"""No option of a file has such an id: ids have no spaces."""


def place_in_rounds(rounds: Sequence[Problem], *, effort: float = EFFORT) -> tuple[Solution, ...]:
    """Return an allocation for each round, the best there is after those before it.

    Nobody gets an option twice, unless it must be there; options with one id are the same. What is
    compared is what `place_by_search` compares, but for the goal: there a rank counts on top of
    those that somebody lost before (`lost_ranks`), so that who got a bad one is favoured in the
    next round. `effort` is for each round; the errors are those of `place_by_search`.
    """
    found: list[Solution] = []
    for problem in rounds:
        before = [solution.placed for solution in found]
        left = _without_repeats(problem, before)
        lost = lost_ranks(rounds[: len(before)], before)
        found.append(_place_after(left, lost, effort))
    return tuple(found)


def lost_ranks(rounds: Sequence[Problem], placed: Sequence[Mapping[str, str]]) -> dict[str, int]:
    """Count for each person how many ranks it lost over rounds: none by getting its first wishes.

    Whoever wished and got no place lost as many as it has wishes.
    """
    lost: dict[str, int] = defaultdict(int)
    for problem, given in zip(rounds, placed, strict=True):
        for person in problem.people:
            option = given.get(person.id)
            if option is None:
                lost[person.id] += len(person.wishes)
            elif option in person.wishes:
                lost[person.id] += person.wishes.index(option)
    return dict(lost)


def _without_repeats(problem: Problem, placed: Sequence[Mapping[str, str]]) -> Problem:
    """Forbid people what they had; their other wishes keep their ranks."""

    def without(person: Wisher) -> Wisher:
        had = {given[person.id] for given in placed if person.id in given}
        again = had.intersection(person.wishes) if person.must is None else ()
        return attrs.evolve(person, must_not=person.must_not.union(again)) if again else person

    return attrs.evolve(problem, people=tuple(map(without, problem.people)))


def _place_after(problem: Problem, lost: Mapping[str, int], effort: float) -> Solution:
    """Place people of whom some lost ranks before.

    Where some have to stay without a place, having none is a last wish, with as many places as are
    needed: it counts as the rank after the last.
    """
    first = place_by_search(problem, effort=effort)
    least = min((lost.get(person.id, 0) for person in problem.people), default=0)
    more = {person.id: lost.get(person.id, 0) - least for person in problem.people}
    most = max(more.values(), default=0)
    if not most:
        return first
    lead = tuple(f" {number}" for number in range(most))
    full = [Option(id=number, capacity=0) for number in lead]
    full.append(Option(id=_NOWHERE, capacity=first.value.unplaced))

    def led(person: Wisher) -> Wisher:
        if person.must is not None or not person.wishes:
            return person
        return attrs.evolve(person, wishes=(*lead[: more[person.id]], *person.wishes, _NOWHERE))

    after = attrs.evolve(
        problem,
        options=(*problem.options, *full),
        people=tuple(led(person) for person in problem.people),
    )
    second = place_by_search(after, effort=effort)
    placed = {who: option for who, option in second.placed.items() if option != _NOWHERE}
    return solution_of(problem, placed, second.gap)
