"""What is asked of a desk."""

from __future__ import annotations

import attrs

from partenariats.model.ids import AudienceId, ConsentId, PersonId, SessionId
from partenariats.model.registration.registrations import Attendee, Registration
from partenariats.model.table import Table


@attrs.frozen
class ConsentAnswer:
    """Say that somebody gives a consent, or does not or no longer."""

    id: ConsentId
    is_given: bool


@attrs.frozen(kw_only=True)
class Entrant:
    """Describe somebody who is to be registered."""

    name: str
    email: str | None = None
    organization: str | None = None
    audience: AudienceId | None = None
    sessions: tuple[SessionId, ...] = ()
    """Sessions and workshops to register for, besides the event."""
    answers: Table = Table()
    """What is answered to the questions, by their ids."""
    person: PersonId | None = None
    """Who it is in the programme, where it speaks or facilitates."""
    wishes: tuple[str, ...] = ()
    """Ids of workshops and themes that it would like, the first choice first."""
    consents: tuple[ConsentAnswer, ...] = ()
    """Those that were answered; whoever says nothing gives none."""


@attrs.frozen(kw_only=True)
class Request:
    """Ask for the registration of one or several persons, who get places together."""

    entrants: tuple[Entrant, ...]
    key: str | None = None
    """Whoever sends a request of the same key again gets the same answer, and is registered once.

    A new one where it is missing.
    """
    code: str | None = None
    """What opens registration where access is by code."""


@attrs.frozen(kw_only=True)
class Registered:
    """Answer a request: each attendee with the registrations made for it."""

    attendee: Attendee
    registrations: tuple[Registration, ...]
    """The one to the event first, then by session."""
