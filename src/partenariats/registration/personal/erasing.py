"""Taking personal data out of everything that is kept: of one person, or when its time is over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any, Final

import attrs

from partenariats.interfaces.redaction import Redaction, redacted
from partenariats.interfaces.registration_backend import RegistrationBackend
from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId
from partenariats.model.registration.registrations import (
    Attendee,
    Exported,
    Registration,
)
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.leaving import leave_all
from partenariats.registration.personal.access import of_whom
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


def check_reason(attendee: Attendee, why: str) -> None:
    """Raise `InvalidRequestError` where the reason of an erasure would keep what it erases."""
    said = why.casefold()
    if any(word and word.casefold() in said for word in (attendee.name, attendee.email)):
        raise InvalidRequestError(
            "the reason names whoever is to be erased, and would stay",
            about="why",
            advice=Message.of("say it without a name"),
        )


def reasons_of(
    backend: RegistrationBackend[Any], attendees: Collection[AttendeeId]
) -> dict[AttendeeId, frozenset[datetime]]:
    """Return when reasons were given for changes of some attendees."""
    found: dict[AttendeeId, set[datetime]] = {one: set() for one in attendees}
    for entry in backend.journal():
        own = of_whom(entry)
        if own is not None and own in found and entry.change.why:
            found[own].add(entry.change.at)
    return {own: frozenset(moments) for own, moments in found.items()}


def erase(plan: Plan, attendee: Attendee) -> None:
    """Plan that nothing tells any more who an attendee is; places are given up before the event."""
    if not is_over(plan.event, plan.now):
        leave_all(plan, attendee)
    moments = reasons_of(plan.backend, (attendee.id,))
    plan.redact(attendee, Redaction(attendee=attendee.id, moments=moments[attendee.id]))


def purge(plan: Plan, attendees: Collection[AttendeeId], fields: frozenset[str]) -> None:
    """Plan that fields of some attendees are not kept any more."""
    for own, moments in reasons_of(plan.backend, attendees).items():
        attendee = plan.backend.attendee(own)
        if attendee is not None:
            plan.redact(attendee, Redaction(attendee=own, fields=fields, moments=moments))


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
