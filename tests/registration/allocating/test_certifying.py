"""The check of a proof: what is allowed, what it is worth, and that nothing is better."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from partenariats.registration.allocating.certifying import check
from partenariats.registration.allocating.errors import ContradictionError, NotProvedError
from partenariats.registration.allocating.flow.allocating import allocate
from partenariats.registration.allocating.problem import Option, Problem, Wisher
from partenariats.registration.allocating.solution import Case, Certificate, Solution, Value
from partenariats.registration.allocating.valuing import criteria, value_of

PROBLEM = Problem(
    options=(
        Option(id="a", capacity=1),
        Option(id="b", capacity=2),
        Option(id="c", minimum=2),
        Option(id="d", minimum=1, may_close=False),
    ),
    people=(
        Wisher(id="p", wishes=("a", "b")),
        Wisher(id="q", wishes=("a", "b", "c")),
        Wisher(id="r", wishes=("b", "a"), must_not=frozenset("a")),
        Wisher(id="s", wishes=("c", "b"), must="d"),
        Wisher(id="t"),
    ),
)
PLACED = {"p": "a", "q": "b", "r": "b", "s": "d"}
"""By hand: one of two gets the second wish, since both wish for the same place."""
PROOF = Certificate(cases=(Case(prices={"a": (0, 0, 0, 1)}),))
"""By hand: a place in `a` is worth one second wish."""


def solution(placed, closed="c"):
    """Give a solution with the value that it has."""
    return Solution(
        placed=placed, closed=frozenset(closed), value=value_of(PROBLEM, placed), certificate=PROOF
    )


def refused(found, certificate=PROOF, problem=PROBLEM):
    """Give what the check says against a solution."""
    with pytest.raises(NotProvedError) as caught:
        check(problem, found, certificate)
    assert caught.value.advice is not None
    return str(caught.value)


def test_a_proof_by_hand_is_taken():
    """Prices that somebody wrote down are as good as those of a search."""
    check(PROBLEM, solution(PLACED), PROOF)


NOT_ALLOWED = {
    "nobody knows them": ({"x": "a"}, "c", "`x` is placed, and is not in the problem"),
    "not wished": ({"p": "c"}, "c", "`p` cannot be given `c`"),
    "ruled out": ({"r": "a"}, "c", "`r` cannot be given `a`"),
    "not where they must be": ({"s": "c"}, "c", "`s` cannot be given `c`"),
    "wished for nothing": ({"t": "b"}, "c", "`t` cannot be given `b`"),
    "too full": ({"q": "a"}, "c", "`a` cannot have 2 people, or cannot be closed"),
    "too empty": ({"q": "c"}, "", "`c` cannot have 1 people, or cannot be closed"),
    "not said to be closed": ({}, "", "`c` cannot have 0 people, or cannot be closed"),
    "closed with people": ({"q": "c"}, "c", "`c` cannot have 1 people, or cannot be closed"),
    "not to be closed": ({}, "cd", "`d` cannot have 1 people, or cannot be closed"),
    "without a minimum": ({}, "ac", "`a` cannot have 1 people, or cannot be closed"),
}


@pytest.mark.parametrize("name", NOT_ALLOWED)
def test_what_is_not_allowed_is_refused(name):
    """Each rule of a problem is looked at anew."""
    changed, closed, said = NOT_ALLOWED[name]
    assert refused(solution(PLACED | changed, closed)) == said


@pytest.mark.parametrize(
    "option", [Option(id="a"), Option(id="a", minimum=1, may_close=False)], ids=["plain", "held"]
)
def test_an_empty_option_is_not_closed_for_that(option):
    """Only one with a minimum that may be closed is."""
    problem = Problem(options=(option,), people=())
    value = Value(unplaced=0, moved=0, ranks=())
    found = Solution(placed={}, closed=frozenset("a"), value=value)
    said = refused(found, Certificate(cases=(Case(),)), problem)
    assert said == "`a` cannot have 0 people, or cannot be closed"


def test_whoever_must_be_somewhere_is_placed():
    """No place is not one of the choices of somebody who must be somewhere."""
    placed = {name: option for name, option in PLACED.items() if name != "s"}
    assert refused(solution(placed)) == "`s` cannot be given `-`"


def test_a_worse_solution_is_refused():
    """With somebody left out, the same prices show that something is better."""
    placed = {name: option for name, option in PLACED.items() if name != "q"}
    assert refused(solution(placed)) == "the certificate does not show that nothing is better"


def test_another_value_is_refused():
    """A value is counted, not believed."""
    found = attrs.evolve(solution(PLACED), value=Value(unplaced=0, moved=0, ranks=(3, 0, 0)))
    assert refused(found) == "the allocation is not worth what it says"


WEAK = {
    "no prices": Case(),
    "too low": Case(prices={"a": (0, 0, 0, 0)}),
    "too high": Case(prices={"a": (0, 0, 0, 2)}),
    "of another option": Case(prices={"b": (0, 0, 0, 1)}),
    "of an unknown option": Case(prices={"x": (0, 0, 0, 1)}),
    "below zero": Case(prices={"a": (0, 0, 0, -1)}),
    "not short": Case(short=frozenset("d")),
    "unknown and short": Case(short=frozenset("x")),
}


@pytest.mark.parametrize("name", WEAK)
def test_a_weak_proof_is_refused(name):
    """Prices that prove less, and a shortage that is none, are not taken."""
    said = refused(solution(PLACED), Certificate(cases=(WEAK[name],)))
    assert said == "the certificate does not show that nothing is better"


@pytest.mark.parametrize(
    "cases",
    [
        (),
        (attrs.evolve(PROOF.cases[0], closed=frozenset("c")),),
        (attrs.evolve(PROOF.cases[0], held=frozenset("c")),),
        (attrs.evolve(PROOF.cases[0], held=frozenset("c"), closed=frozenset("c")),),
    ],
)
def test_a_way_to_close_options_that_is_left_out_is_told(cases):
    """What holds with an option closed says nothing of it held."""
    said = refused(solution(PLACED), Certificate(cases=cases))
    assert said == "the certificate leaves out a way to close options"


def test_two_cases_prove_together():
    """One where an option is closed, and one where too few could be there for it."""
    proof = Certificate(
        cases=(
            attrs.evolve(PROOF.cases[0], closed=frozenset("c")),
            Case(held=frozenset("c"), short=frozenset("c")),
        )
    )
    check(PROBLEM, solution(PLACED), proof)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_prices_prove_what_is_not_so(problems, data):
    """Whatever prices and cases there are, a solution that is not the best is not proved."""
    problem = data.draw(problems)
    try:
        best = allocate(problem)
    except ContradictionError:
        best = None
    assume(best is not None and best.placed)
    placed = dict(best.placed)
    del placed[data.draw(st.sampled_from(sorted(placed)))]
    value = value_of(problem, placed)
    assume(criteria(problem.goal, value) > criteria(problem.goal, best.value))
    worse = attrs.evolve(best, placed=placed, value=value)
    length = len(criteria(problem.goal, value))
    prices = st.dictionaries(
        st.sampled_from("abc"), st.tuples(*(st.integers(-9, 9) for _ in range(length)))
    )
    some = st.frozensets(st.sampled_from("abc"))
    cases = st.lists(st.builds(Case, closed=some, held=some, short=some, prices=prices), max_size=4)
    offered = (*best.certificate.cases, *data.draw(cases))
    with pytest.raises(NotProvedError):
        check(problem, worse, Certificate(cases=offered))
    with pytest.raises(NotProvedError):
        check(problem, worse, Certificate(cases=tuple(data.draw(cases))))
