"""Who comes, and to what."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import attrs

from partenariats.model.ids import AttendeeId, AudienceId, OrganizationId, SessionId


class RegistrationState(Enum):
    """Name where a registration stands."""

    DRAFT = "draft"
    PENDING = "pending"
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    ATTENDED = "attended"
    CANCELLED = "cancelled"
    REFUSED = "refused"


@attrs.frozen(kw_only=True)
class Attendee:
    """Describe somebody who comes (schema.org attendee, Indico: registrant)."""

    id: AttendeeId
    name: str
    email: str | None = None
    organization: OrganizationId | None = None
    audience: AudienceId | None = None


@attrs.frozen(kw_only=True)
class Registration:
    """Say that an attendee asked to come; `at` has a zone."""

    attendee: AttendeeId
    state: RegistrationState
    at: datetime


@attrs.frozen(kw_only=True)
class Wish:
    """Say how much an attendee would like a workshop; rank 1 is the first choice."""

    attendee: AttendeeId
    session: SessionId
    rank: int


@attrs.frozen(kw_only=True)
class WaitlistEntry:
    """Say that an attendee waits for a place in a session, or in the event where none is named."""

    attendee: AttendeeId
    position: int
    """1 is the next to be offered a place."""
    session: SessionId | None = None


@attrs.frozen(kw_only=True)
class Allocation:
    """Give an attendee a place in a session."""

    attendee: AttendeeId
    session: SessionId


@attrs.frozen(kw_only=True)
class CheckIn:
    """Say that an attendee came, to the event or to a session; `at` has a zone."""

    attendee: AttendeeId
    at: datetime
    session: SessionId | None = None
