"""The flow of OR-Tools is as good as ours."""

from __future__ import annotations

import sys

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partenariats.registration.allocating.errors import ContradictionError
from partenariats.registration.allocating.flow.allocating import allocate
from partenariats.registration.allocating.problem import Goal, Option, Problem, Wisher
from partenariats.registration.allocating.solver.flow import place_by_flow
from partenariats.registration.allocating.solver.library import MissingSolverError
from partenariats.registration.allocating.valuing import criteria, value_of


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_it_is_worth_what_ours_is(problems, data):
    """On every small problem without minima both values are equal, whatever the goal."""
    problem = data.draw(problems)
    options = tuple(attrs.evolve(option, minimum=0) for option in problem.options)
    problem = attrs.evolve(problem, options=options)
    try:
        ours = allocate(problem).value
    except ContradictionError:
        return
    theirs = value_of(problem, place_by_flow(problem))
    assert criteria(problem.goal, theirs) == criteria(problem.goal, ours)


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("slack", [0.9, 1.02])
def test_it_is_worth_what_ours_is_for_many(crowd, goal, slack):
    """Two thousand people with twelve options come out as well."""
    problem = attrs.evolve(crowd(2_000, 12, slack=slack), goal=goal)
    theirs = value_of(problem, place_by_flow(problem))
    assert criteria(goal, theirs) == criteria(goal, allocate(problem).value)


def test_the_same_problem_has_the_same_solution(crowd):
    """Neither a second run nor the order of people changes who gets what; the seed may."""
    problem = crowd(300, 6)
    found = place_by_flow(problem)
    assert place_by_flow(problem) == found
    assert place_by_flow(attrs.evolve(problem, people=problem.people[::-1])) == found
    assert place_by_flow(attrs.evolve(problem, seed=1)) != found


def test_costs_that_do_not_fit_are_refused():
    """With forty ranks among forty options the costs are above 64 bits, and nothing is given."""
    names = tuple(f"o{number}" for number in range(40))
    problem = Problem(
        options=tuple(Option(id=name, capacity=1) for name in names),
        people=(Wisher(id="p", wishes=names),),
        goal=Goal.RANK_MAXIMAL,
    )
    assert place_by_flow(problem) is None
    few = attrs.evolve(problem, people=(Wisher(id="p", wishes=names[:8]),))
    assert place_by_flow(few) == {"p": "o0"}


def test_late_wishes_are_for_those_who_need_them():
    """Where first and second wishes are not enough for everyone, all wishes count."""
    people = [Wisher(id=f"p{n}", wishes=("a", "b", "c", "d")) for n in range(4)]
    options = tuple(Option(id=name, capacity=1) for name in "abcd")
    problem = Problem(options=options, people=tuple(people))
    assert value_of(problem, place_by_flow(problem)).ranks == (1, 1, 1, 1)


def test_without_a_solver_it_says_so(crowd, monkeypatch):
    """Nothing but the error is raised where the library is absent."""
    monkeypatch.setitem(sys.modules, "ortools.graph.python", None)
    with pytest.raises(MissingSolverError):
        place_by_flow(crowd(3, 2))
