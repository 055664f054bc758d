"""On what conditions a batch is committed, and that nothing of it is kept otherwise."""

from __future__ import annotations

from typing import Any, Final

import attrs
import pytest

from partenariats.interfaces.registration_backend import Batch, Reason
from partenariats.model.ids import SessionId
from partenariats.model.registration.registrations import Capacity, quota_of
from partenariats.testing.backends.stores import (
    WORKSHOP,
    Backend,
    State,
    StoreTests,
    batch,
    committed,
    declined,
    person,
    place,
)

EVENT: Final = quota_of(None)
SEATS: Final = quota_of(WORKSHOP)
OTHER: Final = quota_of(SessionId("other"))
ONE, TWO, THREE = person(1), person(2), person(3)


def set_up(backend: Backend) -> None:
    """Fill the workshop, let somebody wait for it, and leave one place at the event."""
    committed(
        backend,
        batch(
            Capacity(key=EVENT, capacity=3),
            Capacity(key=SEATS, capacity=1),
            ONE,
            TWO,
            place(ONE),
            place(TWO),
            place(ONE, WORKSHOP),
            place(TWO, WORKSHOP, State.WAITLISTED),
            claims=(("request:first", "digest"),),
            takes=((EVENT, 2), (SEATS, 1)),
        ),
    )


WRONG: Final[dict[Reason, dict[str, Any]]] = {
    Reason.CLAIMED: {"claims": (("request:first", "another"), ("request:new", "new"))},
    Reason.STALE: {},
    Reason.QUEUE_MOVED: {"queues": ((SEATS, 0),)},
    Reason.FULL: {"takes": ((EVENT, 1), (SEATS, 1))},
    Reason.ROOM_LEFT: {"full": ((OTHER, 1),)},
}
"""Conditions that the store of `set_up` does not meet, in the order in which they are looked at."""
WHAT: Final = dict(
    zip(Reason, ("request:first", ONE.id, SEATS, SEATS, OTHER), strict=True),
)
ORDER: Final = list(Reason)


def wrong(*reasons: Reason) -> Batch:
    """Make a batch that does not meet some conditions."""
    stale = [ONE] if Reason.STALE in reasons else []
    conditions = {key: value for reason in reasons for key, value in WRONG[reason].items()}
    return batch(THREE, place(THREE), *stale, Capacity(key=OTHER, capacity=None), **conditions)


class ConditionTests(StoreTests):
    """Hold the tests of the conditions of a batch."""

    @pytest.mark.parametrize("reason", ORDER)
    def test_a_condition_that_is_not_met_declines_the_whole_batch(self, reason: Reason) -> None:
        """A batch that fails one condition is declined for it, and nothing of it is kept."""
        with self.opened() as store:
            backend = store.instance()
            set_up(backend)
            found = declined(backend, wrong(reason))
            owner = "digest" if reason is Reason.CLAIMED else None
            assert (found.reason, found.what, found.owner) == (reason, WHAT[reason], owner)

    @pytest.mark.parametrize("number", range(len(ORDER) - 1))
    def test_conditions_are_looked_at_in_their_order(self, number: int) -> None:
        """Where several conditions are not met, the first of them is told."""
        with self.opened() as store:
            backend = store.instance()
            set_up(backend)
            assert declined(backend, wrong(*ORDER[number:])).reason is ORDER[number]

    def test_a_batch_whose_conditions_are_met_is_committed(self) -> None:
        """Claims, versions, queues, takes and `full` that fit the store decline nothing."""
        with self.opened() as store:
            backend = store.instance()
            set_up(backend)
            fits = batch(
                THREE,
                place(THREE),
                attrs.evolve(TWO, name="Two", version=2),
                claims=(("request:third", "digest"),),
                queues=((OTHER, 0), (SEATS, 1)),
                takes=((EVENT, 1),),
                full=((EVENT, 1), (SEATS, 1)),
            )
            committed(backend, fits)
            assert backend.quotas()[EVENT].taken == 3

    def test_a_name_is_claimed_once(self) -> None:
        """A claim stands until it is released; one batch may release a name and claim it anew."""
        with self.opened() as store:
            backend = store.instance()
            committed(backend, batch(ONE, claims=(("email:a", "one"), ("email:b", "one"))))
            again = declined(backend, batch(TWO, claims=(("email:b", "two"), ("email:c", "two"))))
            assert (again.what, again.owner) == ("email:b", "one")
            committed(backend, batch(TWO, claims=(("email:b", "two"),), releases=("email:b",)))
            committed(backend, batch(THREE, releases=("email:a", "email:never")))
            owners = [backend.owner(f"email:{name}") for name in ("a", "b", "c")]
            assert owners == [None, "two", None]
            committed(backend, batch(person(4), claims=(("email:a", "four"),)))
            assert backend.owner("email:a") == "four"

    @pytest.mark.parametrize(("there", "given"), [(0, 2), (1, 1), (1, 3), (2, 1), (2, 2), (2, 4)])
    def test_a_version_that_does_not_follow_is_stale(self, there: int, given: int) -> None:
        """Of an attendee or a registration only the next version is kept; 1 is new."""
        with self.opened() as store:
            backend = store.instance()
            committed(backend, batch(TWO))
            for version in range(1, there + 1):
                committed(
                    backend,
                    batch(
                        attrs.evolve(ONE, version=version),
                        place(TWO, WORKSHOP, version=version),
                    ),
                )
            for subject in (attrs.evolve(ONE, version=given), place(TWO, WORKSHOP, version=given)):
                found = declined(backend, batch(THREE, subject))
                assert found.reason is Reason.STALE
            following = attrs.evolve(ONE, name="Next", version=there + 1)
            committed(backend, batch(following, place(TWO, WORKSHOP, version=there + 1)))
            assert backend.attendee(ONE.id) == following

    def test_a_wait_list_that_somebody_joined_has_moved(self) -> None:
        """`queues` holds as long as nobody joins; who leaves does not move a list."""
        with self.opened() as store:
            backend = store.instance()
            (waits,) = committed(
                backend, batch(ONE, place(ONE, state=State.WAITLISTED), queues=((EVENT, 0),))
            )
            moved = declined(backend, batch(TWO, queues=((EVENT, 0),)))
            assert (moved.reason, moved.what) == (Reason.QUEUE_MOVED, EVENT)
            leaves = attrs.evolve(waits, state=State.CANCELLED, position=None, version=2)
            committed(backend, batch(leaves, queues=((EVENT, 1),)))
            committed(backend, batch(TWO, queues=((EVENT, 1), (SEATS, 0))))

    def test_no_more_places_are_taken_than_there_are(self) -> None:
        """The last place is taken, and the one after it is not; zero places are none."""
        with self.opened() as store:
            backend = store.instance()
            committed(backend, batch(*(Capacity(key=key, capacity=2) for key in (EVENT, SEATS))))
            assert declined(backend, batch(ONE, takes=((EVENT, 3),))).what == EVENT
            committed(backend, batch(ONE, takes=((EVENT, 1),)))
            assert declined(backend, batch(TWO, takes=((EVENT, 2),))).reason is Reason.FULL
            both = declined(backend, batch(TWO, takes=((EVENT, 1), (SEATS, 3))))
            assert (both.reason, both.what) == (Reason.FULL, SEATS)
            committed(backend, batch(TWO, takes=((EVENT, 1), (SEATS, 2))))
            assert declined(backend, batch(THREE, takes=((EVENT, 1),))).reason is Reason.FULL
            taken = {key: backend.quotas()[key].taken for key in (EVENT, SEATS)}
            assert taken == {EVENT: 2, SEATS: 2}
            committed(backend, batch(Capacity(key=OTHER, capacity=0)))
            assert declined(backend, batch(THREE, takes=((OTHER, 1),))).what == OTHER

    def test_places_without_a_limit_are_counted(self) -> None:
        """A quota that no capacity was set for has no limit, nor one whose limit was taken away."""
        with self.opened() as store:
            backend = store.instance()
            committed(backend, batch(ONE, takes=((EVENT, 500),)))
            committed(backend, batch(Capacity(key=EVENT, capacity=1)))
            assert declined(backend, batch(TWO, takes=((EVENT, 1),))).what == EVENT
            committed(backend, batch(Capacity(key=EVENT, capacity=None)))
            committed(backend, batch(TWO, takes=((EVENT, 1),)))
            found = backend.quotas()[EVENT]
            assert (found.capacity, found.taken) == (None, 501)

    def test_a_batch_without_changes_is_made_whole(self) -> None:
        """A batch may only claim and take: it does both, or neither where there is no room."""
        with self.opened() as store:
            backend = store.instance()
            committed(backend, batch(Capacity(key=EVENT, capacity=1)))
            committed(backend, batch(claims=(("request:a", "one"),), takes=((EVENT, 1),)))
            declined(backend, batch(claims=(("request:b", "two"),), takes=((EVENT, 1),)))
            owners = [backend.owner(f"request:{name}") for name in ("a", "b")]
            assert (owners, backend.quotas()[EVENT].taken) == (["one", None], 1)

    def test_places_are_given_back_in_any_case(self) -> None:
        """Where the capacity was set below what is taken, places come back and none is given."""
        with self.opened() as store:
            backend = store.instance()
            committed(backend, batch(Capacity(key=EVENT, capacity=4), ONE, takes=((EVENT, 4),)))
            committed(backend, batch(Capacity(key=EVENT, capacity=1)))
            committed(backend, batch(TWO, takes=((EVENT, -2), (SEATS, 1))))
            assert declined(backend, batch(THREE, takes=((EVENT, 1),))).reason is Reason.FULL
            committed(backend, batch(THREE, takes=((EVENT, -2), (SEATS, -1))))
            committed(backend, batch(person(4), takes=((EVENT, 1),)))
            taken = {key: backend.quotas()[key].taken for key in (EVENT, SEATS)}
            assert taken == {EVENT: 1, SEATS: 0}

    def test_capacities_of_a_batch_count_for_its_own_places(self) -> None:
        """Places are taken, or lacking, by the capacity that the same batch sets."""
        with self.opened() as store:
            backend = store.instance()
            few, many = (Capacity(key=EVENT, capacity=count) for count in (1, 2))
            committed(backend, batch(few, ONE, takes=((EVENT, 1),)))
            committed(backend, batch(many, TWO, takes=((EVENT, 1),), full=((EVENT, 1),)))
            assert declined(backend, batch(few, THREE, takes=((EVENT, 1),))).what == EVENT
            assert backend.quotas()[EVENT].capacity == 2
            more = Capacity(key=EVENT, capacity=3)
            room = declined(backend, batch(more, THREE, full=((EVENT, 1),)))
            assert room.reason is Reason.ROOM_LEFT

    def test_nobody_is_made_to_wait_where_there_is_room(self) -> None:
        """`full` counts what the batch takes and gives back, and how many would come together."""
        with self.opened() as store:
            backend = store.instance()
            committed(backend, batch(Capacity(key=EVENT, capacity=3), ONE, takes=((EVENT, 2),)))
            waits = place(TWO, state=State.WAITLISTED)
            room = declined(backend, batch(TWO, waits, full=((EVENT, 1),)))
            assert (room.reason, room.what) == (Reason.ROOM_LEFT, EVENT)
            freed = batch(TWO, waits, takes=((EVENT, -1),), full=((EVENT, 2),))
            assert declined(backend, freed).reason is Reason.ROOM_LEFT
            endless = declined(backend, batch(TWO, waits, full=((SEATS, 99),)))
            assert (endless.reason, endless.what) == (Reason.ROOM_LEFT, SEATS)
            committed(backend, batch(TWO, waits, full=((EVENT, 2),)))
            committed(backend, batch(THREE, takes=((EVENT, 1),), full=((EVENT, 1),)))
