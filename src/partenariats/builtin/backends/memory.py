"""Registrations that last as long as their process: for tests and previews."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Lock

import attrs

from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.redaction import redacting
from partenariats.interfaces.registration_backend import (
    Batch,
    Committed,
    Declined,
    Outcome,
    Reason,
    RegistrationBackend,
)
from partenariats.model.ids import AttendeeId, EventId, SessionId
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    Change,
    Door,
    JournalEntry,
    Quota,
    Registration,
    RegistrationState,
    RosterLine,
    quota_of,
)


@attrs.define
class Store:
    """Hold what was committed; instances that share it share their registrations."""

    lock: Lock = attrs.field(factory=Lock)
    attendees: dict[AttendeeId, Attendee] = attrs.field(factory=dict)
    registrations: dict[AttendeeId, dict[SessionId | None, Registration]] = attrs.field(
        factory=dict
    )
    quotas: dict[str, Quota] = attrs.field(factory=dict)
    claims: dict[str, str] = attrs.field(factory=dict)
    journal: list[JournalEntry] = attrs.field(factory=list)
    door: Door = Door(is_open=None)
    waiting: dict[SessionId | None, dict[AttendeeId, Registration]] = attrs.field(factory=dict)
    offered: dict[tuple[AttendeeId, SessionId | None], Registration] = attrs.field(factory=dict)


class MemoryBackend(RegistrationBackend[NoOptions]):
    """Keep registrations in memory."""

    name = "memory"
    summary = "in memory, for tests and previews: gone when the command ends"

    def __init__(
        self, options: NoOptions, event: EventId, folder: Path, store: Store | None = None
    ) -> None:
        super().__init__(options, event, folder)
        self._store = store if store is not None else Store()

    def prepare(self) -> None:
        """Do nothing: memory is always ready."""

    def commit(self, batch: Batch) -> Outcome:
        """Make all changes of a batch, or none of them."""
        with self._store.lock:
            declined = self._declined(batch)
            if declined is not None:
                return declined
            for name in batch.releases:
                self._store.claims.pop(name, None)
            self._store.claims.update(batch.claims)
            for key, count in batch.takes:
                quota = self._quota(key)
                self._store.quotas[key] = attrs.evolve(quota, taken=quota.taken + count)
            if batch.redactions:
                self._redact(batch)
            changes = [self._make(change) for change in batch.changes]
        subjects = (change.subject for change in changes)
        return Committed(tuple(item for item in subjects if isinstance(item, Registration)))

    def _redact(self, batch: Batch) -> None:
        redact = redacting(batch.redactions)
        self._store.journal[:] = [
            attrs.evolve(entry, change=redact(entry.change)) for entry in self._store.journal
        ]

    def _quota(self, key: str) -> Quota:
        return self._store.quotas.get(key) or Quota(key=key)

    def _declined(self, batch: Batch) -> Declined | None:
        return self._claimed(batch) or self._stale(batch) or self._crowded(batch)

    def _claimed(self, batch: Batch) -> Declined | None:
        for name, _ in batch.claims:
            owner = self._store.claims.get(name)
            if owner is not None and name not in batch.releases:
                return Declined(reason=Reason.CLAIMED, what=name, owner=owner)
        return None

    def _stale(self, batch: Batch) -> Declined | None:
        for change in batch.changes:
            subject = change.subject
            if isinstance(subject, Attendee | Registration) and not self._is_next(subject):
                what = subject.id if isinstance(subject, Attendee) else subject.attendee
                return Declined(reason=Reason.STALE, what=what)
        return None

    def _crowded(self, batch: Batch) -> Declined | None:
        for key, joined in batch.queues:
            if self._quota(key).joined != joined:
                return Declined(reason=Reason.QUEUE_MOVED, what=key)
        subjects = [change.subject for change in batch.changes]
        capacities = {item.key: item.capacity for item in subjects if isinstance(item, Capacity)}
        for key, count in batch.takes:
            if count > 0 and not self._has_room(key, count, capacities):
                return Declined(reason=Reason.FULL, what=key)
        taken = dict(batch.takes)
        for key, count in batch.full:
            if self._has_room(key, taken.get(key, 0) + count, capacities):
                return Declined(reason=Reason.ROOM_LEFT, what=key)
        return None

    def _has_room(self, key: str, count: int, capacities: Mapping[str, int | None]) -> bool:
        """Tell whether places can be taken once the batch has set its capacities."""
        quota = self._quota(key)
        capacity = capacities.get(key, quota.capacity)
        return attrs.evolve(quota, capacity=capacity).has_room(count)

    def _is_next(self, subject: Attendee | Registration) -> bool:
        there: Attendee | Registration | None
        if isinstance(subject, Attendee):
            there = self._store.attendees.get(subject.id)
        else:
            there = self._store.registrations.get(subject.attendee, {}).get(subject.session)
        return subject.version == (1 if there is None else there.version + 1)

    def _make(self, change: Change) -> Change:
        """Keep what a change says, and enter it in the journal."""
        subject = change.subject
        if isinstance(subject, Attendee):
            self._store.attendees[subject.id] = subject
        elif isinstance(subject, Registration):
            subject = self._placed(subject)
            change = attrs.evolve(change, subject=subject)
            self._keep(subject)
        elif isinstance(subject, Capacity):
            quota = self._quota(subject.key)
            self._store.quotas[subject.key] = attrs.evolve(quota, capacity=subject.capacity)
        elif isinstance(subject, Door):
            self._store.door = subject
        self._store.journal.append(JournalEntry(number=len(self._store.journal) + 1, change=change))
        return change

    def _keep(self, subject: Registration) -> None:
        own = self._store.registrations.setdefault(subject.attendee, {})
        own[subject.session] = subject
        key = (subject.attendee, subject.session)
        waiting = self._store.waiting.setdefault(subject.session, {})
        waiting.pop(subject.attendee, None)
        self._store.offered.pop(key, None)
        if subject.state is RegistrationState.WAITLISTED:
            waiting[subject.attendee] = subject
        elif subject.state is RegistrationState.OFFERED:
            self._store.offered[key] = subject

    def _placed(self, registration: Registration) -> Registration:
        """Give who joins a wait list the next position in it."""
        waits = registration.state is RegistrationState.WAITLISTED
        if not waits or registration.position is not None:
            return registration
        quota = self._quota(quota_of(registration.session))
        self._store.quotas[quota.key] = attrs.evolve(quota, joined=quota.joined + 1)
        return attrs.evolve(registration, position=quota.joined + 1)

    def attendee(self, attendee: AttendeeId) -> Attendee | None:
        """Return an attendee."""
        return self._store.attendees.get(attendee)

    def registrations_of(self, attendee: AttendeeId) -> tuple[Registration, ...]:
        """Return the registrations of an attendee, the one to the event first, then by session."""
        with self._store.lock:
            own = self._store.registrations.get(attendee, {})
            return tuple(own[session] for session in sorted(own, key=lambda s: s or ""))

    def waiting(self, session: SessionId | None) -> Iterator[Registration]:
        """Give those waitlisted for the event or a session, by position."""
        with self._store.lock:
            found = list(self._store.waiting.get(session, {}).values())
        yield from sorted(found, key=lambda item: item.position or 0)

    def offered(self) -> Iterator[Registration]:
        """Give the registrations to which a place is offered, by the end of the offer."""
        with self._store.lock:
            found = list(self._store.offered.values())
        yield from sorted(found, key=lambda item: (item.until or item.at, item.attendee))

    def roster(self) -> Iterator[RosterLine]:
        """Give every attendee with its registrations, by id."""
        for attendee in sorted(self._store.attendees.copy()):
            found = self._store.attendees[attendee]
            yield RosterLine(attendee=found, registrations=self.registrations_of(attendee))

    def quotas(self) -> Mapping[str, Quota]:
        """Return the counted places, by key."""
        return self._store.quotas.copy()

    def owner(self, claim: str) -> str | None:
        """Return what a name is claimed for."""
        return self._store.claims.get(claim)

    def door(self) -> Door:
        """Return whether registration was opened or closed by hand."""
        return self._store.door

    def journal(self, after: int = 0) -> Iterator[JournalEntry]:
        """Give the entries with greater numbers, in the order of their numbers."""
        yield from self._store.journal[after:]

    def forget(self) -> None:
        """Do nothing: memory has no files, and holds nothing that was replaced."""

    def close(self) -> None:
        """Let go of the store."""
