"""The work of a search, as counts: clocks differ, these do not."""

from __future__ import annotations

import attrs
import pytest

from partenariats.registration.allocating.flow.ground import Ground
from partenariats.registration.allocating.flow.placement import Placement
from partenariats.registration.allocating.flow.settling import settle
from partenariats.registration.allocating.problem import Goal, Option, Problem, Wisher


def settled(problem):
    """Give the placement after everyone is between the bounds of the options."""
    placement = Placement(Ground.of(problem))
    assert settle(placement) == frozenset()
    return placement


@pytest.mark.parametrize("goal", Goal)
def test_paths_grow_more_slowly_than_people(crowd, goal):
    """Ten times as many people need fewer than five times as many paths, many going along each."""
    few, many = (settled(attrs.evolve(crowd(people, 30), goal=goal)) for people in (1_000, 10_000))
    assert few.pushes < 400
    assert many.pushes < 5 * few.pushes
    assert (few.moved, many.moved) < (1_000, 10_000)


def test_weights_stay_small_however_many_people_there_are(crowd):
    """Costs depend on the number of options alone; with people above them 64 bits are enough."""
    sizes = {
        max(abs(cost) for choices in Ground.of(crowd(people, 30)).choices for _, cost in choices)
        for people in (100, 10_000)
    }
    (largest,) = sizes
    assert largest.bit_length() + (100_000).bit_length() < 64


def test_a_settled_placement_needs_no_work(crowd):
    """Whoever has room goes where they wish, without a path."""
    placement = settled(crowd(500, 5, slack=5))
    assert (placement.pushes, placement.moved) == (0, 0)


def test_a_copy_goes_another_way(crowd):
    """What is done with a copy leaves the placement as it was."""
    placement = settled(crowd(200, 5))
    before = list(placement.at), list(placement.sizes), list(placement.prices)
    other = placement.copy()
    other.most[0] = 0
    settle(other)
    assert (placement.at, placement.sizes, placement.prices) == before
    assert (other.sizes[0], placement.most[0]) == (0, 40)


def test_who_is_short_is_named():
    """Options that need more people than there are for them come back, and no other."""
    options = (
        Option(id="a", minimum=2, may_close=False),
        Option(id="b", minimum=2, may_close=False),
        Option(id="c", minimum=1, may_close=False),
    )
    people = tuple(
        Wisher(id=f"p{n}", wishes=wishes) for n, wishes in enumerate(("ab",) * 3 + ("c",))
    )
    problem = Problem(
        options=options,
        people=tuple(attrs.evolve(person, wishes=tuple(person.wishes)) for person in people),
    )
    assert settle(Placement(Ground.of(problem))) == {0, 1}
