"""What must be true of a store before and after each thing a desk does: a model in plain sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TypeAlias

import attrs

from partenariats.interfaces.registration_backend import RegistrationBackend
from partenariats.model.ids import AttendeeId, AudienceId, SessionId
from partenariats.model.registration.registrations import (
    EVENT_QUOTA,
    Attendee,
    Registration,
    RegistrationState,
    quota_of,
    quota_of_audience,
)
from partenariats.registration.requests.request import Registered
from partenariats.registration.states import follows
from partenariats.testing.backends.stores import Backend

State = RegistrationState
Thing: TypeAlias = "tuple[AttendeeId, SessionId | None]"
PROMOTED = frozenset({State.PENDING, State.CONFIRMED, State.OFFERED})


@attrs.frozen
class Seen:
    """Hold who stands how for what, and who waits in which order."""

    attendees: Mapping[AttendeeId, Attendee]
    states: Mapping[Thing, Registration]
    waiting: Mapping[SessionId | None, tuple[tuple[Registration, ...], ...]]
    """Groups of those who wait, in their order."""
    capacities: Mapping[str, int | None]

    @classmethod
    def of(cls, backend: Backend, capacities: Mapping[str, int | None]) -> Seen:
        """Read a store."""
        lines = list(backend.roster())
        states = {
            (line.attendee.id, item.session): item for line in lines for item in line.registrations
        }
        things = {session for _, session in states}
        waiting = {
            thing: tuple(
                tuple(group)
                for _, group in groupby(
                    backend.waiting(thing), lambda item: item.group or item.attendee
                )
            )
            for thing in things
        }
        people = {line.attendee.id: line.attendee for line in lines}
        return cls(people, states, waiting, capacities)

    def audience(self, attendee: AttendeeId) -> AudienceId | None:
        """Return the audience of an attendee."""
        return self.attendees[attendee].audience

    def taken(self) -> Counter[str]:
        """Count who holds a place, anew, from nothing but the registrations."""
        return Counter(
            key
            for (attendee, session), item in self.states.items()
            if item.state.holds
            for key in _keys(session, self.audience(attendee))
        )

    def has_room(self, session: SessionId | None, group: Iterable[AudienceId | None]) -> bool:
        """Tell whether a group of these audiences fits into what is left."""
        taken = self.taken()
        wanted = Counter(key for audience in group for key in _keys(session, audience))
        limits = ((key, self.capacities.get(key), count) for key, count in wanted.items())
        return all(most is None or taken[key] + count <= most for key, most, count in limits)


def _keys(session: SessionId | None, audience: AudienceId | None) -> tuple[str, ...]:
    if session is not None:
        return (quota_of(session),)
    return (EVENT_QUOTA,) if audience is None else (EVENT_QUOTA, quota_of_audience(audience))


def check_places(before: Seen, after: Seen) -> None:
    """Fail where more places are taken than there are, unless as many were taken already."""
    was, now = before.taken(), after.taken()
    for key, count in now.items():
        most = after.capacities.get(key)
        assert most is None or count <= max(most, was[key]), (key, count, most)


def check_nobody_waits_in_vain(seen: Seen) -> None:
    """Fail where a group waits that would fit."""
    for session, groups in seen.waiting.items():
        for group in groups:
            audiences = [seen.audience(item.attendee) for item in group]
            assert not seen.has_room(session, audiences), group


def check_others(before: Seen, after: Seen, own: frozenset[AttendeeId], *, late: bool) -> None:
    """Fail where somebody who did nothing lost a place, or moved back in a list.

    `late` tells that time went by, so that offers may have expired.
    """
    for thing, now in after.states.items():
        was = before.states.get(thing)
        if thing[0] in own or was == now:
            continue
        assert was is not None, thing
        promoted = was.state is State.WAITLISTED and now.state in PROMOTED
        settled = was.state is State.DRAFT and follows(State.DRAFT, now.state)
        # where nobody else waits, whose offer expired gets another one
        expired = late and was.state is State.OFFERED and now.state in {State.WAITLISTED, *PROMOTED}
        assert promoted or settled or expired, (was, now)
    assert before.states.keys() <= after.states.keys()


def check_order(before: Seen, after: Seen) -> None:
    """Fail where who waits changes its order, or somebody is promoted out of turn.

    A group may be passed over by a smaller one, and by one of another audience.
    """
    for session, groups in before.waiting.items():
        old = [item for group in groups for item in group]
        new = [item for group in after.waiting.get(session, ()) for item in group]
        stayed = [item.attendee for item in old if waits_on(item, after)]
        assert [item.attendee for item in new[: len(stayed)]] == stayed, (session, old, new)
        for ahead, behind in _overtaken(groups, after):
            larger = len(ahead) > len(behind)
            other = _audiences(after, ahead) != _audiences(after, behind)
            assert larger or other, (ahead, behind)


def waits_on(item: Registration, after: Seen) -> bool:
    """Tell whether somebody waits at the position at which it waited before."""
    now = after.states[item.attendee, item.session]
    return (now.state, now.position) == (State.WAITLISTED, item.position)


def _overtaken(
    groups: tuple[tuple[Registration, ...], ...], after: Seen
) -> Iterator[tuple[tuple[Registration, ...], tuple[Registration, ...]]]:
    """Give each group that still waits, with one behind it that got places."""

    def state(item: Registration) -> State:
        return after.states[item.attendee, item.session].state

    for number, ahead in enumerate(groups):
        if all(waits_on(item, after) for item in ahead):
            for behind in groups[number + 1 :]:
                if all(state(item) in PROMOTED for item in behind):
                    yield ahead, behind


def _audiences(seen: Seen, group: tuple[Registration, ...]) -> Counter[AudienceId | None]:
    return Counter(seen.audience(item.attendee) for item in group)


def check_answer(
    made: tuple[Registered, ...], sessions: tuple[SessionId, ...], *, fits: bool
) -> None:
    """Fail unless each one of a request got what there was room for, all together."""
    for item in made:
        states = {own.session: own.state for own in item.registrations}
        assert list(states) == [None, *sorted(sessions)]
        if fits:
            assert states[None].holds
            assert State.DRAFT not in states.values()
        else:
            assert states == {None: State.WAITLISTED} | dict.fromkeys(sessions, State.DRAFT)
    for session in sessions:
        own = {one.state for item in made for one in item.registrations if one.session == session}
        assert len(own) == 1, "a group was torn apart"


def check_steps(backend: RegistrationBackend[object], after: int) -> int:
    """Fail where an entry of the journal is no step of the states; return the last number."""
    states: dict[Thing, State] = {}
    last = 0
    for entry in backend.journal():
        subject = entry.change.subject
        last = entry.number
        if not isinstance(subject, Registration):
            continue
        thing = (subject.attendee, subject.session)
        state = states.get(thing)
        if entry.number > after and state is not subject.state:
            assert follows(state, subject.state), (state, subject)
        states[thing] = subject.state
    return last
