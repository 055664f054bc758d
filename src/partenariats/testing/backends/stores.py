"""Stores to try a registration back-end on, and what is put into them."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar, Final, TypeAlias
from uuid import uuid4

import attrs

from partenariats.interfaces.options import options_class
from partenariats.interfaces.registration_backend import (
    Batch,
    Committed,
    Declined,
    RegistrationBackend,
)
from partenariats.model.ids import AttendeeId, EventId, SessionId
from partenariats.model.registration.registrations import (
    Attendee,
    Change,
    Registration,
    RegistrationState,
    Subject,
)
from partenariats.testing.conformance import Conformance

Backend: TypeAlias = RegistrationBackend[Any]
State = RegistrationState

AT: Final = datetime(2026, 1, 2, 3, 4, 5, 678000, tzinfo=UTC)
WORKSHOP: Final = SessionId("workshop")


def person(number: int, **more: Any) -> Attendee:
    """Make an attendee, whose id sorts by its number."""
    own = Attendee(id=AttendeeId(f"p-{number:012x}"), name=f"Person {number}")
    return attrs.evolve(own, **more)


def place(
    attendee: Attendee,
    session: SessionId | None = None,
    state: State = State.CONFIRMED,
    **more: Any,
) -> Registration:
    """Make a registration of an attendee."""
    own = Registration(attendee=attendee.id, session=session, state=state, at=AT)
    return attrs.evolve(own, **more)


def batch(*subjects: Subject, **conditions: Any) -> Batch:
    """Make a batch of what is to be written, on some conditions."""
    changes = (Change(at=AT, by="kit", why="a test", subject=subject) for subject in subjects)
    return Batch(changes=tuple(changes), **conditions)


def committed(backend: Backend, made: Batch) -> tuple[Registration, ...]:
    """Commit a batch that nothing speaks against; return its registrations."""
    outcome = backend.commit(made)
    assert isinstance(outcome, Committed), outcome
    return outcome.registrations


def declined(backend: Backend, made: Batch) -> Declined:
    """Commit a batch that is to be declined; fail where anything of it was kept."""
    names = [*(name for name, _ in made.claims), *made.releases]
    before = held(backend, *names)
    outcome = backend.commit(made)
    assert isinstance(outcome, Declined), outcome
    assert held(backend, *names) == before, "something of a declined batch was kept"
    return outcome


def held(backend: Backend, *claims: str) -> dict[str, object]:
    """Read all that a back-end holds, and for what some names are claimed."""
    lines = tuple(backend.roster())
    things = {item.session for line in lines for item in line.registrations}
    return {
        "lines": lines,
        "waiting": {thing: tuple(backend.waiting(thing)) for thing in (*things, None)},
        "offered": tuple(backend.offered()),
        "quotas": {key: quota for key, quota in backend.quotas().items() if _says(quota)},
        "claims": {name: backend.owner(name) for name in claims},
        "door": backend.door(),
        "journal": tuple(backend.journal()),
    }


def _says(quota: Any) -> bool:
    """Tell whether a quota says more than one that is not there."""
    return quota.capacity is not None or bool(quota.taken or quota.joined)


@attrs.define
class OpenStore:
    """Hand out instances over one store, and close them."""

    make: Callable[[EventId, Path], Backend]
    event: EventId
    folder: Path
    _instances: list[Backend] = attrs.field(factory=list)

    def instance(self, event: EventId | None = None, *, prepared: bool = True) -> Backend:
        """Open the store for this thread."""
        backend = self.make(event or self.event, self.folder)
        self._instances.append(backend)
        if prepared:
            backend.prepare()
        return backend

    @contextmanager
    def lent(self) -> Generator[Backend]:
        """Open the store for a thread of its own, which closes it."""
        backend = self.make(self.event, self.folder)
        try:
            backend.prepare()
            yield backend
        finally:
            backend.close()

    def drop(self) -> None:
        """Let go of the instances without closing them, as a process that dies does."""
        self._instances.clear()

    def close(self) -> None:
        """Close the instances."""
        while self._instances:
            self._instances.pop().close()


class StoreTests(Conformance):
    """Be the base of tests that open stores."""

    backend: ClassVar[type[RegistrationBackend[Any]]]
    """The class under test; its options all have defaults."""

    def offered(self) -> type[Any]:
        """Return the class under test."""
        return self.backend

    def make_backend(self, event: EventId, folder: Path) -> Backend:
        """Make an instance for an event, over the store that belongs to a folder.

        It is called several times for one folder, and from several threads: each time with the
        same store.
        """
        return self.backend(options_class(self.backend)(), event, folder)

    @contextmanager
    def opened(self) -> Generator[OpenStore]:
        """Give a store that nobody used before, and close what was opened of it."""
        with TemporaryDirectory(prefix="partenariats-", ignore_cleanup_errors=True) as folder:
            event = EventId(f"event-{uuid4().hex[:12]}")
            store = OpenStore(self.make_backend, event, Path(folder))
            try:
                yield store
            finally:
                store.close()
