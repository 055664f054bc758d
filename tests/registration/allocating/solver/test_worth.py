"""Friends and a spread, counted by hand."""

from __future__ import annotations

from partenariats.registration.allocating.problem import Option, Problem, Wisher
from partenariats.registration.allocating.solution import Value
from partenariats.registration.allocating.solver.friends import groups, split_groups
from partenariats.registration.allocating.solver.spread import excess
from partenariats.registration.allocating.solver.worth import solution_of

OPTIONS = (Option(id="a"), Option(id="b", minimum=2), Option(id="c", minimum=1))


def person(name, *organizations, **settings):
    """Give somebody from some organizations who wishes for everything."""
    traits = tuple(("organization", each) for each in organizations)
    return Wisher(id=name, wishes=("a", "b", "c"), traits=traits, **settings)


def test_a_group_is_split_where_its_members_get_different_things():
    """No place differs from a place; whoever can be placed nowhere, and one alone, is no group."""
    problem = Problem(
        options=OPTIONS,
        people=(
            person("p", together="x"),
            person("q", together="x"),
            person("r", together="y"),
            person("s", together="y"),
            Wisher(id="t", together="x"),
            person("u", together="z"),
        ),
    )
    assert groups(problem) == [[0, 1], [2, 3]]
    assert split_groups(problem, {"p": "a", "q": "a"}) == 0
    assert split_groups(problem, {"p": "a", "q": "b", "r": "a"}) == 2


def test_above_a_half_rounded_up_is_too_many():
    """Two of three are a half, three of four one too many; people of no organization count."""
    people = (person("p", "k"), person("q", "k"), person("r", "k", "l"), person("s"))
    problem = Problem(options=OPTIONS, people=people)
    assert excess(problem, dict.fromkeys("pqs", "a")) == 0
    assert excess(problem, dict.fromkeys("pqrs", "a")) == 1
    assert excess(problem, {**dict.fromkeys("pq", "a"), "r": "b"}) == 1


def test_each_kind_of_trait_counts():
    """Who shares an organization and an audience is too many twice."""
    traits = (("organization", "k"), ("audience", "m"))
    people = tuple(Wisher(id=name, wishes=("a",), traits=traits) for name in "pq")
    assert excess(Problem(options=OPTIONS, people=people), {"p": "a", "q": "a"}) == 2


def test_a_solution_says_all_that_it_is_worth():
    """Ranks, friends and traits are counted, and what is closed is named."""
    people = (person("p", "k", together="x"), person("q", "k", together="x"), person("r"))
    problem = Problem(options=OPTIONS, people=people)
    found = solution_of(problem, {"p": "b", "q": "b"}, 0.5)
    assert (found.closed, found.gap) == ({"c"}, 0.5)
    assert found.value == Value(unplaced=1, moved=0, split=0, excess=1, ranks=(0, 2, 0))
