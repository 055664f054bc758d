"""Changes that belong together, worked out as one batch."""

from __future__ import annotations

from pathlib import Path

import pytest

from partenariats.builtin.backends.memory import MemoryBackend
from partenariats.interfaces.options import NoOptions
from partenariats.model.registration.registrations import Capacity, Door, Registration
from partenariats.model.registration.registrations import RegistrationState as State
from partenariats.registration.plan import Occasion, Plan
from partenariats.testing.backends.desks import programme_with
from partenariats.testing.backends.stores import AT, batch, committed, person, place

LATER = AT.replace(year=2027)


@pytest.fixture
def backend():
    """Give an empty memory."""
    return MemoryBackend(NoOptions(), "example", Path())


@pytest.fixture
def make_plan(backend):
    """Give a function that makes a plan over it."""

    def make(**settings):
        looks = settings.pop("looks", True)
        event = programme_with(**settings).event
        return Plan(backend, event, Occasion(at=LATER, by="me", why="so"), looks=looks)

    return make


def test_a_plan_without_changes_is_an_empty_batch(make_plan):
    """It neither writes nor asks for anything."""
    assert make_plan().batch() == batch()


def test_a_batch_says_who_when_and_why(make_plan):
    """Each change bears the occasion; capacities and the door come before people."""
    plan = make_plan()
    plan.write_attendee(person(1))
    plan.set_door(Door(is_open=True))
    plan.set_capacity(Capacity(key="event", capacity=1))
    made = plan.batch().changes
    assert [change.subject for change in made] == [
        Door(is_open=True),
        Capacity(key="event", capacity=1),
        person(1),
    ]
    assert {(change.at, change.by, change.why) for change in made} == {(LATER, "me", "so")}


def test_two_moves_are_one_version(make_plan, backend):
    """What is moved twice is written once, and its places are counted once."""
    committed(backend, batch(person(1), place(person(1)), takes=(("event", 1),)))
    plan = make_plan()
    first = place(person(1))
    gone = place(person(1), state=State.CANCELLED)
    plan.move(first, gone)
    plan.move(gone, place(person(1), state=State.WAITLISTED))
    (change,) = plan.batch().changes
    assert (change.subject.version, change.subject.state) == (2, State.WAITLISTED)
    assert (change.subject.at, plan.batch().takes) == (LATER, (("event", -1),))


def test_no_other_step_is_planned(make_plan):
    """A move that the states do not allow is an error of ours."""
    with pytest.raises(AssertionError):
        make_plan().move(
            place(person(1), state=State.ATTENDED), place(person(1), state=State.CANCELLED)
        )


def test_a_plan_sees_what_it_takes(make_plan, backend):
    """Places that the plan takes are gone for the next it settles."""
    committed(backend, batch(Capacity(key="session:a", capacity=1)))
    plan = make_plan()
    new = [Registration(attendee=f"p-{n}", session="a", state=State.DRAFT, at=AT) for n in "12"]
    assert [plan.settle([(None, item)]) for item in new] == [True, False]
    made = plan.batch()
    assert (made.takes, made.full) == ((("session:a", 1),), (("session:a", 1),))


def test_a_plan_that_does_not_look_takes_room_for_granted(make_plan, backend):
    """The back-end tells where there is none."""
    committed(backend, batch(Capacity(key="session:a", capacity=0)))
    plan = make_plan(looks=False)
    new = Registration(attendee="p-1", session="a", state=State.DRAFT, at=AT)
    assert plan.settle([(None, new)])
    assert plan.batch().takes == (("session:a", 1),)


def test_a_group_waits_for_its_own_members_of_an_audience(make_plan, backend):
    """One student among three waits as long as there is no place for one student."""
    committed(backend, batch(Capacity(key="audience:student", capacity=0)))
    plan = make_plan()
    people = [person(1, audience="student"), person(2), person(3)]
    for one in people:
        plan.write_attendee(one)
    assert not plan.settle([(None, place(one, state=State.DRAFT, group="g")) for one in people])
    assert plan.batch().full == (("audience:student", 1),)


def test_promotion_depends_on_the_list_it_read(make_plan, backend):
    """Where room is left it fails if somebody joins, where none is, if some is given back."""
    wait = State.WAITLISTED
    committed(
        backend,
        batch(
            Capacity(key="event", capacity=1),
            person(1),
            person(2),
            place(person(1), state=wait),
            place(person(2), state=wait),
        ),
    )
    plan = make_plan()
    plan.promote(None)
    made = plan.batch()
    assert (made.queues, made.takes, made.full) == ((), (("event", 1),), (("event", 1),))
    (change,) = made.changes
    assert (change.subject.attendee, change.subject.position) == (person(1).id, None)
    full = make_plan()
    full.set_capacity(Capacity(key="event", capacity=0))
    full.promote(None)
    assert (full.batch().queues, full.batch().full) == ((), (("event", 1),))
    wide = make_plan()
    wide.set_capacity(Capacity(key="event", capacity=9))
    wide.promote(None)
    assert (wide.batch().queues, wide.batch().full) == ((("event", 2),), ())
