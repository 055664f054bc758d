"""Everything that is kept of one person (GDPR, article 15)."""

from __future__ import annotations

from typing import Any

import attrs

from partenariats.interfaces.registration_backend import RegistrationBackend
from partenariats.model.ids import AttendeeId
from partenariats.model.registration.registrations import (
    Attendee,
    CheckIn,
    Exported,
    JournalEntry,
    Registration,
)


@attrs.frozen(kw_only=True)
class Access:
    """Hold what is kept of an attendee."""

    attendee: Attendee
    """With answers, wishes and consents."""
    registrations: tuple[Registration, ...]
    check_ins: tuple[CheckIn, ...]
    entries: tuple[JournalEntry, ...]
    """What the journal says of the attendee."""
    exports: tuple[JournalEntry, ...]
    """What was handed out since it registered, and may hold what is kept of it."""


def access_to(backend: RegistrationBackend[Any], attendee: Attendee) -> Access:
    """Return everything that is kept of an attendee, read in one pass through the journal."""
    entries, exports = [], []
    for entry in backend.journal():
        subject = entry.change.subject
        if of_whom(entry) == attendee.id:
            entries.append(entry)
        elif entries and isinstance(subject, Exported):
            exports.append(entry)
    subjects = [entry.change.subject for entry in entries]
    return Access(
        attendee=attendee,
        registrations=backend.registrations_of(attendee.id),
        check_ins=tuple(one for one in subjects if isinstance(one, CheckIn)),
        entries=tuple(entries),
        exports=tuple(exports),
    )


def of_whom(entry: JournalEntry) -> AttendeeId | None:
    """Return whom an entry of the journal is about, if it is about somebody."""
    subject = entry.change.subject
    if isinstance(subject, Attendee):
        return subject.id
    return subject.attendee if isinstance(subject, Registration | CheckIn) else None
