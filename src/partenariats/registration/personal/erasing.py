"""Taking personal data out of everything that is kept: of one person, or when its time is over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
from partenariats.registration.personal.exports import discard
from partenariats.registration.personal.retention import is_over
from partenariats.registration.plan import Plan

AT_ONCE: Final = 10_000
"""Attendees that one batch purges: each batch goes through the whole journal."""


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


def erase(plan: Plan, attendee: Attendee) -> None:
    """Plan that nothing tells any more who an attendee is; places are given up before the event."""
    if not is_over(plan.event, plan.now):
        leave_all(plan, attendee)
    own = attendee.id
    moments = frozenset(
        entry.change.at
        for entry in plan.backend.journal()
        if entry.change.why and of_whom(entry) == own
    )
    plan.redact(attendee, Redaction(attendee=own, moments=moments))


@attrs.frozen
class Holders:
    """Hold of whom the journal tells any of some fields, with the moments of reasons given."""

    moments: Mapping[AttendeeId, frozenset[datetime]]
    people: Mapping[str, int]
    """Of how many it tells each."""

    @classmethod
    def of(cls, backend: RegistrationBackend[Any], fields: frozenset[str]) -> Holders:
        """Look through the journal once."""
        found: dict[str, set[AttendeeId]] = {name: set() for name in sorted(fields)}
        moments: dict[AttendeeId, set[datetime]] = defaultdict(set)
        for entry in backend.journal():
            subject, own = entry.change.subject, of_whom(entry)
            if own is not None and entry.change.why:
                moments[own].add(entry.change.at)
            if isinstance(subject, Attendee) and redacted(subject, fields) != subject:
                for name, holders in found.items():
                    if redacted(subject, frozenset({name})) != subject:
                        holders.add(subject.id)
        everybody = sorted(set().union(*found.values()))
        return cls(
            {own: frozenset(moments.get(own, ())) for own in everybody},
            {name: len(holders) for name, holders in found.items() if holders},
        )

    def parts(self) -> Iterator[Mapping[AttendeeId, frozenset[datetime]]]:
        """Give them some at a time, as many as one batch takes."""
        left = iter(self.moments.items())
        while part := dict(islice(left, AT_ONCE)):
            yield part


def purge(
    plan: Plan, people: Mapping[AttendeeId, frozenset[datetime]], fields: frozenset[str]
) -> None:
    """Plan that fields of some attendees are not kept any more."""
    for own, moments in people.items():
        attendee = plan.backend.attendee(own)
        if attendee is not None:
            plan.redact(attendee, Redaction(attendee=own, fields=fields, moments=moments))


def discarded(
    backend: RegistrationBackend[Any], exports: Iterable[Exported], result: Erased
) -> Erased:
    """Delete the files of exports, and say so in what became of an erasure."""
    found = list(discard(exports, backend.folder))
    return attrs.evolve(
        result,
        deleted=tuple(one for one, is_gone in found if is_gone),
        elsewhere=tuple(one for one, is_gone in found if not is_gone),
    )
