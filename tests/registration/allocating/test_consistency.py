"""Problems that contradict themselves in a name or a number."""

from __future__ import annotations

import pytest

from partenariats.registration.allocating.consistency import check_problem
from partenariats.registration.allocating.errors import InvalidProblemError
from partenariats.registration.allocating.problem import Option, Problem, Wisher

A = Option(id="a")
P = Wisher(id="p", wishes=("a",))
WRONG = {
    "`a` is there 2 times": ((A, A), ()),
    "`p` is there 2 times": ((A,), (P, P)),
    "`a` has a number below zero: -1": ((Option(id="a", capacity=-1),), ()),
    "`a` has a number below zero: -2": ((Option(id="a", minimum=-2),), ()),
    "`p` names `b`, which is not among the options": ((A,), (Wisher(id="p", wishes=("a", "b")),)),
    "`p` names `m`, which is not among the options": ((A,), (Wisher(id="p", must="m"),)),
    "`p` names `n`, which is not among the options": (
        (A,),
        (Wisher(id="p", must_not=frozenset("na")),),
    ),
    "`p` names `o`, which is not among the options": ((A,), (Wisher(id="p", now="o"),)),
    "`p` wishes for `a` twice": ((A,), (Wisher(id="p", wishes=("a", "a")),)),
    "`p` must be in `a`, and must not": (
        (A,),
        (Wisher(id="p", must="a", must_not=frozenset("a")),),
    ),
}


@pytest.mark.parametrize("said", WRONG)
def test_what_is_wrong_is_named(said):
    """The error says what is wrong with whom, and what to do."""
    options, people = WRONG[said]
    with pytest.raises(InvalidProblemError) as caught:
        check_problem(Problem(options=options, people=people))
    assert str(caught.value) == said
    assert caught.value.about == said.split("`")[1]
    assert caught.value.advice is not None


def test_a_plain_problem_passes():
    """A wish that is ruled out, and a place without capacity, are no contradiction."""
    person = Wisher(id="p", wishes=("a",), must_not=frozenset("a"), now="a")
    check_problem(Problem(options=(Option(id="a", capacity=0, minimum=3),), people=(person,)))
