"""Allocations with friends, traits and minima: against all others, and within a limit."""

from __future__ import annotations

import sys

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partenariats.registration.allocating.certifying import check
from partenariats.registration.allocating.errors import ContradictionError, NeedsSolverError
from partenariats.registration.allocating.flow import closing
from partenariats.registration.allocating.flow.allocating import allocate
from partenariats.registration.allocating.problem import Option, Problem, Wisher
from partenariats.registration.allocating.solver.library import MissingSolverError
from partenariats.registration.allocating.solver.placing import place_by_search
from partenariats.registration.allocating.solver.searching import NotFoundError, search_best
from partenariats.registration.allocating.valuing import criteria

CP_SAT = "ortools.sat.python"


@pytest.fixture
def party(crowd):
    """Give a function that makes a crowd of groups of three, most from one organization."""

    def make(people, options, **settings):
        problem = crowd(people, options, **settings)
        first = [problem.people[number - number % 3] for number in range(people)]
        return attrs.evolve(
            problem,
            people=tuple(
                attrs.evolve(
                    person,
                    wishes=leader.wishes,
                    together=leader.id,
                    traits=(("organization", "k" if number % 5 else "l"),),
                )
                for number, (person, leader) in enumerate(zip(problem.people, first, strict=True))
            ),
        )

    return make


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_no_allocation_is_better(social_problems, least_cost, cost, data):
    """What is compared is least of all, and there is nothing where nothing is allowed."""
    problem = data.draw(social_problems)
    best = least_cost(problem)
    if best is None:
        with pytest.raises(ContradictionError):
            place_by_search(problem)
        return
    found = place_by_search(problem)
    assert cost(problem, found) == best
    assert found.gap == 0
    value = found.value
    assert (value.unplaced, value.moved, value.split, value.excess) == best[:4]


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_every_method_gives_the_same_value(problems, data):
    """The search alone, which knows nothing of flows, is as good as the flow."""
    problem = data.draw(problems)
    try:
        found = allocate(problem)
    except ContradictionError:
        with pytest.raises(NotFoundError):
            search_best(problem, None, 1.0)
        return
    other = search_best(problem, None, 1.0)
    assert criteria(problem.goal, other.value) == criteria(problem.goal, found.value)
    assert (other.gap, other.value.split, other.value.excess) == (0, 0, 0)


def test_closing_many_options_is_searched_for(crowd, monkeypatch):
    """Where the flow gives up, the search finds what is as good as all its ways would be."""
    problem = crowd(100, 10, slack=1.5, minimum=9)
    whole = allocate(problem)
    monkeypatch.setattr(closing, "WORK", 100)
    monkeypatch.setattr(closing, "LEAST_CASES", 2)
    with pytest.raises(NeedsSolverError):
        allocate(problem)
    found = place_by_search(problem)
    assert criteria(problem.goal, found.value) == criteria(problem.goal, whole.value)
    assert (found.gap, found.certificate) == (0, None)


def test_a_plain_problem_is_the_flow_s(crowd, monkeypatch):
    """Nobody needs a solver where the flow is enough, and its certificate is kept."""
    monkeypatch.setitem(sys.modules, CP_SAT, None)
    problem = crowd(50, 5, minimum=3)
    found = place_by_search(problem)
    assert found == allocate(problem)
    check(problem, found, found.certificate)


def test_friends_who_get_the_same_anyway_need_no_solver(monkeypatch):
    """What is best without friends, and keeps them together, is best with them."""
    monkeypatch.setitem(sys.modules, CP_SAT, None)
    friends = tuple(Wisher(id=name, wishes=("a",), together="x") for name in "pq")
    found = place_by_search(Problem(options=(Option(id="a"),), people=friends))
    assert found.placed == {"p": "a", "q": "a"}


def test_friends_may_be_together_without_a_place():
    """Two who can only be apart or both left out make room for others, at whatever ranks."""
    ruled_out = frozenset("c")
    people = (
        Wisher(id="p", wishes=("a",), together="x"),
        Wisher(id="q", wishes=("b",), together="x"),
        Wisher(id="r", wishes=("c", "a"), must_not=ruled_out),
        Wisher(id="s", wishes=("c", "b"), must_not=ruled_out),
    )
    options = tuple(Option(id=name, capacity=1) for name in "abc")
    found = place_by_search(Problem(options=options, people=people))
    assert found.placed == {"r": "a", "s": "b"}


def test_without_a_solver_it_says_what_to_install(party, monkeypatch):
    """Where a solver is needed and there is none, the extra is named."""
    monkeypatch.setitem(sys.modules, CP_SAT, None)
    with pytest.raises(MissingSolverError) as caught:
        place_by_search(party(30, 3))
    assert str(caught.value) == "this allocation needs a solver"
    assert str(caught.value.advice) == "run `pip install 'partenariats[solver]'`"


def test_what_is_not_proved_is_told(party, cost):
    """With hardly any effort something is found, and by how much it may be worse."""
    problem = party(120, 6, slack=1.2)
    found = place_by_search(problem, effort=1e-6)
    assert 0 < found.gap <= 1
    best = place_by_search(problem, effort=4)
    assert best.gap == 0
    assert cost(problem, found)[:2] == cost(problem, best)[:2]
    assert cost(problem, best) < cost(problem, found)


def test_nothing_found_is_told(party, monkeypatch):
    """Without a flow to begin with, too little effort finds nothing, and says so."""
    monkeypatch.setattr(closing, "WORK", 1)
    monkeypatch.setattr(closing, "LEAST_CASES", 1)
    with pytest.raises(NotFoundError) as caught:
        place_by_search(party(120, 6, slack=1.5, minimum=18), effort=0.0)
    assert str(caught.value.advice) == "allow more time, or lower the minimum sizes"


def test_the_same_problem_has_the_same_solution(party):
    """Neither a second run nor the order of people changes who gets what, nor does a limit."""
    problem = party(90, 5, slack=1.2)
    turned = attrs.evolve(problem, people=problem.people[::-1])
    for effort in (4, 0.01):
        found = place_by_search(problem, effort=effort)
        assert place_by_search(problem, effort=effort) == found
        assert place_by_search(turned, effort=effort) == found
