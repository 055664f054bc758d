"""Batches to be tried."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from partenariats.interfaces.registration_backend import Batch
from partenariats.model.ids import AttendeeId
from partenariats.model.registration.registrations import (
    Attendee,
    Change,
    Registration,
    RegistrationState,
    Subject,
)

AT = datetime(2022, 3, 1, tzinfo=UTC)


def batch(*subjects: Subject, **conditions: Any) -> Batch:
    """Make a batch of what is to be written, on some conditions."""
    changes = (Change(at=AT, by="test", why="", subject=subject) for subject in subjects)
    return Batch(changes=tuple(changes), **conditions)


def registering(number: int, name: str = "Zoé") -> Batch:
    """Register somebody for the event, as the desk does."""
    own = AttendeeId(f"p-{number:06d}")
    confirmed = RegistrationState.CONFIRMED
    return batch(
        Attendee(id=own, name=name),
        Registration(attendee=own, session=None, state=confirmed, at=AT),
        claims=((f"request:{number}", own),),
        takes=(("event", 1),),
    )
