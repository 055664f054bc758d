"""The texts of a batch that are kept as they are."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.interfaces.registration_backend import Batch
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    Registration,
    Subject,
)


def texts_of(batch: Batch) -> Iterator[str | None]:
    """Give every text that goes to a column of its own; answers are JSON, which escapes it."""
    for pair in batch.claims:
        yield from pair
    yield from batch.releases
    for pairs in (batch.queues, batch.takes, batch.full):
        for key, _ in pairs:
            yield key
    for change in batch.changes:
        yield from _texts_of(change.subject)


def _texts_of(subject: Subject) -> tuple[str | None, ...]:
    if isinstance(subject, Attendee):
        return (subject.id, subject.name, subject.email, subject.organization, subject.audience)
    if isinstance(subject, Registration):
        return (subject.attendee, subject.session, subject.group)
    return (subject.key,) if isinstance(subject, Capacity) else ()
