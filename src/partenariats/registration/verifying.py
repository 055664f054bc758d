"""Whether a store agrees with its journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import attrs

from partenariats.interfaces.registration_backend import RegistrationBackend
from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId, SessionId
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    Door,
    JournalEntry,
    Quota,
    Registration,
    RegistrationState,
    RosterLine,
    quota_of,
    quota_of_audience,
)
from partenariats.registration.states import follows


@attrs.frozen(kw_only=True)
class Difference:
    """Say in what the store differs from the journal, and what is wrong with the journal."""

    what: str
    """The attendee, the quota or the entry."""
    message: Message


@attrs.define
class Rebuilt:
    """Hold the state that a journal leads to."""

    attendees: dict[AttendeeId, Attendee] = attrs.field(factory=dict)
    registrations: dict[tuple[AttendeeId, SessionId | None], Registration] = attrs.field(
        factory=dict
    )
    capacities: dict[str, int | None] = attrs.field(factory=dict)
    joined: dict[str, int] = attrs.field(factory=dict)
    door: Door = Door(is_open=None)
    gaps: list[Difference] = attrs.field(factory=list)

    def add(self, entry: JournalEntry) -> None:
        """Make the change of an entry."""
        subject = entry.change.subject
        if isinstance(subject, Attendee):
            self._follow(entry, self.attendees.get(subject.id), subject)
            self.attendees[subject.id] = subject
        elif isinstance(subject, Registration):
            key = (subject.attendee, subject.session)
            self._follow(entry, self.registrations.get(key), subject)
            self.registrations[key] = subject
            if subject.position is not None:
                quota = quota_of(subject.session)
                self.joined[quota] = max(subject.position, self.joined.get(quota, 0))
        elif isinstance(subject, Capacity):
            self.capacities[subject.key] = subject.capacity
        elif isinstance(subject, Door):
            self.door = subject

    def _follow(
        self,
        entry: JournalEntry,
        before: Attendee | Registration | None,
        after: Attendee | Registration,
    ) -> None:
        what = after.id if isinstance(after, Attendee) else after.attendee
        wanted = 1 if before is None else before.version + 1
        if after.version != wanted:
            message = Message.of(
                "entry {number} is version {found}, and version {wanted} comes next",
                number=entry.number,
                found=after.version,
                wanted=wanted,
            )
            self.gaps.append(Difference(what=what, message=message))
        elif isinstance(after, Registration) and not _is_step(before, after):
            message = Message.of(
                "entry {number} makes it {state}, to which no step leads",
                number=entry.number,
                state=Message.of(after.state.value),
            )
            self.gaps.append(Difference(what=what, message=message))

    def quotas(self) -> dict[str, Quota]:
        """Count the places that are taken."""
        taken: Counter[str] = Counter()
        for item in self.registrations.values():
            if item.state.holds:
                taken[quota_of(item.session)] += 1
                attendee = self.attendees.get(item.attendee)
                if item.session is None and attendee is not None and attendee.audience is not None:
                    taken[quota_of_audience(attendee.audience)] += 1
        keys = {*taken, *self.capacities, *self.joined}
        return {
            key: Quota(
                key=key,
                capacity=self.capacities.get(key),
                taken=taken[key],
                joined=self.joined.get(key, 0),
            )
            for key in keys
        }


def _is_step(before: Attendee | Registration | None, after: Registration) -> bool:
    state = before.state if isinstance(before, Registration) else None
    return state is after.state or follows(state, after.state)


def differences(backend: RegistrationBackend[Any]) -> Iterator[Difference]:
    """Rebuild what the journal says, and give everything in which the store differs."""
    rebuilt = Rebuilt()
    for entry in backend.journal():
        rebuilt.add(entry)
    yield from rebuilt.gaps
    yield from _lines(backend, rebuilt)
    yield from _quotas(backend, rebuilt)
    if backend.door() != rebuilt.door:
        message = Message.of("the store and the journal differ on whether registration is open")
        yield Difference(what="door", message=message)


def _lines(backend: RegistrationBackend[Any], rebuilt: Rebuilt) -> Iterator[Difference]:
    attendees = dict(rebuilt.attendees)
    registrations = dict(rebuilt.registrations)
    for line in backend.roster():
        own = line.attendee.id
        if attendees.pop(own, None) != line.attendee:
            yield Difference(what=own, message=Message.of("the journal says something else of it"))
        yield from _claims(backend, line)
        for item in line.registrations:
            if registrations.pop((own, item.session), None) != item:
                message = Message.of(
                    "the journal says something else of its registration for `{thing}`",
                    thing=quota_of(item.session),
                )
                yield Difference(what=own, message=message)
    for own in attendees:
        yield Difference(what=own, message=Message.of("the journal has it, and the store has not"))
    yield from _without_attendee(backend, attendees)
    yield from _unheard_of(backend, rebuilt)
    for own, session in registrations:
        if own not in attendees:
            message = Message.of(
                "the store has lost its registration for `{thing}`", thing=quota_of(session)
            )
            yield Difference(what=own, message=message)


def _without_attendee(
    backend: RegistrationBackend[Any], lost: Iterable[AttendeeId]
) -> Iterator[Difference]:
    """Tell registrations that the store keeps of attendees it has not: they hold places."""
    for own in lost:
        for item in backend.registrations_of(own):
            message = Message.of(
                "the store keeps its registration for `{thing}`, and not the attendee",
                thing=quota_of(item.session),
            )
            yield Difference(what=own, message=message)


def _unheard_of(backend: RegistrationBackend[Any], rebuilt: Rebuilt) -> Iterator[Difference]:
    """Tell who would be promoted, or has an offer, of whom the journal says nothing at all."""
    sessions = dict.fromkeys([None, *(session for _, session in rebuilt.registrations)])
    waiting = (item for session in sessions for item in backend.waiting(session))
    for item in chain(waiting, backend.offered()):
        if item.attendee not in rebuilt.attendees:
            message = Message.of(
                "the store keeps its registration for `{thing}`, and not the attendee",
                thing=quota_of(item.session),
            )
            yield Difference(what=item.attendee, message=message)


def _claims(backend: RegistrationBackend[Any], line: RosterLine) -> Iterator[Difference]:
    """Tell an address in use that somebody else could register with."""
    email = (line.attendee.email or "").casefold()
    gone = {RegistrationState.CANCELLED, RegistrationState.REFUSED}
    is_in_use = any(one.session is None and one.state not in gone for one in line.registrations)
    if email and is_in_use and backend.owner(f"email:{email}") != line.attendee.id:
        message = Message.of("the store does not keep {email} for it alone", email=email)
        yield Difference(what=line.attendee.id, message=message)


def _quotas(backend: RegistrationBackend[Any], rebuilt: Rebuilt) -> Iterator[Difference]:
    kept = backend.quotas()
    counted = rebuilt.quotas()
    for key in sorted({*kept, *counted}):
        there, wanted = kept.get(key, Quota(key=key)), counted.get(key, Quota(key=key))
        if there != wanted:
            message = Message.of(
                "the store has {there}, the journal {wanted}",
                there=_say(there),
                wanted=_say(wanted),
            )
            yield Difference(what=key, message=message)


def _say(quota: Quota) -> Message:
    if quota.capacity is None:
        return Message.of(
            "no limit, taken: {taken}, last position: {joined}",
            taken=quota.taken,
            joined=quota.joined,
        )
    return Message.of(
        "places: {capacity}, taken: {taken}, last position: {joined}",
        capacity=quota.capacity,
        taken=quota.taken,
        joined=quota.joined,
    )
