"""What others do between the plan of an allocation and its commit."""

from __future__ import annotations

import attrs
import pytest

from partenariats.builtin.backends.memory import MemoryBackend
from partenariats.interfaces.options import NoOptions
from partenariats.registration.wishes.terms import AllocationTerms


class Meanwhile(MemoryBackend):
    """Do something else right before the next commit."""

    work = None

    def commit(self, batch):
        """Let the other desk be quicker, once."""
        work, self.work = self.work, None
        if work is not None:
            work()
        return super().commit(batch)


@pytest.fixture
def slow(place):
    """Give a desk over the same store: what `backend.work` holds is done before it commits."""
    store = place.desk.backend._store
    backend = Meanwhile(NoOptions(), "rencontres", place.desk.backend.folder, store)
    return attrs.evolve(place.desk, backend=backend)


def test_whoever_leaves_meanwhile_gets_no_place(place, slow):
    """The allocation is worked out anew, without it."""
    ada, bob = place.enter("Ada", "a"), place.enter("Bob", "a")
    slow.backend.work = lambda: place.desk.cancel(ada)
    done = slow.allocate(place.workshops)
    assert place.stands(ada) == {None: "cancelled"}
    assert (place.has(bob), list(done.whys)) == (["a"], [bob])
    assert place.desk.verify() == ()


def test_whoever_leaves_meanwhile_is_in_no_working_group(place, slow):
    """So it is with groups, whose places no quota counts."""
    ada = place.enter("Ada", ("eau",))
    slow.backend.work = lambda: place.desk.cancel(ada)
    slow.allocate(place.groups)
    assert place.desk.show(ada).attendee.working_groups == ()


def test_whoever_was_to_be_moved_and_leaves_meanwhile_is_gone(place, slow):
    """It has neither the former place nor the new one."""
    ada = place.enter("Ada", "ba", sessions=("a",))
    slow.backend.work = lambda: place.desk.cancel(ada)
    slow.allocate(place.workshops, AllocationTerms(afresh=True))
    assert place.has(ada) == []
    assert place.desk.verify() == ()


def test_whoever_leaves_meanwhile_makes_room_for_others(place, slow):
    """The place is given to the next, in the same run."""
    place.enter("Ada", "a", sessions=("a",))
    bob, cleo = place.enter("Bob", "a"), place.enter("Cleo", "a")
    slow.backend.work = lambda: place.desk.cancel(bob)
    done = slow.allocate(place.workshops)
    assert (place.has(cleo), done.report.unplaced) == (["a"], ())


def test_a_place_that_is_taken_meanwhile_is_not_given_twice(place, slow):
    """Whoever registered for it keeps it, and the others get their next wish."""
    people = [place.enter(name, "ab") for name in ("Ada", "Bob")]
    slow.backend.work = lambda: place.enter("Cleo", sessions=("a",))
    slow.allocate(place.workshops)
    assert sorted(place.has(one) for one in people) == [["a"], ["b"]]
    assert place.desk.status()["session:a"].taken == 2
    assert place.desk.verify() == ()


def test_two_runs_at_once_do_not_fill_a_working_group_twice(place, slow):
    """The second sees whom the first placed."""
    people = [place.enter(name) for name in ("Ada", "Bob", "Cleo", "Dan")]
    first, second = (dict.fromkeys(pair, "eau") for pair in (people[:2], people[2:]))
    slow.backend.work = lambda: place.desk.allocate(place.groups, AllocationTerms(must=first))
    with pytest.raises(Exception, match="has places for 2"):
        slow.allocate(place.groups, AllocationTerms(must=second))
    groups = [place.desk.show(one).attendee.working_groups for one in people]
    assert groups == [("g-eau",), ("g-eau",), (), ()]
