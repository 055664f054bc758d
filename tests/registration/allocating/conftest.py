"""Small problems, and the best allocation by trying all of them."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import strategies as st

from partenariats.registration.allocating.problem import Goal, Option, Problem, Wisher
from partenariats.registration.allocating.valuing import criteria, possible, value_of

IDS = ("a", "b", "c")


@st.composite
def _people(draw, number):
    must = draw(st.sampled_from((None,) * 7 + IDS))
    return Wisher(
        id=f"p{number}",
        wishes=tuple(draw(st.lists(st.sampled_from(IDS), unique=True))),
        must=must,
        must_not=draw(st.sampled_from([frozenset(), frozenset(), frozenset("b")])) - {must},
        now=draw(st.sampled_from((None, None, *IDS))),
    )


@st.composite
def _problems(draw):
    options = tuple(
        Option(
            id=name,
            capacity=draw(st.sampled_from([None, 0, 1, 2, 3])),
            minimum=draw(st.sampled_from([0, 0, 1, 2, 3])),
            may_close=draw(st.sampled_from([True, True, True, False])),
        )
        for name in IDS
    )
    people = tuple(draw(_people(number)) for number in range(draw(st.integers(0, 5))))
    return Problem(
        options=options,
        people=people,
        goal=draw(st.sampled_from(list(Goal))),
        seed=draw(st.integers(0, 3)),
    )


def _is_allowed(problem, given):
    sizes = {option: given.count(option.id) for option in problem.options}
    return all(
        (size >= option.minimum or (not size and option.may_close))
        and (option.capacity is None or size <= option.capacity)
        for option, size in sizes.items()
    )


def _best(problem):
    choices = [
        possible(person) if person.must is not None else (*possible(person), None)
        for person in problem.people
    ]
    names = [person.id for person in problem.people]
    values = [
        value_of(
            problem, {name: option for name, option in zip(names, given, strict=True) if option}
        )
        for given in product(*choices)
        if _is_allowed(problem, given)
    ]
    return min(values, key=lambda value: criteria(problem.goal, value), default=None)


@pytest.fixture(scope="session")
def problems():
    """Give a strategy of problems with three options and up to five people."""
    return _problems()


@pytest.fixture(scope="session")
def best_of_all():
    """Give a function that returns the best value of all allocations, or nothing."""
    return _best


@pytest.fixture(scope="session")
def crowd():
    """Give a function that makes a problem of many people with five wishes, at random."""

    def make(people, options, seed=1, *, slack=1.0, **settings):
        from random import Random

        random = Random(seed)
        names = [f"o{number}" for number in range(options)]
        weights = [1 / (number + 1) for number in range(options)]
        wishers = []
        for number in range(people):
            wishes = dict.fromkeys(random.choices(names, weights, k=20))
            wishers.append(Wisher(id=f"p{number}", wishes=tuple(wishes)[:5]))
        capacity = int(slack * people / options)
        return Problem(
            options=tuple(Option(id=name, capacity=capacity, **settings) for name in names),
            people=tuple(wishers),
        )

    return make
