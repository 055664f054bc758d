"""What an import would do: an estimate, for others may register meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from partenariats.model.ids import SessionId
from partenariats.model.registration.registrations import Quota, quota_of, quota_of_audience
from partenariats.registration.desk import RegistrationDesk
from partenariats.registration.entering import Entry, email_taken, full, request_claim
from partenariats.registration.sessions import Sessions
from partenariats.registration.sheets.importing import Fate, Outcome, is_there, outcome_of, used
from partenariats.registration.sheets.reading import Sheet, SheetRequest


def estimate(desk: RegistrationDesk, sheet: Sheet) -> Iterator[Outcome]:
    """Give what importing a sheet would lead to now; register nobody.

    Places are counted as they are free now, and taken in the order of the sheet. Raise
    `ClosedError` where registration is closed.
    """
    desk.check_open()
    sessions = Sessions.of(desk.programme)
    places = _Places(quotas=desk.status())
    for item in sheet.requests:
        key = item.request.key or ""
        entry = Entry.of(desk.programme, sessions, item.request, key)
        owner = desk.backend.owner(request_claim(key))
        if is_there(desk, item) or owner == entry.digest:
            yield outcome_of(item, Fate.ALREADY_THERE)
        elif owner is not None:
            yield outcome_of(item, Fate.REFUSED, used())
        else:
            yield _weigh(desk, item, entry, places)


@attrs.define(kw_only=True)
class _Places:
    """Count the places that are left when those before in the sheet have theirs."""

    quotas: Mapping[str, Quota]
    taken: Counter[str] = attrs.field(factory=Counter)

    def take(self, wanted: Counter[str]) -> bool:
        """Take places of every quota, or of none; tell whether they were taken."""
        fits = all(
            self.quotas.get(key, Quota(key=key)).has_room(self.taken[key] + count)
            for key, count in wanted.items()
        )
        if fits:
            self.taken.update(wanted)
        return fits


def _weigh(desk: RegistrationDesk, item: SheetRequest, entry: Entry, places: _Places) -> Outcome:
    for attendee in entry.attendees:
        email = f"email:{(attendee.email or '').casefold()}"
        owner = desk.backend.owner(email) if attendee.email else None
        if owner is not None:
            return outcome_of(item, Fate.REFUSED, email_taken(attendee.email or ""))
    before = places.taken.copy()
    waits_for: list[SessionId | None] = []
    for session, wanted in _wanted(entry).items():
        has_place = None not in waits_for and places.take(wanted)
        if not has_place and not entry.may_wait:
            places.taken = before
            return outcome_of(item, Fate.REFUSED, full(quota_of(session)))
        if not has_place:
            waits_for.append(session)
    fate = Fate.WAITING if waits_for else Fate.REGISTERED
    return attrs.evolve(outcome_of(item, fate), waits_for=tuple(waits_for))


def _wanted(entry: Entry) -> dict[SessionId | None, Counter[str]]:
    """Return how many places of each quota a request takes, by thing, the event first."""
    audiences = (one.audience for one in entry.attendees if one.audience is not None)
    wanted: dict[SessionId | None, Counter[str]] = {
        None: Counter(map(quota_of_audience, audiences))
    }
    wanted[None][quota_of(None)] = len(entry.attendees)
    for sessions in entry.wanted.values():
        for session in sessions:
            wanted.setdefault(session, Counter())[quota_of(session)] += 1
    return wanted
