"""Changes that belong together, worked out over what a back-end holds, and made as one batch."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from itertools import chain, groupby
from typing import Any, Final, TypeAlias

import attrs

from partenariats.interfaces.redaction import Redaction, redacted
from partenariats.interfaces.registration_backend import Batch, RegistrationBackend
from partenariats.model.event import Event
from partenariats.model.ids import AttendeeId, SessionId
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    Change,
    CheckIn,
    Door,
    Exported,
    Quota,
    Registration,
    RegistrationState,
    Subject,
    quota_of,
    quota_of_audience,
)
from partenariats.model.registration.settings import RegistrationSettings
from partenariats.registration.states import follows

State = RegistrationState
_AT_THE_EVENT: Final = frozenset({State.PENDING, State.CONFIRMED, State.ATTENDED})
Key: TypeAlias = "tuple[AttendeeId, SessionId | None]"


@attrs.frozen(kw_only=True)
class Occasion:
    """Say when something is done, by whom and why."""

    at: datetime
    by: str
    why: str


class Plan:
    """Collect changes; nothing is made before the batch is committed.

    A plan that does not look takes room for granted: the back-end tells where there is none.
    """

    def __init__(
        self,
        backend: RegistrationBackend[Any],
        event: Event,
        occasion: Occasion,
        *,
        looks: bool = True,
    ) -> None:
        self.backend: RegistrationBackend[Any] = backend
        self._looks = looks
        self._occasion = occasion
        self.event: Event = event
        self._attendees: dict[AttendeeId, Attendee] = {}
        self._written: dict[Key, tuple[Registration | None, Registration]] = {}
        self._own: dict[AttendeeId, dict[SessionId | None, Registration]] = defaultdict(dict)
        self._others: list[Subject] = []
        self._takes: Counter[str] = Counter()
        self._queues: dict[str, int] = {}
        self._full: dict[str, int] = {}
        self._capacities: dict[str, int | None] = {}
        self._expired: list[Key] = []
        self.claims: dict[str, str] = {}
        self.releases: list[str] = []
        self.whys: dict[AttendeeId, str] = {}
        """Why a session, or what is known of somebody, changes: beside what the occasion says."""
        self.key: str = ""
        """Of the request that is planned."""
        self._redactions: list[Redaction] = []

    @property
    def settings(self) -> RegistrationSettings:
        """Give what the organiser decided about registration."""
        return self.event.registration

    @property
    def now(self) -> datetime:
        """Give the moment at which this is done, with a zone."""
        return self._occasion.at

    @cached_property
    def quotas(self) -> Mapping[str, Quota]:
        """Give the quotas as they were when this plan first looked at them."""
        return self.backend.quotas()

    def quota(self, key: str) -> Quota:
        """Return a quota with what this plan takes of it and gives back."""
        quota = self.quotas.get(key) or Quota(key=key)
        capacity = self._capacities.get(key, quota.capacity)
        return attrs.evolve(quota, taken=quota.taken + self._takes[key], capacity=capacity)

    def attendee(self, attendee: AttendeeId) -> Attendee | None:
        """Return an attendee as this plan leaves it."""
        return self._attendees.get(attendee) or self.backend.attendee(attendee)

    def registrations_of(self, attendee: AttendeeId) -> tuple[Registration, ...]:
        """Return the registrations of an attendee as this plan leaves them."""
        there = {item.session: item for item in self.backend.registrations_of(attendee)}
        return tuple((there | self._own.get(attendee, {})).values())

    def write_attendee(self, attendee: Attendee) -> None:
        """Add an attendee, or another version of one."""
        self._attendees[attendee.id] = attendee

    def redact(self, attendee: Attendee, redaction: Redaction) -> None:
        """Take fields of an attendee, or all, out of what is kept, and out of the journal."""
        own, fields = attendee.id, redaction.fields
        for item in self.registrations_of(own) if "audience" in (fields or ()) else ():
            self.move_audience(item, attendee, attrs.evolve(attendee, audience=None))
        blank = redacted(attendee, fields)
        self.write_attendee(attrs.evolve(blank, version=attendee.version + 1))
        email = (attendee.email or "").casefold()
        if email and not blank.email and self.backend.owner(f"email:{email}") == own:
            self.releases.append(f"email:{email}")
        self._redactions.append(redaction)

    def note_export(self, exported: Exported) -> None:
        """Note what was handed to whom."""
        self._others.append(exported)

    def set_door(self, door: Door) -> None:
        """Open or close registration by hand."""
        self._others.append(door)

    def note(self, check_in: CheckIn, claim: str) -> None:
        """Enter a check-in, unless somebody has its claim."""
        self._others.append(check_in)
        self.claims[claim] = check_in.attendee

    def set_capacity(self, capacity: Capacity) -> None:
        """Set how many places of a thing there are."""
        self._others.append(capacity)
        self._capacities[capacity.key] = capacity.capacity

    def move_audience(self, item: Registration, before: Attendee, after: Attendee) -> None:
        """Let a registration to the event take its place among those of another audience."""
        if item.state.holds:
            self._takes.subtract(self._keys(item, before))
            self._takes.update(self._keys(item, after))

    def move(
        self, before: Registration | None, after: Registration, attendee: Attendee | None = None
    ) -> None:
        """Let a registration stand as `after`, which `before` becomes; count its places."""
        state = before.state if before is not None else None
        if state is not after.state and not follows(state, after.state):
            raise AssertionError((state, after.state))
        key = (after.attendee, after.session)
        first = self._written[key][0] if key in self._written else before
        held = before is not None and before.state.holds
        change = after.state.holds - held
        for quota in self._keys(after, attendee) if change else ():
            self._takes[quota] += change
        version = 1 if first is None else first.version + 1
        at = after.at if state is after.state else self._occasion.at
        written = attrs.evolve(after, version=version, at=at)
        self._written[key] = (first, written)
        self._own[after.attendee][after.session] = written

    def settle(self, group: Iterable[tuple[Registration | None, Registration]]) -> bool:
        """Give a group of new registrations for one thing places, or let all of them wait.

        Tell whether they got places.
        """
        pairs = list(group)
        lacking = self._lacking([after for _, after in pairs]) if self._looks else None
        if lacking is not None:
            self._must_be_full(*lacking)
        for before, after in pairs:
            state = self._granted(after) if lacking is None else State.WAITLISTED
            self.move(before, attrs.evolve(after, state=state, position=None, until=None))
        return lacking is None

    def expire(self, item: Registration) -> None:
        """Send somebody whose offer expired to the end of the wait list."""
        self.move(item, attrs.evolve(item, state=State.WAITLISTED, position=None, until=None))
        self._expired.append((item.attendee, item.session))

    def promote(self, session: SessionId | None) -> None:
        """Give the places of a thing that are free to those who wait for it, in their order.

        Those registered together are promoted together, or skipped where there are too few
        places for all of them.
        """
        key = quota_of(session)
        self._looks = True
        if self.quota(key).has_room(1):
            for group in self._waiting(session):
                lacking = self._lacking(group)
                if lacking is not None:
                    self._must_be_full(*lacking)
                    continue
                for item in group:
                    self._offer(item)
                self.settle_drafts(item for item in group if item.session is None)
                if not self.quota(key).has_room(1):
                    break
        if self.quota(key).has_room(1):
            # whoever joins the list meanwhile is not among those looked at
            self._queues[key] = self.quotas[key].joined if key in self.quotas else 0
        else:
            # what others give back meanwhile is for those who wait
            self._must_be_full(key, 1)

    def _must_be_full(self, key: str, count: int) -> None:
        """Demand that a quota lacks so many places in the end, because somebody waits for them."""
        self._full[key] = min(count, self._full.get(key, count))

    def batch(self) -> Batch:
        """Return everything as one batch."""
        takes = tuple(sorted((key, count) for key, count in self._takes.items() if count))
        subjects: tuple[Subject, ...] = (
            *self._others,
            *self._attendees.values(),
            *(after for _, after in self._written.values()),
        )
        return Batch(
            changes=tuple(
                Change(
                    at=self._occasion.at,
                    by=self._occasion.by,
                    why=self._why(subject),
                    subject=subject,
                )
                for subject in subjects
            ),
            claims=tuple(sorted(self.claims.items())),
            releases=tuple(sorted(set(self.releases))),
            queues=tuple(sorted(self._queues.items())),
            full=tuple(sorted(self._full.items())),
            takes=takes,
            redactions=tuple(self._redactions),
        )

    def _why(self, subject: Subject) -> str:
        """Return why something changes: what the occasion says, and what is said of the person.

        The registration to the event changes for no reason but that of the occasion.
        """
        own = None
        if isinstance(subject, Attendee):
            own = self.whys.get(subject.id)
        elif isinstance(subject, Registration) and subject.session is not None:
            own = self.whys.get(subject.attendee)
        return "; ".join(filter(None, (self._occasion.why, own)))

    def _waiting(self, session: SessionId | None) -> Iterator[list[Registration]]:
        def together(item: Registration) -> str:
            return item.group or item.attendee

        # those whose offer expired just now come last; where nobody else waits they get another
        last = (self._written[key][1] for key in self._expired if key[1] == session)
        for _, group in groupby(chain(self.backend.waiting(session), last), together):
            items = [item for item in group if self._still_waits(item)]
            if items:
                yield items

    def _still_waits(self, item: Registration) -> bool:
        written = self._written.get((item.attendee, item.session))
        return written is None or written[1].state is State.WAITLISTED

    def _offer(self, item: Registration) -> None:
        """Offer a place, or give it where none is held open; approval is asked for at once."""
        state, held = self._granted(item), self.settings.offer
        if held is None or state is State.PENDING:
            self.move(item, attrs.evolve(item, state=state, position=None))
        else:
            until = self._occasion.at + held
            self.move(item, attrs.evolve(item, state=State.OFFERED, position=None, until=until))

    def settle_drafts(self, group: Iterable[Registration]) -> None:
        """Submit what was asked for besides the event, where there is a place at it by now."""
        drafts: dict[SessionId | None, list[Registration]] = defaultdict(list)
        for item in group:
            own = self.registrations_of(item.attendee)
            if any(one.session is None and one.state in _AT_THE_EVENT for one in own):
                for one in own:
                    if one.state is State.DRAFT:
                        drafts[one.session].append(one)
        for items in drafts.values():
            self.settle((item, item) for item in items)

    def _granted(self, item: Registration) -> State:
        """Return how a registration stands that gets a place: the event's is approved first."""
        if not self.settings.approval:
            return State.CONFIRMED
        if item.session is None:
            return State.PENDING
        own = self.registrations_of(item.attendee)
        is_approved = any(one.session is None and one.state is not State.PENDING for one in own)
        return State.CONFIRMED if is_approved else State.PENDING

    def _lacking(self, group: list[Registration]) -> tuple[str, int] | None:
        """Return the quota that has too few places for a group, if any has, and how many it wants.

        Of an audience a group wants as many places as it has members of it.
        """
        wanted = Counter(key for item in group for key in self._keys(item, None))
        for key, count in wanted.items():
            if not self.quota(key).has_room(count):
                return key, count
        return None

    def _keys(self, item: Registration, attendee: Attendee | None) -> tuple[str, ...]:
        if item.session is not None:
            return (quota_of(item.session),)
        found = attendee or self.attendee(item.attendee)
        if found is None or found.audience is None:
            return (quota_of(None),)
        return (quota_of(None), quota_of_audience(found.audience))
