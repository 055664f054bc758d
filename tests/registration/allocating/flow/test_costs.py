"""Criteria as one integer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partenariats.registration.allocating.flow.costs import Costs, of_rank
from partenariats.registration.allocating.problem import Goal
from partenariats.registration.allocating.solution import Value
from partenariats.registration.allocating.valuing import criteria

COUNTS = st.tuples(*(st.integers(-24, 24) for _ in range(6)))


@given(first=COUNTS, second=COUNTS)
def test_weights_compare_as_criteria_do(first, second):
    """The lesser criteria have the lesser weight, as long as paths are no longer than options."""
    costs = Costs.of(Goal.GENEROUS, ranks=5, options=24)
    assert (costs.weigh(first) < costs.weigh(second)) == (first < second)


@given(counts=COUNTS)
def test_criteria_come_back_from_their_weight(counts):
    """A weight says what it is made of, also below zero."""
    costs = Costs.of(Goal.RANK_MAXIMAL, ranks=5, options=24)
    assert costs.criteria(costs.weigh(counts)) == counts


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("ranks", range(1, 5))
def test_one_rank_is_what_it_adds_to_a_value(goal, ranks):
    """The criteria of one person are those of a value in which only that one is counted."""
    for rank in range(ranks):
        counts = tuple(int(each == rank) for each in range(ranks))
        value = Value(unplaced=0, moved=0, ranks=counts)
        assert (0, 0, *of_rank(goal, ranks, rank)) == criteria(goal, value)
