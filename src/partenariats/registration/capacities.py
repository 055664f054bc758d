"""The capacities that an event declares, as a back-end counts them."""

from __future__ import annotations

from collections.abc import Mapping

from partenariats.model.ids import SessionId
from partenariats.model.programme import Programme
from partenariats.model.registration.registrations import (
    Capacity,
    Quota,
    quota_of,
    quota_of_audience,
)
from partenariats.registration.plan import Plan


def declared(programme: Programme) -> dict[str, int | None]:
    """Return how many places of each thing an event declares, by the key of its quota."""
    event = programme.event
    found = {quota_of(None): event.registration.capacity}
    found |= {quota_of(item.id): item.session.capacity for item in programme.sessions}
    found |= {quota_of_audience(item.id): item.capacity for item in event.audiences}
    return found


def set_declared(plan: Plan, programme: Programme) -> bool:
    """Plan to set what is declared and not kept so yet; tell whether anything is.

    Whoever waits gets the new places. Where there are fewer places than are taken, nobody loses
    one, and nobody gets one before enough are given back.
    """
    kept = plan.quotas
    changed = [
        Capacity(key=key, capacity=capacity)
        for key, capacity in declared(programme).items()
        if key not in kept or kept[key].capacity != capacity
    ]
    for capacity in changed:
        plan.set_capacity(capacity)
    if any(item.key in kept for item in changed):
        ids: tuple[SessionId, ...] = tuple(programme.by_id)
        for session in (*ids, None):
            plan.promote(session)
    return bool(changed)


def outdated(
    programme: Programme, kept: Mapping[str, Quota]
) -> dict[str, tuple[int | None, int | None]]:
    """Return the capacities that are declared otherwise than kept, by key: as kept, as declared."""
    found = {}
    for key, capacity in declared(programme).items():
        there = kept[key].capacity if key in kept else None
        if there != capacity:
            found[key] = (there, capacity)
    return found
