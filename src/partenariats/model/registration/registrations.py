"""Who comes, and to what: attendees, their registrations, and the places there are."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Final, TypeAlias

import attrs

from partenariats.model.ids import (
    AttendeeId,
    AudienceId,
    ConsentId,
    PersonId,
    SessionId,
    ThemeId,
    WorkingGroupId,
)
from partenariats.model.registration.attendance import AttendanceLine
from partenariats.model.table import Table


class RegistrationState(Enum):
    """Name where a registration stands."""

    DRAFT = "draft"
    """Asked for and not yet decided: it waits for the registration to the event."""
    PENDING = "pending"
    """It holds a place and waits for the organiser's approval."""
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    """A place came free and is held until the offer expires."""
    ATTENDED = "attended"
    CANCELLED = "cancelled"
    REFUSED = "refused"

    @property
    def holds(self) -> bool:
        """Tell whether a registration in this state takes a place."""
        return self in _HOLDING


_HOLDING: Final = frozenset(
    {
        RegistrationState.PENDING,
        RegistrationState.CONFIRMED,
        RegistrationState.OFFERED,
        RegistrationState.ATTENDED,
    }
)


@attrs.frozen(kw_only=True)
class Wish:
    """Say how much an attendee would like a workshop, or to work on a theme."""

    rank: int
    """1 is the first choice."""
    session: SessionId | None = None
    theme: ThemeId | None = None


@attrs.frozen(kw_only=True)
class Consent:
    """Keep what somebody answered when asked for consent (GDPR, article 7)."""

    id: ConsentId
    is_given: bool
    at: datetime
    """With a zone."""
    text: str
    """The words that were shown."""


@attrs.frozen(kw_only=True)
class Attendee:
    """Describe somebody who registers (schema.org attendee, Indico: registrant)."""

    id: AttendeeId
    name: str
    email: str | None = None
    organization: str | None = None
    """As the attendee wrote it."""
    audience: AudienceId | None = None
    answers: Table = Table()
    """What was answered to the questions, by their ids."""
    person: PersonId | None = None
    """Who it is in the programme, where it speaks or facilitates."""
    wishes: tuple[Wish, ...] = ()
    working_groups: tuple[WorkingGroupId, ...] = ()
    """Those it was placed in."""
    consents: tuple[Consent, ...] = ()
    version: int = 1
    """How often it was written: 1 when it is new."""


@attrs.frozen(kw_only=True)
class Registration:
    """Say how an attendee's wish to come stands: to the event, or to one session of it."""

    attendee: AttendeeId
    session: SessionId | None
    """Nothing for the registration to the event itself."""
    state: RegistrationState
    at: datetime
    """When it came to stand so; with a zone."""
    group: str | None = None
    """Those registered together for one thing get places together."""
    position: int | None = None
    """Place in the wait list: whoever has a lower one is promoted first."""
    until: datetime | None = None
    """When an offer expires; with a zone."""
    version: int = 1
    """How often it was written: 1 when it is new."""


@attrs.frozen(kw_only=True)
class Quota:
    """Count the places of one scarce thing (pretix: quota)."""

    key: str
    """`event`, `session:ID` or `audience:ID`."""
    capacity: int | None = None
    """How many places there are; nothing where there is no limit."""
    taken: int = 0
    joined: int = 0
    """How often somebody joined its wait list; the last position that was given."""

    def has_room(self, count: int) -> bool:
        """Tell whether so many more places can be taken."""
        return self.capacity is None or self.taken + count <= self.capacity


EVENT_QUOTA: Final = "event"


def quota_of(session: SessionId | None) -> str:
    """Return the key of the places of the event, or of a session."""
    return EVENT_QUOTA if session is None else f"session:{session}"


def quota_of_audience(audience: AudienceId) -> str:
    """Return the key of the places that an audience has at the event."""
    return f"audience:{audience}"


@attrs.frozen(kw_only=True)
class Capacity:
    """Set how many places of a scarce thing there are."""

    key: str
    capacity: int | None


@attrs.frozen(kw_only=True)
class Door:
    """Open or close registration by hand; nothing leaves it to the declared dates."""

    is_open: bool | None


@attrs.frozen(kw_only=True)
class CheckIn:
    """Say that an attendee came through a door, or that this was a mistake."""

    key: str
    """Tells it from every other one, whichever door made it."""
    attendee: AttendeeId
    session: SessionId | None
    """Nothing for the event itself."""
    at: datetime
    """By the clock of the door; with a zone."""
    door: str
    undoes: str | None = None
    """The key of the one that was a mistake."""


@attrs.frozen(kw_only=True)
class Exported:
    """Say what was handed to whom."""

    recipient: str
    fields: tuple[str, ...]
    people: int
    """How many it is about."""
    file: str
    digest: str
    """SHA-256 of the file, in hexadecimal."""


Subject: TypeAlias = Attendee | Registration | Capacity | Door | CheckIn | Exported
"""What a change is about, as it is after the change; the last two are facts, which only the journal
keeps."""


@attrs.frozen(kw_only=True)
class Change:
    """Say what came to be, when, by whom and why: one entry of the journal."""

    at: datetime
    """With a zone."""
    by: str
    why: str
    subject: Subject


@attrs.frozen(kw_only=True)
class JournalEntry:
    """Hold a change that was made; later changes of a thing have greater numbers."""

    number: int
    change: Change


@attrs.frozen(kw_only=True)
class RosterLine:
    """Hold an attendee with all the registrations made for it."""

    attendee: Attendee
    registrations: tuple[Registration, ...]
    attended: tuple[AttendanceLine, ...] = ()
    """What it came to, by time; in a roster that a desk gives."""


@attrs.frozen(kw_only=True)
class Roster:
    """List who comes, and to what, as badges, sheets and letters take it."""

    lines: tuple[RosterLine, ...]
    """In the order of their names."""
