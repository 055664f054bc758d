"""What holds whatever people wish for, and whoever comes and goes."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partenariats.registration.changing import AttendeeChange
from partenariats.registration.errors import RegistrationError

WISHES = st.lists(st.sampled_from("abc"), unique=True).map(tuple)
STEPS = st.one_of(
    st.tuples(st.just("enter"), WISHES),
    st.tuples(st.just("take"), st.sampled_from("abc")),
    st.tuples(st.just("cancel"), st.integers(0, 9)),
    st.tuples(st.just("wish"), st.integers(0, 9), WISHES),
    st.tuples(st.just("allocate")),
)


def play(place, people, step):
    """Do what a step says; nothing where it is refused."""
    kind, *more = step
    name = f"P {len(people)}"
    if kind == "enter":
        people.append(place.enter(name, *more))
    elif kind == "take":
        people.append(place.enter(name, sessions=tuple(more)))
    elif kind == "allocate":
        place.desk.allocate(place.workshops)
    elif more[0] < len(people):
        one = people[more[0]]
        try:
            if kind == "cancel":
                place.desk.cancel(one)
            else:
                place.desk.change(one, AttendeeChange(wishes=more[1]))
        except RegistrationError:
            pass


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEPS, max_size=14))
def test_everybody_has_one_workshop_at_most_and_none_is_too_full(make_place, steps):
    """The journal leads to what is kept; a place is lost for another one only."""
    place = make_place(a="capacity = 1", b="capacity = 2")
    people = []
    for step in steps:
        play(place, people, step)
    before = {one: place.has(one) for one in people}
    place.desk.allocate(place.workshops)
    after = {one: place.has(one) for one in people}
    assert [one for one in people if len(after[one]) > 1] == []
    assert [one for one in people if before[one] and not after[one]] == []
    sizes = Counter(one for own in after.values() for one in own)
    assert (sizes["a"] <= 1, sizes["b"] <= 2) == (True, True)
    assert place.desk.verify() == ()
    assert place.desk.allocate(place.workshops).written == 0
