"""That several instances over one store, each in its thread, do as if they came in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Final, TypeVar

import attrs

from partenariats.interfaces.registration_backend import Committed, Declined, Outcome, Reason
from partenariats.model.registrations import Capacity, Registration, quota_of
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
    raise AssertionError("declined a thousand times")


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
        """While some register and others cancel, whoever waits is found by whoever leaves."""
        programme = programme_with(capacity=3)
        with self.opened() as store:
            desk_over(store.instance(), programme).init()

            def come_and_go(thread: int) -> None:
                with store.lent() as backend:
                    desk = desk_over(backend, programme, name=f"t{thread}")
                    for turn in range(EACH):
                        (made,) = desk.register(request_of(f"{thread}-{turn}"))
                        if (thread + turn) % 3:
                            desk.cancel(made.attendee.id)

            at_once(THREADS, come_and_go)
            backend = store.instance()
            states = Counter(item.state for line in backend.roster() for item in line.registrations)
            stayed = sum((t + n) % 3 == 0 for t in range(THREADS) for n in range(EACH))
            assert states == {
                State.CONFIRMED: 3,
                State.WAITLISTED: stayed - 3,
                State.CANCELLED: THREADS * EACH - stayed,
            }
            assert list(differences(backend)) == []
