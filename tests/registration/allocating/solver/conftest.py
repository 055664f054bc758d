"""Small problems with friends and traits, and the best allocation by trying all of them."""

from __future__ import annotations

from itertools import product

import attrs
import pytest
from hypothesis import strategies as st

from partenariats.registration.allocating.problem import Goal

GROUPS = (None, "x", "y")
TRAITS = ((), (("organization", "k"),), (("organization", "l"),), (("organization", "k"),) * 2)
AUDIENCES = ((), (("audience", "m"),), (("audience", "n"),))


@st.composite
def _social(draw, problems):
    problem = draw(problems)
    people = tuple(
        attrs.evolve(
            person,
            together=draw(st.sampled_from(GROUPS)),
            traits=draw(st.sampled_from(TRAITS)) + draw(st.sampled_from(AUDIENCES)),
        )
        for person in problem.people
    )
    return attrs.evolve(problem, people=people)


def _choices(person):
    """Give what somebody may get, `None` for no place."""
    if person.must is not None:
        return [person.must]
    return [*(wish for wish in person.wishes if wish not in person.must_not), None]


def _is_allowed(problem, given):
    """Tell whether every option has as many people as it may."""
    return all(
        (size >= option.minimum or (not size and option.may_close))
        and (option.capacity is None or size <= option.capacity)
        for option in problem.options
        for size in [given.count(option.id)]
    )


def _split(problem, given):
    """Count the groups whose members get different things."""
    groups = {}
    for person, option in zip(problem.people, given, strict=True):
        if person.together and _choices(person) != [None]:
            groups.setdefault(person.together, set()).add(option)
    return sum(len(outcomes) > 1 for outcomes in groups.values())


def _excess(problem, given):
    """Count those above a half, rounded up, in each option and kind of trait."""
    above = 0
    for option in problem.options:
        inside = [p for p, got in zip(problem.people, given, strict=True) if got == option.id]
        for kind in ("organization", "audience"):
            shares = [sum((kind, value) in person.traits for person in inside) for value in "klmn"]
            above += max(0, max(shares) - -(-len(inside) // 2))
    return above


def _cost(problem, given):
    """Give all that is compared, in its order."""
    waiting = moved = 0
    counts = [0] * 3
    for person, option in zip(problem.people, given, strict=True):
        waiting += option is None and bool(person.wishes)
        moved += person.now in {*_choices(person)} - {None, option}
        if option in person.wishes:
            counts[person.wishes.index(option)] += 1
    goal = {
        Goal.GENEROUS: counts[:0:-1],
        Goal.RANK_MAXIMAL: [-count for count in counts],
        Goal.LEAST_SUM: [sum(rank * count for rank, count in enumerate(counts))],
    }[problem.goal]
    return (waiting, moved, _split(problem, given), _excess(problem, given), *goal)


@pytest.fixture(scope="session")
def social_problems(problems):
    """Give a strategy of problems whose people have friends and traits."""
    return _social(problems)


@pytest.fixture(scope="session")
def cost():
    """Give a function that returns what is compared of an allocation that is allowed."""

    def count(problem, solution):
        given = tuple(solution.placed.get(person.id) for person in problem.people)
        assert _is_allowed(problem, given)
        for person, option in zip(problem.people, given, strict=True):
            assert option in _choices(person)
        return _cost(problem, given)

    return count


@pytest.fixture(scope="session")
def least_cost():
    """Give a function that returns the least cost of all allocations, or nothing."""

    def least(problem):
        ways = product(*map(_choices, problem.people))
        return min(
            (_cost(problem, given) for given in ways if _is_allowed(problem, given)), default=None
        )

    return least
