"""Taking personal data out of everything that is kept: of one person, or when its time is over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

import attrs

from partenariats.interfaces.redaction import redacted
from partenariats.interfaces.registration_backend import RegistrationBackend
from partenariats.model.ids import AttendeeId
from partenariats.model.registration.registrations import (
    Attendee,
    Exported,
    Registration,
)
from partenariats.registration.leaving import leave_all
from partenariats.registration.personal.retention import is_over
from partenariats.registration.plan import Plan

AT_ONCE: Final = 2000
"""Attendees that one batch purges: each reads the whole journal."""


@attrs.frozen(kw_only=True)
class Erased:
    """Say what became of what was kept."""

    changed: tuple[Registration, ...] = ()
    """Registrations that were cancelled for it, and those of others who got the places."""
    people: Mapping[str, int] = attrs.field(factory=dict[str, int])
    """Of how many each field was erased; without fields where it was all of one person."""
    deleted: tuple[Exported, ...] = ()
    """Exported files that held it, and are gone."""
    elsewhere: tuple[Exported, ...] = ()
    """Exports that may hold it and are not here any more: their recipients are to be told."""


def erase(plan: Plan, attendee: Attendee) -> None:
    """Plan that nothing tells any more who an attendee is; places are given up before the event."""
    if not is_over(plan.event, plan.now):
        leave_all(plan, attendee)
    plan.redact(attendee, None)


def purge(plan: Plan, attendees: Iterable[AttendeeId], fields: frozenset[str]) -> None:
    """Plan that fields of some attendees are not kept any more."""
    for one in attendees:
        attendee = plan.backend.attendee(one)
        if attendee is not None:
            plan.redact(attendee, fields)


def parts(attendees: Iterable[AttendeeId]) -> Iterator[tuple[AttendeeId, ...]]:
    """Give attendees some at a time, as many as one batch takes."""
    left = iter(attendees)
    while part := tuple(islice(left, AT_ONCE)):
        yield part


def holders(
    backend: RegistrationBackend[Any], fields: frozenset[str]
) -> tuple[dict[AttendeeId, None], Counter[str]]:
    """Return of whom the journal tells any of some fields, and how many tell each."""
    found: dict[str, dict[AttendeeId, None]] = {name: {} for name in sorted(fields)}
    for entry in backend.journal():
        subject = entry.change.subject
        if isinstance(subject, Attendee) and redacted(subject, fields) != subject:
            for name, own in found.items():
                if redacted(subject, frozenset({name})) != subject:
                    own[subject.id] = None
    everybody = {one: None for own in found.values() for one in own}
    return everybody, Counter({name: len(own) for name, own in found.items() if own})
