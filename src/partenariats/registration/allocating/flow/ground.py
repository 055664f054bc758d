"""A problem in numbers: what each person can be given, and at what cost."""

from __future__ import annotations

from random import Random
from typing import TypeAlias

import attrs

from partenariats.registration.allocating.flow.costs import Costs, of_rank
from partenariats.registration.allocating.problem import Option, Problem, Wisher
from partenariats.registration.allocating.valuing import longest, possible

Choice: TypeAlias = "tuple[int, int]"
"""An option, by its number, and what it costs to give it to somebody."""


@attrs.frozen
class Ground:
    """Hold the people in the order in which the seed puts them, and their choices.

    Options have the numbers of their order; the next number means no place.
    """

    options: tuple[Option, ...]
    people: tuple[Wisher, ...]
    costs: Costs
    choices: tuple[tuple[Choice, ...], ...]
    """Those of each person: the first wish first, no place last."""
    required: frozenset[int]
    """Options with a minimum that cannot be closed."""

    @property
    def nowhere(self) -> int:
        """Return the number that means no place."""
        return len(self.options)

    @classmethod
    def of(cls, problem: Problem) -> Ground:
        """Return a problem in numbers."""
        # sorted first, so that nothing depends on the order in which people registered
        people = sorted(problem.people, key=lambda person: person.id)
        Random(problem.seed).shuffle(people)  # noqa: S311  # fair, repeatable, and no secret
        maker = _Choices.of(problem)
        engaged = {person.must for person in people}
        return cls(
            options=problem.options,
            people=tuple(people),
            costs=maker.costs,
            choices=tuple(maker.of_person(person) for person in people),
            required=frozenset(
                number
                for number, option in enumerate(problem.options)
                if option.minimum and (option.id in engaged or not option.may_close)
            ),
        )


@attrs.frozen
class _Choices:
    """Make the choices of people; those that are alike are one value."""

    costs: Costs
    numbers: dict[str, int]
    wished: dict[str, tuple[Choice, ...]]
    """An option at each rank."""
    outside: dict[str, Choice]
    nowhere: Choice
    move: int

    @classmethod
    def of(cls, problem: Problem) -> _Choices:
        """Return what makes the choices of a problem."""
        goal, ranks, count = problem.goal, longest(problem), len(problem.options)
        costs = Costs.of(goal, ranks, count)
        none = (0,) * (len(costs.bases) - 2)
        weights = [costs.weigh((0, 0, *of_rank(goal, ranks, rank))) for rank in range(ranks)]
        numbers = {option.id: number for number, option in enumerate(problem.options)}
        return cls(
            costs=costs,
            numbers=numbers,
            wished={
                option: tuple((number, weight) for weight in weights)
                for option, number in numbers.items()
            },
            outside={option: (number, 0) for option, number in numbers.items()},
            nowhere=(count, costs.weigh((1, 0, *none))),
            move=costs.weigh((0, 1, *none)),
        )

    def of_person(self, person: Wisher) -> tuple[Choice, ...]:
        """Return what somebody can be given."""
        if person.must is not None:
            if person.must in person.wishes:
                return (self.wished[person.must][person.wishes.index(person.must)],)
            return (self.outside[person.must],)
        if not person.wishes:
            return ((self.nowhere[0], 0),)
        choices = [
            self.wished[wish][rank]
            for rank, wish in enumerate(person.wishes)
            if wish not in person.must_not
        ]
        choices.append(self.nowhere)
        if person.now is None or person.now not in possible(person):
            return tuple(choices)
        now = self.numbers[person.now]
        return tuple(
            (option, cost if option == now else cost + self.move) for option, cost in choices
        )
