"""That several instances over one store, each in its thread, do as if they came in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Final, TypeVar

import attrs

from partenariats.interfaces.registration_backend import Committed, Declined, Outcome, Reason
from partenariats.model.ids import AttendeeId
from partenariats.model.registration.registrations import Capacity, Registration, quota_of
from partenariats.registration.requests.request import Request
from partenariats.registration.verifying import differences
from partenariats.testing.backends.desks import desk_over, programme_with, request_of
from partenariats.testing.backends.stores import (
    WORKSHOP,
    Backend,
    State,
    StoreTests,
    batch,
    committed,
    person,
    place,
)

T = TypeVar("T")
THREADS: Final = 8
EACH: Final = 6
SEATS: Final = quota_of(WORKSHOP)


def at_once(count: int, work: Callable[[int], T]) -> list[T]:
    """Do the same in several threads that begin together; return what each one returned."""
    begin = Barrier(count)

    def started(number: int) -> T:
        begin.wait(timeout=60)
        return work(number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(started, range(count)))


def sign_up(backend: Backend, number: int) -> Registration:
    """Take a place in the workshop, or wait for one."""
    one = person(number)
    for _ in range(1000):
        (quota,) = (backend.quotas()[key] for key in (SEATS,))
        if quota.has_room(1):
            made = batch(one, place(one, WORKSHOP), takes=((SEATS, 1),))
        else:
            made = batch(one, place(one, WORKSHOP, State.WAITLISTED), full=((SEATS, 1),))
        outcome = backend.commit(made)
        if isinstance(outcome, Committed):
            return outcome.registrations[0]
        assert outcome.reason in {Reason.FULL, Reason.ROOM_LEFT}, outcome
    message = "declined a thousand times"
    raise AssertionError(message)


class IsolationTests(StoreTests):
    """Hold the tests of what happens at once."""

    def test_places_are_given_once_to_many_at_once(self) -> None:
        """As many get a place as there are, and the others wait in line, each at its position."""
        capacity = 10
        with self.opened() as store:
            committed(store.instance(), batch(Capacity(key=SEATS, capacity=capacity)))

            def some(thread: int) -> list[Registration]:
                with store.lent() as backend:
                    return [sign_up(backend, thread * EACH + n) for n in range(EACH)]

            made = [item for items in at_once(THREADS, some) for item in items]
            states = Counter(item.state for item in made)
            waiting = THREADS * EACH - capacity
            assert states == {State.CONFIRMED: capacity, State.WAITLISTED: waiting}
            places = sorted(item.position for item in made if item.position is not None)
            assert places == [*range(1, waiting + 1)]
            backend = store.instance()
            assert backend.quotas()[SEATS].taken == capacity
            assert [item.position for item in backend.waiting(WORKSHOP)] == places
            numbers = [entry.number for entry in backend.journal()]
            assert len(set(numbers)) == len(numbers) == 1 + 2 * THREADS * EACH
            assert list(differences(backend)) == []

    def test_a_name_is_claimed_by_one_of_many_at_once(self) -> None:
        """One of several batches with the same claims is committed; the others hear whose it is."""
        with self.opened() as store:
            store.instance()
            for turn in range(EACH):
                name = f"request:{turn}"

                def claim(thread: int, name: str = name, turn: int = turn) -> Outcome:
                    one = person(turn * THREADS + thread)
                    with store.lent() as backend:
                        return backend.commit(batch(one, claims=((name, f"thread-{thread}"),)))

                outcomes = at_once(THREADS, claim)
                (winner,) = (n for n, item in enumerate(outcomes) if isinstance(item, Committed))
                owners = {item.owner for item in outcomes if isinstance(item, Declined)}
                assert owners == {f"thread-{winner}"}
            assert len(list(store.instance().roster())) == EACH

    def test_a_request_that_is_sent_many_times_at_once_is_entered_once(self) -> None:
        """All get the answer that the first one got, and one attendee is there for each request."""
        programme = programme_with()
        with self.opened() as store:
            desk = desk_over(store.instance(), programme)
            desk.init()
            for turn in range(EACH):
                request = request_of("Ada", key=f"{turn}", email=f"ada.{turn}@example.org")

                def send(_thread: int, request: Request = request) -> AttendeeId:
                    with store.lent() as backend:
                        (made,) = desk_over(backend, programme).register(request)
                        return made.attendee.id

                assert len(set(at_once(THREADS, send))) == 1
            assert len(list(desk.list())) == EACH
            assert desk.verify() == ()

    def test_a_version_is_written_by_one_of_many_at_once(self) -> None:
        """Of several who change the same version one succeeds, and the others are told."""
        with self.opened() as store:
            first = person(1)
            committed(store.instance(), batch(first, place(first), takes=((quota_of(None), 1),)))
            for version in range(2, 2 + EACH):

                def write(thread: int, version: int = version) -> Outcome:
                    new = attrs.evolve(first, name=f"{thread}", version=version)
                    with store.lent() as backend:
                        return backend.commit(batch(new, place(first, version=version)))

                outcomes = at_once(THREADS, write)
                (winner,) = (n for n, item in enumerate(outcomes) if isinstance(item, Committed))
                reasons = {item.reason for item in outcomes if isinstance(item, Declined)}
                assert reasons == {Reason.STALE}
                found = store.instance().attendee(first.id)
                assert found is not None
                assert found.name == f"{winner}"
            assert list(differences(store.instance())) == []

    def test_nobody_waits_beside_a_place_that_comes_free_at_once(self) -> None:
        """While one gives the only place up, one of those who come gets it, and the others wait."""
        programme, people = programme_with(capacity=1), THREADS // 2
        with self.opened() as store:
            desk = desk_over(store.instance(), programme)
            desk.init()
            for turn in range(2 * EACH):
                (holder,) = desk.register(request_of("Holder", key=f"holder-{turn}"))

                def come_or_go(
                    thread: int, turn: int = turn, holder: AttendeeId = holder.attendee.id
                ) -> AttendeeId:
                    with store.lent() as backend:
                        own = desk_over(backend, programme, name=f"t-{turn}-{thread}")
                        if thread == turn % people:
                            own.cancel(holder)
                            return holder
                        (made,) = own.register(request_of(f"Person {thread}"))
                        return made.attendee.id

                come = [one for one in at_once(people, come_or_go) if one != holder.attendee.id]
                states = Counter(desk.show(one).registrations[0].state for one in come)
                assert states == {State.CONFIRMED: 1, State.WAITLISTED: people - 2}
                for one in come:
                    desk.cancel(one)
            assert list(differences(desk.backend)) == []
