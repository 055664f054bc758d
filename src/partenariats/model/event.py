"""The whole event as its organiser wrote it; it may have holes."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import attrs

from partenariats.model.ids import AudienceId, EventId, OrganizationId
from partenariats.model.people import Organization, Person
from partenariats.model.places import Room, Venue
from partenariats.model.registration.settings import RegistrationSettings
from partenariats.model.sessions import Block, Day, Session, Workshop
from partenariats.model.table import Table
from partenariats.model.text import Text
from partenariats.model.themes import Theme, Topic, WorkingGroup


class Visibility(Enum):
    """Say who may read an output; a public one holds no personal data beyond the credits."""

    PUBLIC = "public"
    STAFF = "staff"


@attrs.frozen(kw_only=True)
class Audience:
    """Describe a group of people the event is for (schema.org Audience)."""

    id: AudienceId
    title: Text
    capacity: int | None = None
    """How many of them may register for the event."""


@attrs.frozen(kw_only=True)
class Revision:
    """Say how often the programme was published anew, and when last.

    `number` is the SEQUENCE and `at` the DTSTAMP of calendars (RFC 5545, 3.8.7); `at` has a zone.
    """

    number: int
    at: datetime


@attrs.frozen(kw_only=True)
class Output:
    """Ask for one publication of the programme."""

    use: str
    """Name of the exporter: `ical`."""
    to: str | None = None
    """File, or folder if it ends in `/`, below the output folder; else the exporter names it."""
    visibility: Visibility = Visibility.PUBLIC
    language: str | None = None
    """The event's where it is missing (BCP 47)."""
    options: Table = Table()


@attrs.frozen(kw_only=True)
class Ignore:
    """Silence one rule at one place, for a reason."""

    code: str
    at: str
    """The table and the id of what is excused: `sessions.diner`."""
    reason: str


@attrs.frozen(kw_only=True)
class Checks:
    """Hold what the organiser decided about checks."""

    ignore: tuple[Ignore, ...] = ()
    options: Table = Table()


@attrs.frozen(kw_only=True)
class EditionSettings:
    """Hold what the organiser decided about other editions."""

    use: str | None = None
    options: Table = Table()


@attrs.frozen(kw_only=True)
class Event:
    """Describe one gathering, one edition of a series (schema.org Event in an EventSeries)."""

    id: EventId
    title: Text
    timezone: str
    """Name in the IANA time zone database: `Europe/Paris`."""
    series: Text | None = None
    edition: int | None = None
    """Ordinal in the series: 1 for the first."""
    motto: Text | None = None
    purpose: Text | None = None
    description: Text | None = None
    language: str = "fr"
    """Language of plain texts (BCP 47)."""
    languages: tuple[str, ...] = ()
    """Every language the programme is published in; the event's own where it is missing."""
    city: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2: `FR`."""
    organizers: tuple[OrganizationId, ...] = ()
    partners: tuple[OrganizationId, ...] = ()
    audiences: tuple[Audience, ...] = ()
    expected: int | None = None
    """How many persons are expected."""
    url: str | None = None
    contact: str | None = None
    """E-mail address that attendees may write to."""
    revision: Revision | None = None

    organizations: tuple[Organization, ...] = ()
    people: tuple[Person, ...] = ()
    venues: tuple[Venue, ...] = ()
    rooms: tuple[Room, ...] = ()
    themes: tuple[Theme, ...] = ()
    topics: tuple[Topic, ...] = ()
    working_groups: tuple[WorkingGroup, ...] = ()
    days: tuple[Day, ...] = ()
    blocks: tuple[Block, ...] = ()
    sessions: tuple[Session, ...] = ()
    workshops: tuple[Workshop, ...] = ()
    outputs: tuple[Output, ...] = ()
    checks: Checks = Checks()
    registration: RegistrationSettings = RegistrationSettings()
    editions: EditionSettings = EditionSettings()
    plugins: Table = Table()
    """What plugins own: one table for each, under its name."""

    def say(self, text: Text | None, language: str | None = None) -> str:
        """Return a text in `language`, or in the event's own; nothing for no text."""
        return text.say(language or self.language, self.language) if text is not None else ""
