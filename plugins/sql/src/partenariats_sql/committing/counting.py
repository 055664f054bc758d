"""What a batch asks of the quotas, worked out over quotas that nobody else can change now."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from partenariats.interfaces.registration_backend import Batch, Declined, Reason
from partenariats.model.registration.registrations import (
    Capacity,
    Change,
    Quota,
    Registration,
    RegistrationState,
    Subject,
    quota_of,
)


def is_joining(subject: Subject) -> bool:
    """Tell whether a registration is to get a position in a wait list."""
    return (
        isinstance(subject, Registration)
        and subject.position is None
        and subject.state is RegistrationState.WAITLISTED
    )


def asked(batch: Batch) -> list[str]:
    """Return the keys of the quotas that a batch looks at or changes, in their order."""
    subjects = [change.subject for change in batch.changes]
    keys = {key for pairs in (batch.queues, batch.takes, batch.full) for key, _ in pairs}
    keys |= {item.key for item in subjects if isinstance(item, Capacity)}
    keys |= {
        quota_of(item.session)
        for item in subjects
        if isinstance(item, Registration) and is_joining(item)
    }
    return sorted(keys)


def in_doubt(batch: Batch, quotas: Mapping[str, Quota]) -> list[str]:
    """Return the keys of quotas that are full, or set anew, unless some of the taken are free."""
    wanted = {key: count for key, count in batch.takes if count > 0}
    wanted |= {key: dict(batch.takes).get(key, 0) + count for key, count in batch.full}
    able = _with_capacities(batch, quotas)
    return [
        key
        for key, quota in quotas.items()
        if able[key] != quota or (key in wanted and not quota.has_room(wanted[key]))
    ]


def declined(batch: Batch, quotas: Mapping[str, Quota]) -> Declined | None:
    """Return the first condition on quotas that is not met."""
    for key, joined in batch.queues:
        if quotas[key].joined != joined:
            return Declined(reason=Reason.QUEUE_MOVED, what=key)
    able = _with_capacities(batch, quotas)
    for key, count in batch.takes:
        if count > 0 and not able[key].has_room(count):
            return Declined(reason=Reason.FULL, what=key)
    takes = dict(batch.takes)
    for key, count in batch.full:
        if able[key].has_room(takes.get(key, 0) + count):
            return Declined(reason=Reason.ROOM_LEFT, what=key)
    return None


def counted(
    batch: Batch, quotas: Mapping[str, Quota]
) -> tuple[dict[str, Quota], tuple[Change, ...]]:
    """Return the quotas after a batch, and its changes with the positions of those who join."""
    takes = dict(batch.takes)
    after = {
        key: attrs.evolve(quota, taken=quota.taken + takes.get(key, 0))
        for key, quota in _with_capacities(batch, quotas).items()
    }
    changes = []
    for change in batch.changes:
        item = change.subject
        if isinstance(item, Registration) and is_joining(item):
            quota = after[quota_of(item.session)]
            after[quota.key] = attrs.evolve(quota, joined=quota.joined + 1)
            placed = attrs.evolve(item, position=quota.joined + 1)
            changes.append(attrs.evolve(change, subject=placed))
        else:
            changes.append(change)
    return after, tuple(changes)


def _with_capacities(batch: Batch, quotas: Mapping[str, Quota]) -> dict[str, Quota]:
    after = dict(quotas)
    for change in batch.changes:
        item = change.subject
        if isinstance(item, Capacity):
            after[item.key] = attrs.evolve(after[item.key], capacity=item.capacity)
    return after
