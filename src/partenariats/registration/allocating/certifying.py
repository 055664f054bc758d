"""Whether an allocation is allowed and the best, by its certificate alone.

It shares nothing with what looks for allocations, so that a fault there cannot hide here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from partenariats.language.message import Message
from partenariats.registration.allocating.errors import NotProvedError
from partenariats.registration.allocating.problem import Goal, Problem, Wisher
from partenariats.registration.allocating.solution import Case, Certificate, Solution, Value

AGAIN = Message.of("allocate again")


def check(problem: Problem, solution: Solution, certificate: Certificate) -> None:
    """Check that an allocation is allowed, is worth what it says, and that none is better.

    The proof is weak duality: whatever prices places have, an allocation costs at least the sum of
    each person's cheapest choice, prices included, less what the places are worth at most. Where
    that is no less than what this allocation costs, none is better. The cases must cover every way
    to close options. Raises `NotProvedError`.
    """
    _check_people(problem, solution)
    _check_options(problem, solution)
    ledger = _Ledger.of(problem)
    if ledger.value(solution.placed) != solution.value:
        raise NotProvedError("the allocation is not worth what it says", advice=AGAIN)
    _check_cover(certificate.cases, frozenset(), frozenset())
    cost = ledger.cost(solution.placed)
    for case in certificate.cases:
        bound = ledger.bound(case)
        if bound is not None and bound < cost:
            raise NotProvedError(
                "the certificate does not show that nothing is better", advice=AGAIN
            )


def _choices(person: Wisher) -> list[str | None]:
    """Return what somebody can be given; nothing is one of the choices unless they must be."""
    if person.must is not None:
        return [person.must]
    return [*(wish for wish in person.wishes if wish not in person.must_not), None]


def _check_people(problem: Problem, solution: Solution) -> None:
    known = {person.id for person in problem.people}
    for person in problem.people:
        given = solution.placed.get(person.id)
        if given not in _choices(person):
            raise NotProvedError(
                "`{person}` cannot be given `{option}`",
                person=person.id,
                option=given or "-",
                about=person.id,
                advice=AGAIN,
            )
    for name in solution.placed:
        if name not in known:
            raise NotProvedError(
                "`{person}` is placed, and is not in the problem",
                person=name,
                about=name,
                advice=AGAIN,
            )


def _check_options(problem: Problem, solution: Solution) -> None:
    sizes = Counter(solution.placed.values())
    is_held = frozenset(option.id for option in problem.options) - solution.closed
    bounds = _bounds(problem, Case(closed=solution.closed, held=is_held))
    for option, (least, most) in bounds.items():
        if not least <= sizes[option] <= most:
            raise NotProvedError(
                "`{option}` cannot have {count} people, or cannot be closed",
                option=option,
                count=sizes[option],
                about=option,
                advice=AGAIN,
            )


def _bounds(problem: Problem, case: Case) -> dict[str, tuple[int, int]]:
    """Return how few and how many people each option has in a case; (1, 0) where it cannot be."""
    bound = {person.must for person in problem.people}
    found = {}
    for option in problem.options:
        least = option.minimum
        most = len(problem.people) if option.capacity is None else option.capacity
        may_close = least > 0 and option.may_close and option.id not in bound
        if option.id in case.closed:
            least, most = (0, 0) if may_close else (1, 0)
        elif may_close and option.id not in case.held:
            least, most = 0, most if most >= least else 0
        found[option.id] = least, most
    return found


def _check_cover(cases: Iterable[Case], closed: frozenset[str], held: frozenset[str]) -> None:
    """Check that some case holds whatever else is closed and held."""
    left = [case for case in cases if not (case.closed & held or case.held & closed)]
    if any(case.closed <= closed and case.held <= held for case in left):
        return
    if not left:
        raise NotProvedError("the certificate leaves out a way to close options", advice=AGAIN)
    option = min((left[0].closed | left[0].held) - closed - held)
    _check_cover(left, closed | {option}, held)
    _check_cover(left, closed, held | {option})


@attrs.frozen
class _Ledger:
    """Say what each choice of each person costs, in numbers that compare as the goal does."""

    problem: Problem
    ranks: int
    base: int
    """More than anything that is counted can differ between two allocations."""
    choices: list[dict[str | None, int]]
    """What each person can be given, and what that costs."""

    @classmethod
    def of(cls, problem: Problem) -> _Ledger:
        """Return the ledger of a problem."""
        ranks = max((len(person.wishes) for person in problem.people), default=0)
        ledger = cls(problem, ranks, 2 * len(problem.people) * max(ranks, 1) + 2, [])
        for person in problem.people:
            costs = {choice: ledger.cost_of(person, choice) for choice in _choices(person)}
            ledger.choices.append(costs)
        return ledger

    def value(self, placed: Mapping[str, str]) -> Value:
        """Return what an allocation is worth."""
        parts = [_parts(person, placed.get(person.id)) for person in self.problem.people]
        counts = Counter(rank for _, _, rank in parts)
        return Value(
            unplaced=sum(unplaced for unplaced, _, _ in parts),
            moved=sum(moved for _, moved, _ in parts),
            ranks=tuple(counts[rank] for rank in range(1, self.ranks + 1)),
        )

    def cost(self, placed: Mapping[str, str]) -> int:
        """Return what an allocation costs."""
        return sum(
            costs[placed.get(person.id)]
            for person, costs in zip(self.problem.people, self.choices, strict=True)
        )

    def cost_of(self, person: Wisher, option: str | None) -> int:
        """Return what it costs to give a person an option, or none."""
        unplaced, moved, rank = _parts(person, option)
        if self.problem.goal is Goal.LEAST_SUM:
            goal = [rank]
        elif self.problem.goal is Goal.GENEROUS:
            goal = [int(rank == each) for each in range(self.ranks, 1, -1)]
        else:
            goal = [-int(rank == each) for each in range(1, self.ranks)]
        return self._number([unplaced, moved, *goal])

    def bound(self, case: Case) -> int | None:
        """Return what any allocation costs at least in a case; nothing where there can be none."""
        bounds = _bounds(self.problem, case)
        if any(least > most for least, most in bounds.values()) or self._is_short(case, bounds):
            return None
        prices: dict[str | None, int] = {
            option: self._number(price) for option, price in case.prices.items()
        }
        people = sum(
            min(cost + prices.get(choice, 0) for choice, cost in costs.items())
            for costs in self.choices
        )
        places = sum(
            max(prices.get(option, 0) * count for count in counts)
            for option, counts in bounds.items()
        )
        return people - places

    def _is_short(self, case: Case, bounds: Mapping[str, tuple[int, int]]) -> bool:
        """Tell whether the short options of a case need more people than could be there."""
        needed = sum(bounds[option][0] for option in case.short & bounds.keys())
        able = sum(not case.short.isdisjoint(costs) for costs in self.choices)
        return needed > able

    def _number(self, parts: Iterable[int]) -> int:
        total = 0
        for part in parts:
            total = total * self.base + part
        return total


def _parts(person: Wisher, option: str | None) -> tuple[int, int, int]:
    """Return whether somebody is unplaced, whether it is moved, and its rank, 0 for none."""
    unplaced = option is None and len(person.wishes) > 0
    moved = person.now is not None and person.now != option and person.now in _choices(person)
    rank = person.wishes.index(option) + 1 if option in person.wishes else 0
    return int(unplaced), int(moved), rank
