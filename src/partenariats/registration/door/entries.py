"""Who came in: the check-ins of a journal, without those that were a mistake."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from partenariats.interfaces.registration_backend import RegistrationBackend
from partenariats.model.ids import AttendeeId
from partenariats.model.registration.registrations import CheckIn
from partenariats.registration.door.half_days import HalfDays

_AGAIN: Final = 100
"""Entries of the journal that are read again: one may come to be seen after a later one."""


def live(check_ins: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    """Return the check-ins that nobody undid, by time."""
    found = list(check_ins)
    undone = {one.undoes for one in found}
    kept = {one.key: one for one in found if one.undoes is None and one.key not in undone}
    return tuple(sorted(kept.values(), key=order))


def order(one: CheckIn) -> tuple[object, ...]:
    """Return what check-ins are sorted by: it is the same whoever sorts them."""
    return (one.at, one.key, one.attendee, one.session or "", one.door, one.undoes or "")


def twin(made: CheckIn, known: Iterable[CheckIn], half_days: HalfDays) -> CheckIn | None:
    """Return the entry of the same person to the same session, or in the same half-day, if any.

    Whoever is in a session is at the event.
    """
    occasion = half_days.occasion(made.at)
    for one in live(known):
        if made.session is not None:
            is_twin = one.session == made.session
        else:
            of_session = half_days.of_session.get(one.session) if one.session else None
            is_twin = occasion in (half_days.occasion(one.at), of_session)
        if is_twin:
            return one
    return None


class Entries:
    """Follow the check-ins that a journal holds: it is read once, then from where it ended."""

    def __init__(self, backend: RegistrationBackend[Any]) -> None:
        self._backend = backend
        self._last = 0
        self._found: dict[AttendeeId, dict[str, CheckIn]] = defaultdict(dict)

    def of(self, attendee: AttendeeId) -> tuple[CheckIn, ...]:
        """Return all that doors noted of an attendee by now, what was undone included."""
        return tuple(self.all().get(attendee, {}).values())

    def all(self) -> Mapping[AttendeeId, Mapping[str, CheckIn]]:
        """Return all that doors noted by now, by attendee and key."""
        for entry in self._backend.journal(max(0, self._last - _AGAIN)):
            self._last = max(self._last, entry.number)
            subject = entry.change.subject
            if isinstance(subject, CheckIn):
                self._found[subject.attendee][subject.key] = subject
        return self._found
