"""What an allocation came to."""

from __future__ import annotations

import attrs

from partenariats.registration.allocating.flow.allocating import allocate
from partenariats.registration.allocating.problem import Option, Problem, Wisher
from partenariats.registration.allocating.reporting import report

PROBLEM = Problem(
    options=(
        Option(id="a", capacity=2),
        Option(id="b", capacity=3),
        Option(id="c", minimum=2),
        Option(id="d"),
    ),
    people=(
        Wisher(id="m", must="a"),
        Wisher(id="n", must="a"),
        Wisher(id="p", wishes=("a", "b"), now="a", must_not=frozenset("a")),
        Wisher(id="q", wishes=("c", "d"), now="d"),
        Wisher(id="r", wishes=("a",)),
        Wisher(id="s"),
    ),
)


def test_a_report_counts_and_names():
    """Ranks are counted; whoever has no place, or another one, is named."""
    found = report(PROBLEM, allocate(PROBLEM))
    assert (found.ranks, found.unplaced, found.without_wishes) == ((0, 2), ("r",), ("s",))
    assert found.moved == ("p",)
    assert [(each.size, each.is_full, each.is_closed) for each in found.fillings] == [
        (2, True, False),
        (1, False, False),
        (0, False, True),
        (1, False, False),
    ]


def test_a_report_is_said_in_lines():
    """Each line is a sentence of its own."""
    assert [str(line) for line in report(PROBLEM, allocate(PROBLEM)).lines()] == [
        "wish 1: 0",
        "wish 2: 2",
        "without a place: 1",
        "without wishes: 1",
        "moved: 1",
        "`a`: 2 of 2, full",
        "`b`: 1 of 3",
        "`c` is closed: fewer than 2 people could be had for it",
        "`d`: 1",
        "no better one exists",
    ]


def test_a_gap_is_told():
    """Where something better might exist, it is said by how much."""
    solution = attrs.evolve(allocate(PROBLEM), gap=0.025)
    assert str(list(report(PROBLEM, solution).lines())[-1]) == (
        "a better one might exist, by 2.5 % at most"
    )


def test_friends_apart_and_too_much_of_one_are_told():
    """Where friends could not be together, or a workshop is one organization's, it is counted."""
    solution = allocate(PROBLEM)
    solution = attrs.evolve(solution, value=attrs.evolve(solution.value, split=2, excess=3))
    lines = [str(line) for line in report(PROBLEM, solution).lines()]
    assert lines[4:7] == [
        "moved: 1",
        "groups that are not together: 2",
        "above half of a workshop: 3",
    ]
