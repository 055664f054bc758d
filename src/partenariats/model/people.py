"""Who takes part, and which bodies they come from."""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from partenariats.model.ids import OrganizationId, PersonId
from partenariats.model.text import Text


class Role(Enum):
    """Name what a person or an organization does in a session (Indico: PersonLink)."""

    SPEAKER = "speaker"
    CHAIR = "chair"
    FACILITATOR = "facilitator"
    RAPPORTEUR = "rapporteur"
    HOST = "host"
    ORGANIZER = "organizer"
    LEAD = "lead"

    # each role exists once; the hash that Enum has is computed in Python, from the name
    __hash__ = object.__hash__


@attrs.frozen(kw_only=True)
class Organization:
    """Describe a body: a union, a company, a local authority (schema.org Organization)."""

    id: OrganizationId
    name: Text
    acronym: str | None = None
    """Short form of the name, as printed: `SNDGCT`."""
    kind: str | None = None
    """What sort of body it is, in the organiser's words."""
    url: str | None = None


@attrs.frozen(kw_only=True)
class Position:
    """Say what a person is, and of which organization, until a day where it is known."""

    title: Text
    organization: OrganizationId | None = None
    until: date | None = None
    """Last day in the position (schema.org endDate)."""


@attrs.frozen(kw_only=True)
class Person:
    """Describe somebody who is named in the programme (schema.org Person)."""

    id: PersonId
    name: str
    """Given name, then family name, as the person writes it."""
    honorific: str | None = None
    """What stands before the name: `M.`, `Dr` (schema.org honorificPrefix)."""
    positions: tuple[Position, ...] = ()
    biography: Text | None = None
    url: str | None = None
    confirmed: bool | None = None
    """Whether they said yes; unknown where it is not written."""


@attrs.frozen(kw_only=True)
class Credit:
    """Give a person or an organization a role in a session; exactly one of the two is named."""

    person: PersonId | None = None
    organization: OrganizationId | None = None
    role: Role = Role.SPEAKER
    as_: Text | None = None
    """In which capacity, where it is not the person's position; `as` in the event file."""
