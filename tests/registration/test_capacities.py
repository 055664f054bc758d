"""Capacities that an event declares."""

from __future__ import annotations

import attrs

from partenariats.registration.capacities import declared
from partenariats.testing.backends.desks import programme_with


def with_capacities(desk, **limits):
    """Give the desk of the same event with other capacities in its file."""
    return attrs.evolve(desk, programme=programme_with(**limits))


def test_each_scarce_thing_is_declared():
    """The event, its sessions and audiences, those without a limit as well."""
    assert declared(programme_with(capacity=9)) == {
        "event": 9,
        "session:a": 2,
        "session:b": 3,
        "session:c": None,
        "audience:student": 2,
        "audience:member": None,
    }


def test_they_are_set_once(make_desk):
    """A second time nothing is written."""
    desk = make_desk(capacity=9)
    assert {key: quota.capacity for key, quota in desk.status().items()} == declared(desk.programme)
    before = list(desk.log())
    desk.init()
    assert list(desk.log()) == before


def test_more_places_go_to_who_waits(make_desk, enter, states):
    """In the same batch as the capacity, and their drafts with them."""
    desk = make_desk(capacity=1)
    (ada,), (bob,), (eve,) = (enter(desk, name, sessions=("a",)) for name in "ABE")
    promoted = with_capacities(desk, capacity=2).update_capacities()
    assert {item.attendee for item in promoted} == {bob}
    assert states(desk, bob) == {None: "confirmed", "a": "confirmed"}
    assert states(desk, eve) == {None: "waitlisted", "a": "draft"}
    with_capacities(desk).update_capacities()
    assert states(desk, eve) == {None: "confirmed", "a": "waitlisted"}
    assert states(desk, ada)["a"] == "confirmed"
    assert desk.verify() == ()


def test_nobody_loses_a_place_to_fewer(make_desk, enter, states):
    """Below what is taken, nobody is promoted until enough are given back."""
    desk = make_desk(capacity=3)
    people = [enter(desk, name)[0] for name in "ABCD"]
    fewer = with_capacities(desk, capacity=1)
    assert fewer.update_capacities() == ()
    assert [states(fewer, one)[None] for one in people] == ["confirmed"] * 3 + ["waitlisted"]
    for one in people[:2]:
        assert {item.attendee for item in fewer.cancel(one)} == {one}
    assert {item.attendee for item in fewer.cancel(people[2])} == {people[2], people[3]}
    assert fewer.verify() == ()
