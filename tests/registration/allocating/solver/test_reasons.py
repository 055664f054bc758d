"""What a solver decided is explained with its own reasons."""

from __future__ import annotations

import pytest

from partenariats.registration.allocating.explaining import why
from partenariats.registration.allocating.problem import Option, Problem, Wisher
from partenariats.registration.allocating.solution import Solution
from partenariats.registration.allocating.solver.placing import place_by_search
from partenariats.registration.allocating.solver.worth import solution_of

A, B = Option(id="a"), Option(id="b")
OF_K = (("organization", "k"),)


def test_friends_are_a_reason():
    """Whoever gives up a better wish for friends reads that."""
    friends = (
        Wisher(id="p", wishes=("a", "b"), together="x"),
        Wisher(id="q", wishes=("b",), together="x"),
    )
    problem = Problem(options=(A, B), people=friends)
    assert str(why(problem, place_by_search(problem), "p")) == (
        "`p` gets wish 2, `b`: there is room in `a`, and they are kept together with others"
    )


def test_a_spread_is_a_reason():
    """Whoever goes elsewhere so that a workshop is not one organization's reads that."""
    people = tuple(Wisher(id=name, wishes=("a", "b"), traits=OF_K) for name in "pq")
    problem = Problem(options=(A, B), people=people)
    solution = place_by_search(problem)
    assert solution.value.excess == 0
    (second,) = (name for name, option in solution.placed.items() if option == "b")
    assert str(why(problem, solution, second)) == (
        f"`{second}` gets wish 2, `b`: "
        "there is room in `a`, and no workshop is to be one organization's"
    )


@pytest.mark.parametrize(("gap", "placed"), [(1.0, {"p": "b"})])
def test_a_lack_of_time_is_a_reason(gap, placed):
    """Where there is no other reason, nothing better was found."""
    problem = Problem(options=(A, B), people=(Wisher(id="p", wishes=("a", "b")),))
    solution = solution_of(problem, placed, gap)
    assert isinstance(solution, Solution)
    assert str(why(problem, solution, "p")) == (
        "`p` gets wish 2, `b`: there is room in `a`, and nothing better was found in time"
    )
