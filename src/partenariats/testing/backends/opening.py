"""That every instance over a store sees what is in it: at once, later, after a crash."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

import pytest

from partenariats.interfaces.registration_backend import OldStoreError
from partenariats.model.ids import EventId
from partenariats.model.registration.registrations import Door
from partenariats.testing.backends.keeping import fill
from partenariats.testing.backends.stores import (
    Backend,
    State,
    StoreTests,
    batch,
    committed,
    held,
    person,
    place,
)

READS: Final[dict[str, Callable[[Backend], object]]] = {
    "commit": lambda backend: backend.commit(batch(person(1))),
    "attendee": lambda backend: backend.attendee(person(1).id),
    "registrations_of": lambda backend: backend.registrations_of(person(1).id),
    "waiting": lambda backend: list(backend.waiting(None)),
    "offered": lambda backend: list(backend.offered()),
    "roster": lambda backend: list(backend.roster()),
    "quotas": lambda backend: backend.quotas(),
    "owner": lambda backend: backend.owner("request:a"),
    "door": lambda backend: backend.door(),
    "journal": lambda backend: list(backend.journal()),
    "forget": lambda backend: backend.forget(),
}


class OpeningTests(StoreTests):
    """Hold the tests of several instances over one store."""

    is_always_ready: ClassVar[bool] = False
    """Whether there is nothing to prepare, so that there is no old store either."""

    def test_it_is_there_when_the_store_is_opened_again(self) -> None:
        """Closing and opening changes nothing; nor does preparing a store that is in use."""
        with self.opened() as store:
            backend = store.instance()
            fill(backend)
            before = held(backend, "request:a")
            store.close()
            assert held(store.instance(), "request:a") == before
            store.instance().prepare()
            assert held(store.instance(), "request:a") == before

    def test_it_is_there_after_a_crash(self) -> None:
        """What was committed is kept though nobody closed the store."""
        with self.opened() as store:
            fill(store.instance())
            before = held(store.instance(), "request:a")
            store.drop()
            assert held(store.instance(), "request:a") == before
            assert before["lines"] != ()

    def test_another_instance_sees_it_at_once(self) -> None:
        """An instance that has looked before sees what another one commits, and the other way."""
        with self.opened() as store:
            one, other = store.instance(), store.instance()
            assert held(one) == held(other)
            fill(one)
            filled = held(store.instance(), "request:a")
            assert held(other, "request:a") == filled == held(one, "request:a")
            committed(other, batch(person(9), place(person(9), state=State.WAITLISTED)))
            assert held(one) == held(other)
            assert [item.attendee for item in one.waiting(None)] == [person(9).id]

    def test_events_are_kept_apart(self) -> None:
        """Another event in the same store has the same ids, keys and names to itself."""
        with self.opened() as store:
            mine, other = store.instance(), store.instance(EventId(f"{store.event}-2"))
            nothing = held(other, "request:a")
            fill(mine)
            before = held(mine, "request:a")
            assert held(other, "request:a") == nothing
            fill(other)
            committed(other, batch(Door(is_open=False), releases=("request:a",)))
            assert held(mine, "request:a") == before

    def test_a_list_that_is_left_unread_holds_nobody_up(self) -> None:
        """While one instance reads, or has stopped reading, it and others commit."""
        with self.opened() as store:
            backend, other = store.instance(), store.instance()
            people = [person(number) for number in range(20)]
            waits = [place(one, state=State.WAITLISTED) for one in people]
            committed(backend, batch(*people, *waits))
            lists = (backend.waiting(None), backend.roster(), backend.journal())
            for reading in lists:
                next(reading)
            committed(backend, batch(person(50)))
            committed(other, batch(person(51)))
            assert len(list(backend.roster())) == 22
            del lists

    @pytest.mark.parametrize("function", READS)
    def test_a_store_that_is_not_prepared_is_told(self, function: str) -> None:
        """Every function but `prepare` raises `OldStoreError` on a store that is not prepared."""
        if self.is_always_ready:
            return
        with self.opened() as store, pytest.raises(OldStoreError):
            READS[function](store.instance(prepared=False))
