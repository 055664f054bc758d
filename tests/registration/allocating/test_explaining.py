"""Why somebody got what they got, in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from partenariats.registration.allocating.errors import ContradictionError
from partenariats.registration.allocating.explaining import Explanations, why
from partenariats.registration.allocating.flow.allocating import allocate
from partenariats.registration.allocating.problem import Option, Problem, Wisher

FULL = "`a` is full, and whoever is there could only go at a greater loss"


def said(options, *people, of=None):
    """Give what is said of the last of these people, or another."""
    problem = Problem(options=tuple(options), people=people)
    return str(why(problem, allocate(problem), of or people[-1].id))


def person(name, wishes="", **settings):
    """Give somebody with wishes of one letter each."""
    return Wisher(id=name, wishes=tuple(wishes), **settings)


A, B = Option(id="a", capacity=1), Option(id="b", capacity=1)
THERE = person("m", must="a")


def test_the_first_wish_needs_no_reason():
    """It says what it is."""
    assert said([A], person("p", "a")) == "`p` gets the first wish, `a`"


def test_a_full_option_is_named_with_the_rank():
    """Whoever gets a later wish reads why the earlier ones were not to be had."""
    assert said([A, B], THERE, person("p", "ab")) == f"`p` gets wish 2, `b`: {FULL}"


def test_every_wish_that_failed_has_its_reason():
    """Closed for lack of people, engaged, and full are told one after another."""
    options = [A, Option(id="b", minimum=2), Option(id="c"), Option(id="d")]
    wisher = person("p", "bcad", must_not=frozenset("c"))
    assert said(options, THERE, wisher) == (
        f"`p` gets wish 4, `d`: `b` is closed for lack of people; they cannot be in `c`; {FULL}"
    )


def test_whoever_must_be_somewhere_reads_that():
    """No rank is told."""
    assert said([A], THERE) == "`m` must be in `a`"


def test_no_place_has_its_reasons():
    """Nobody is left out without a word."""
    assert said([A], THERE, person("p", "a")) == f"`p` has no place: {FULL}"
    assert said([A], person("p")) == "`p` has wished for nothing"


def test_a_minimum_may_need_somebody():
    """Room in a better option is told with what stands against it."""
    options = [Option(id="a"), Option(id="b", minimum=1, may_close=False)]
    assert said(options, person("p", "ab")) == (
        "`p` gets wish 2, `b`: there is room in `a`, and `b` would have too few people without them"
    )


def test_whoever_has_a_place_stays_there():
    """A better wish is no reason to move somebody."""
    assert said([A, B], person("p", "ab", now="b")) == (
        "`p` gets wish 2, `b`: there is room in `a`, and they stay where they were"
    )


@pytest.mark.parametrize(
    ("wisher", "others", "end"),
    [
        (
            person("p", "ab", now="a"),
            [THERE],
            "they were in `a`, and had to move so that everything fits",
        ),
        (
            person("p", "ab", now="a", must_not=frozenset("a")),
            [],
            "they were in `a`, and cannot be there any more",
        ),
        (person("p", "cb", now="c"), [], "they were in `c`, which is closed now"),
    ],
)
def test_whoever_was_elsewhere_reads_why(wisher, others, end):
    """After the wish comes what became of the place before."""
    options = [A, B, Option(id="c", minimum=2)]
    assert said(options, *others, wisher).split("; ")[-1] == end


def test_it_is_said_in_french():
    """The parts are in one language."""
    problem = Problem(options=(A, B), people=(THERE, person("p", "ab")))
    assert why(problem, allocate(problem), "p").say("fr") == (
        "`p` obtient son vœu n° 2, `b` : `a` est complet, et ceux qui y sont ne "
        "pourraient en partir qu'avec une perte plus grande"
    )


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_the_reasons_are_true(problems, data):
    """Nobody is told that a minimum needs them where it does not, or that an option is full."""
    problem = data.draw(problems)
    try:
        found = allocate(problem)
    except ContradictionError:
        found = None
    assume(found is not None)
    explanations = Explanations.of(problem, found)
    options = {option.id: option for option in problem.options}
    for wisher in problem.people:
        sentence = str(explanations.why(wisher.id))
        if "would have too few" in sentence:
            got = found.placed[wisher.id]
            assert explanations.sizes[got] == options[got].minimum
