"""How good an allocation is."""

from __future__ import annotations

from partenariats.registration.allocating.problem import Goal, Option, Problem, Wisher
from partenariats.registration.allocating.solution import Value
from partenariats.registration.allocating.valuing import criteria, value_of

PEOPLE = (
    Wisher(id="first", wishes=("a", "b", "c")),
    Wisher(id="third", wishes=("b", "c", "a"), now="b"),
    Wisher(id="bound", wishes=("a", "b"), must="b", now="a"),
    Wisher(id="not-wished", must="c"),
    Wisher(id="left-out", wishes=("a",), now="a"),
    Wisher(id="ruled-out", wishes=("a",), must_not=frozenset("a"), now="a"),
    Wisher(id="nothing"),
)
PLACED = {"first": "a", "third": "a", "bound": "b", "not-wished": "c"}


def test_a_value_counts_what_it_says():
    """Whoever could not stay has not moved; a place that was not wished for has no rank."""
    problem = Problem(options=tuple(Option(id=name) for name in "abc"), people=PEOPLE)
    assert value_of(problem, PLACED) == Value(unplaced=2, moved=2, ranks=(1, 1, 1))


def test_each_goal_compares_other_figures():
    """After who is unplaced and moved come ranks from the last, from the first, or their sum."""
    value = Value(unplaced=7, moved=6, ranks=(5, 4, 3, 2))
    assert {goal: criteria(goal, value) for goal in Goal} == {
        Goal.GENEROUS: (7, 6, 2, 3, 4),
        Goal.RANK_MAXIMAL: (7, 6, -5, -4, -3),
        Goal.LEAST_SUM: (7, 6, 30),
    }
