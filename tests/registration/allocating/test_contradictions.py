"""The smallest set of what cannot be had together."""

from __future__ import annotations

from itertools import combinations

import attrs
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from partenariats.registration.allocating import contradictions
from partenariats.registration.allocating.errors import ContradictionError
from partenariats.registration.allocating.flow.allocating import allocate
from partenariats.registration.allocating.problem import Option, Problem, Wisher


def people(*wishes, **settings):
    """Give people with these wishes."""
    return tuple(
        Wisher(id=f"p{n}", wishes=tuple(wish), **settings) for n, wish in enumerate(wishes)
    )


def held(name, minimum, **settings):
    """Give an option that is not closed."""
    return Option(id=name, minimum=minimum, may_close=False, **settings)


def refused(options, wishers):
    """Give the error about a problem."""
    with pytest.raises(ContradictionError) as caught:
        allocate(Problem(options=tuple(options), people=tuple(wishers)))
    return caught.value


def test_a_minimum_that_too_few_wish_for_is_named_alone():
    """Other options, with whatever minima, are left out."""
    error = refused([held("a", 1), held("b", 2), held("c", 1)], people("abc", "ac", "ac", "ac"))
    assert str(error) == "too few people can be in `b`: 1, and 2 are needed"
    assert (error.options, error.people) == (("b",), ())


def test_two_minima_that_share_their_people_are_named_together():
    """Each could be had by itself."""
    error = refused([held("a", 2), held("b", 2), held("c", 1)], people("ab", "ab", "ab", "c", "c"))
    assert str(error) == "too few people can be in `a`, `b`: 3, and 4 are needed"


def test_a_minimum_that_could_be_had_is_left_out():
    """An option that was filled first, with the only person for both, is not named."""
    error = refused([held("b", 1), held("a", 2)], people("ab"))
    assert error.options == ("a",)


@example(minima={"a": 1, "b": 1, "c": 1}, wishes=[{"a", "b", "c"}, {"a"}, {"a"}])
@given(
    minima=st.dictionaries(st.sampled_from("abcd"), st.integers(1, 2)),
    wishes=st.lists(st.sets(st.sampled_from("abcd")), max_size=7),
)
def test_minima_can_be_had_unless_some_have_too_few(minima, wishes):
    """By Hall's theorem, just where no set of options needs more people than wish for any of it."""
    candidates = [tuple(sorted(wish & minima.keys())) for wish in wishes]
    sets = (set(some) for size in range(5) for some in combinations(minima, size))
    is_enough = all(
        sum(minima[option] for option in some) <= sum(not some.isdisjoint(w) for w in candidates)
        for some in sets
    )
    assert contradictions._can_fill(minima, candidates) == is_enough


def test_whoever_must_be_elsewhere_is_named():
    """Somebody who would make up the number is named with the minimum."""
    wishers = (*people("a", "b"), Wisher(id="m", wishes=("a",), must="b"))
    error = refused([held("a", 2), Option(id="b")], wishers)
    assert str(error) == (
        "too few people can be in `a`: 1, and 2 are needed, as long as `m` must be where they are "
        "put"
    )
    assert (error.options, error.people) == (("a",), ("m",))


def test_whoever_must_be_there_keeps_an_option_from_closing():
    """An option that could be closed is in the way only because somebody must be in it."""
    wishers = (Wisher(id="m", must="a"), Wisher(id="n", must="a"))
    error = refused([Option(id="a", minimum=3)], wishers)
    assert (error.options, error.people) == (("a",), ("n",))


@pytest.mark.parametrize(
    ("option", "said", "bound"),
    [
        (Option(id="a", capacity=1), "`a` has places for 1, and `m`, `n` must be there", "mn"),
        (held("a", 3, capacity=1), "`a` has places for 1 and needs 3", ""),
        (
            Option(id="a", capacity=2, minimum=3),
            "`a` has places for 2 and needs 3, and `m` must be there",
            "m",
        ),
    ],
)
def test_places_are_compared_with_who_must_be_there(option, said, bound):
    """Too few places for those who must be there, or for the minimum, are told by themselves."""
    names = "mno" if bound == "mn" else bound
    error = refused([option], [Wisher(id=name, must="a") for name in names])
    assert (str(error), error.people, error.code) == (said, tuple(bound), "contradiction")


def test_many_people_are_no_burden():
    """Among thousands, the few that matter are found."""
    wishers = [Wisher(id=f"q{n}", wishes=("a", "b")) for n in range(3_000)]
    wishers += [Wisher(id=f"p{n}", wishes=("rare",), must="a") for n in range(2)]
    error = refused([held("a", 5), held("rare", 1), Option(id="b")], wishers)
    assert (error.options, error.people) == (("rare",), ("p0", "p1"))


def loosened(problem, option, person):
    """Give a problem without one minimum, or with somebody free to be elsewhere too."""
    return attrs.evolve(
        problem,
        options=tuple(
            attrs.evolve(each, minimum=0) if each.id == option else each for each in problem.options
        ),
        people=tuple(
            attrs.evolve(each, must=None, wishes=tuple({*each.wishes, each.must}))
            if each.id == person
            else each
            for each in problem.people
        ),
    )


def only(problem, error):
    """Give a problem in which nothing but a contradicting set is asked for, with places enough."""
    return attrs.evolve(
        problem,
        options=tuple(
            attrs.evolve(
                each, minimum=each.minimum if each.id in error.options else 0, capacity=None
            )
            for each in problem.options
        ),
        people=tuple(
            each
            if each.id in error.people or each.must is None
            else attrs.evolve(
                each, must=None, wishes=tuple(dict.fromkeys((*each.wishes, each.must)))
            )
            for each in problem.people
        ),
    )


def is_refused(problem):
    """Tell whether a problem contradicts itself."""
    try:
        allocate(problem)
    except ContradictionError:
        return True
    return False


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_the_set_is_smallest(problems, data):
    """It contradicts itself alone, and no longer without any one of its parts."""
    problem = data.draw(problems)
    try:
        allocate(problem)
        error = None
    except ContradictionError as caught:
        error = caught
    assume(error is not None and error.template.startswith("too few"))
    alone = only(problem, error)
    assert is_refused(alone)
    for option in error.options:
        assert not is_refused(loosened(alone, option, None))
    for person in error.people:
        assert not is_refused(loosened(alone, None, person))
