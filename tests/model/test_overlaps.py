"""Which sessions are held at once, against the plain definition and within a bound of time."""

from __future__ import annotations

from datetime import date
from itertools import combinations, islice
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partenariats.model.sessions import Day, Session, Workshop
from partenariats.model.text import Text
from partenariats.model.timeline import Placed
from partenariats.model.timeline.overlaps import overlapping

DAY = Day(id="jour", date=date(2022, 3, 25))


def placed(id_, start, end=None, *, is_inferred=False, within=None):
    """Place a session, or a workshop if it is within one."""
    session = (
        Session(id=id_, title=Text(id_))
        if within is None
        else Workshop(id=id_, title=Text(id_), within=within)
    )
    return Placed(
        at=("workshops" if within else "sessions", 0),
        session=session,
        day=DAY,
        block=None,
        start=start,
        end=end,
        end_is_inferred=is_inferred,
    )


def overlap(one, other):
    """Tell by the plain definition whether two sessions are held at once."""
    if one.session.id == getattr(other.session, "within", None):
        return False
    if other.session.id == getattr(one.session, "within", None):
        return False
    points = [item.end is None or item.end_is_inferred for item in (one, other)]
    if all(points):
        return one.start == other.start
    if any(points):
        point, stretch = (one, other) if points[0] else (other, one)
        return stretch.start <= point.start < stretch.end
    return one.start < other.end and other.start < one.end


@st.composite
def groups(draw):
    """Make a few sessions with all sorts of ends, in the order of their starts."""
    items = []
    for number in range(draw(st.integers(0, 9))):
        start = draw(st.integers(0, 12)) * 60
        end = draw(st.none() | st.integers(-1, 8).map(lambda n, s=start: s + n * 60))
        items.append(
            placed(
                f"s{number}",
                start,
                end,
                is_inferred=draw(st.booleans()),
                within=draw(st.none() | st.sampled_from(["s0", "s1"])),
            )
        )
    return sorted(items, key=lambda item: item.start)


def ids(pairs):
    """Name pairs by their ids."""
    return [(one.session.id, other.session.id) for one, other in pairs]


def by_definition(items):
    """Find the pairs as the definition says, comparing all with all."""
    pairs = [
        sorted((one, other), key=lambda item: (item.start, item.session.id))
        for one, other in combinations(items, 2)
        if overlap(one, other)
    ]
    return sorted(ids(pairs))


@given(groups())
def test_each_pair_of_the_definition_is_found_once(items):
    """The sweep finds the pairs that comparing all with all finds, each once, in order."""
    assert sorted(ids(overlapping(items))) == by_definition(items)


@given(groups())
def test_only_pairs_that_a_condition_parts(items):
    """With a condition, the pairs are those of which just one fulfils it."""
    wanted = {"s0", "s3", "s6"}
    found = overlapping(items, lambda item: item.session.id in wanted)
    expected = [pair for pair in by_definition(items) if len(wanted & set(pair)) == 1]
    assert sorted(ids(found)) == expected


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        ((0, 60), (60, 120), []),
        ((0, 61), (60, 120), [("a", "b")]),
        ((0, 120), (60, None), [("a", "b")]),
        ((0, 60), (60, None), []),
        ((0, None), (0, 60), [("a", "b")]),
        ((0, None), (60, 120), []),
        ((0, None), (0, None), [("a", "b")]),
        ((0, 0), (0, 60), []),
        ((0, 120), (60, 60), [("a", "b")]),
    ],
)
def test_what_is_held_at_once(one, other, pairs):
    """Two that touch are not held at once, and an end that is not written is no evidence."""
    assert ids(overlapping([placed("a", *one), placed("b", *other)])) == pairs


def test_an_inferred_end_is_no_evidence():
    """Until an end that the next start gave, nobody knows what is held."""
    assert list(overlapping([placed("a", 0, 120, is_inferred=True), placed("b", 60, 90)])) == []


def test_of_two_that_start_together_the_id_decides():
    """The place in the file changes neither the pairs nor their order."""
    items = [placed("b", 0, 60), placed("a", 0, 90)]
    assert ids(overlapping(items)) == ids(overlapping(items[::-1])) == [("a", "b")]


def test_a_workshop_is_no_pair_with_its_group_work():
    """Workshops are pairs with each other and with other sessions, not with what holds them."""
    items = [
        placed("travail", 0, 90),
        placed("w1", 0, 90, within="travail"),
        placed("w2", 0, 90, within="travail"),
        placed("autre", 30, 60),
    ]
    assert sorted(ids(overlapping(items))) == [
        ("travail", "autre"),
        ("w1", "autre"),
        ("w1", "w2"),
        ("w2", "autre"),
    ]


def test_whoever_needs_few_pairs_pays_for_few():
    """The first thousand of fifty million pairs come at once, and so does the end where none is."""
    at_once = [placed(f"s{number}", 0, 60) for number in range(10_000)]
    in_turn = [placed(f"s{number}", number * 60, number * 60 + 60) for number in range(10_000)]
    began = process_time()
    assert len(list(islice(overlapping(at_once), 1000))) == 1000
    assert list(overlapping(in_turn)) == []
    assert list(overlapping(at_once, lambda _: False)) == []
    assert process_time() - began < 1
