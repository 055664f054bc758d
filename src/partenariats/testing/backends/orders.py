"""In what order a back-end gives what it holds."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import attrs

from partenariats.model.ids import SessionId
from partenariats.model.registration.registrations import Door, quota_of
from partenariats.testing.backends.stores import (
    AT,
    WORKSHOP,
    State,
    StoreTests,
    batch,
    committed,
    person,
    place,
)


class OrderTests(StoreTests):
    """Hold the tests of positions, journal numbers and lists."""

    def test_positions_are_given_in_the_order_of_joining(self) -> None:
        """Each list counts on its own, and no position is given twice, even to who comes back."""
        with self.opened() as store:
            backend = store.instance()
            one, two, three = (person(number) for number in (3, 2, 1))
            wait = State.WAITLISTED
            first = committed(
                backend,
                batch(one, two, place(one, state=wait), place(two, state=wait)),
            )
            assert [item.position for item in first] == [1, 2]
            (other,) = committed(backend, batch(place(two, WORKSHOP, wait)))
            assert other.position == 1
            gone = attrs.evolve(first[0], state=State.CANCELLED, position=None, version=2)
            assert [item.position for item in committed(backend, batch(gone))] == [None]
            again = attrs.evolve(gone, state=wait, version=3)
            later = committed(backend, batch(three, place(three, state=wait), again))
            assert [item.position for item in later] == [3, 4]
            assert backend.quotas()[quota_of(None)].joined == 4
            assert [item.attendee for item in backend.waiting(None)] == [two.id, three.id, one.id]
            assert list(backend.waiting(WORKSHOP)) == [other]

    def test_a_position_that_was_given_is_kept(self) -> None:
        """Who is written again with its position stays where it stands."""
        with self.opened() as store:
            backend = store.instance()
            people = [person(number) for number in range(3)]
            waits = [place(one, state=State.WAITLISTED) for one in people]
            first, *others = committed(backend, batch(*people, *waits))
            alone = attrs.evolve(first, group="left", version=2)
            assert committed(backend, batch(alone)) == (alone,)
            assert list(backend.waiting(None)) == [alone, *others]
            assert backend.quotas()[quota_of(None)].joined == 3

    def test_the_journal_grows_in_the_order_of_changes(self) -> None:
        """Later changes have greater numbers, and those after a number are given from it on."""
        with self.opened() as store:
            backend = store.instance()
            people = [person(number) for number in (5, 1, 9, 3)]
            committed(backend, batch(*people[:3], Door(is_open=True)))
            (waits,) = committed(
                backend, batch(people[3], place(people[3], state=State.WAITLISTED))
            )
            entries = list(backend.journal())
            subjects = [entry.change.subject for entry in entries]
            assert subjects == [*people[:3], Door(is_open=True), people[3], waits]
            assert all(one.number < other.number for one, other in pairwise(entries))
            assert entries[0].number > 0
            assert list(backend.journal(entries[3].number)) == entries[4:]
            assert list(backend.journal(entries[-1].number)) == []

    def test_lists_have_their_orders(self) -> None:
        """Attendees come by id, registrations the event's first, offers by their end."""
        with self.opened() as store:
            backend = store.instance()
            people = [person(number) for number in (11, 2, 200)]
            ids = ["b", "a-10", "a1", "a-2", "a"]
            own = [place(people[0], SessionId(name)) for name in ids]
            offers = [
                place(one, state=State.OFFERED, until=AT + timedelta(hours=hours))
                for one, hours in zip(people, (3, 1, 2), strict=True)
            ]
            made = committed(backend, batch(*people, *own, *offers))
            assert made == (*own, *offers)
            lines = list(backend.roster())
            assert [line.attendee for line in lines] == sorted(people, key=lambda one: one.id)
            found = backend.registrations_of(people[0].id)
            assert [item.session for item in found] == [None, "a", "a-10", "a-2", "a1", "b"]
            assert next(line for line in lines if line.attendee == people[0]).registrations == found
            assert list(backend.offered()) == [offers[1], offers[2], offers[0]]
            taken = attrs.evolve(offers[1], state=State.CONFIRMED, until=None, version=2)
            committed(backend, batch(taken))
            assert list(backend.offered()) == [offers[2], offers[0]]
