"""What one desk does between another's look and its commit."""

from __future__ import annotations

import attrs
import pytest

from partenariats.builtin.backends.memory import MemoryBackend
from partenariats.interfaces.options import NoOptions
from partenariats.model.registration.registrations import RegistrationState as State
from partenariats.registration.changing import AttendeeChange
from partenariats.registration.errors import WrongStateError
from partenariats.testing.backends.desks import desk_over, programme_with


class Meanwhile(MemoryBackend):
    """Do something else right before the next commit."""

    work = None
    commits = 0

    def commit(self, batch):
        """Let the other desk be quicker, once."""
        self.commits += 1
        work, self.work = self.work, None
        if work is not None:
            work()
        return super().commit(batch)


@pytest.fixture
def two(make_desk):
    """Give two desks over one store: what `slow.backend.work` holds is done before it commits."""

    def make(**settings):
        quick = make_desk(**settings)
        store = quick.backend._store
        backend = Meanwhile(NoOptions(), "example", quick.backend.folder, store)
        return attrs.evolve(quick, backend=backend), quick

    return make


def waiting(desk):
    """Name who waits for the event."""
    return [item.attendee for item in desk.backend.waiting(None)]


def test_a_change_of_audience_and_a_cancellation_count_every_place_once(two, enter):
    """Whoever left meanwhile cannot be changed, and its place is given back once."""
    slow, quick = two(student=1)
    (ada,) = enter(quick, "A", audience="student")
    slow.backend.work = lambda: quick.cancel(ada)
    with pytest.raises(WrongStateError):
        slow.change(ada, AttendeeChange(audience="member"))
    assert quick.verify() == ()
    assert quick.status()["audience:student"].taken == 0


def test_a_change_of_audience_and_a_promotion_count_one_audience(two, enter):
    """Whoever is promoted meanwhile takes its place in the audience it changes to."""
    slow, quick = two(capacity=1, student=1)
    (ada,), (bob,) = enter(quick, "A"), enter(quick, "B", audience="student")
    slow.backend.work = lambda: quick.cancel(ada)
    slow.change(bob, AttendeeChange(audience="member"))
    assert quick.verify() == ()
    assert (quick.status()["audience:student"].taken, waiting(quick)) == (0, [])


def test_two_places_given_back_at_once_are_for_the_two_who_wait(two, enter, states):
    """Each alone would be too few."""
    slow, quick = two(capacity=2)
    (ada,), (bob,) = enter(quick, "A"), enter(quick, "B")
    group = enter(quick, "C", "D")
    slow.backend.work = lambda: quick.cancel(bob)
    slow.cancel(ada)
    assert [states(quick, one) for one in group] == [{None: "confirmed"}] * 2


def test_places_given_back_at_once_after_fewer_were_declared(two, enter, states):
    """The first brings the count down to the capacity, the second frees a place."""
    slow, quick = two(capacity=3)
    people = [enter(quick, name)[0] for name in "ABC"]
    for desk in (slow, quick):
        desk.backend._store.quotas["event"] = attrs.evolve(quick.status()["event"], capacity=2)
    (eve,) = enter(quick, "E")
    slow.backend.work = lambda: quick.cancel(people[1])
    slow.cancel(people[0])
    assert states(quick, eve) == {None: "confirmed"}


def test_more_places_declared_while_one_is_given_back(two, enter, states):
    """Both go to those who wait."""
    slow, quick = two(capacity=1)
    (ada,), *later = (enter(quick, name) for name in "ABC")
    wider = desk_over(quick.backend, programme_with(capacity=2), quick.now)
    slow.backend.work = wider.update_capacities
    slow.cancel(ada)
    assert [states(quick, one)[None] for (one,) in later] == ["confirmed", "confirmed"]


def test_an_address_changed_while_its_holder_leaves_is_free_again(two, enter):
    """Neither the former nor the new address stays taken."""
    slow, quick = two()
    (ada,) = enter(quick, "A", email="old@example.org")
    slow.backend.work = lambda: quick.cancel(ada)
    with pytest.raises(WrongStateError):
        slow.change(ada, AttendeeChange(email="new@example.org"))
    owners = [quick.backend.owner(f"email:{name}@example.org") for name in ("old", "new")]
    assert owners == [None, None]


def test_leaving_gives_up_the_address_one_has_by_then(two, enter):
    """Somebody else may hold the former one already."""
    slow, quick = two()
    (ada,) = enter(quick, "A", email="old@example.org")

    def meanwhile():
        quick.change(ada, AttendeeChange(email="new@example.org"))
        enter(quick, "B", email="old@example.org")

    slow.backend.work = meanwhile
    slow.cancel(ada)
    assert quick.backend.owner("email:new@example.org") is None
    assert quick.backend.owner("email:old@example.org") is not None
    assert quick.verify() == ()


def test_joining_the_list_does_not_disturb_who_promotes_the_first_of_it(two, enter):
    """The place goes to the first in line, however many come after."""
    slow, quick = two(capacity=1)
    (ada,), (bob,) = enter(quick, "A"), enter(quick, "B")
    slow.backend.work = lambda: enter(quick, "C")
    changed = slow.cancel(ada)
    assert [item.attendee for item in changed if item.state is State.CONFIRMED] == [bob]
    assert (slow.backend.commits, quick.verify()) == (1, ())
