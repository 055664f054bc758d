"""Where it takes place."""

from __future__ import annotations

from enum import Enum

import attrs

from partenariats.model.ids import RoomId, VenueId
from partenariats.model.text import Text


class Accessibility(Enum):
    """Name whom a place is fitted for, by OpenAgenda's codes."""

    HEARING = "hi"
    VISUAL = "vi"
    PSYCHIC = "pi"
    MOTOR = "mi"
    INTELLECTUAL = "ii"


@attrs.frozen(kw_only=True)
class Travel:
    """Say how many minutes it takes to walk or ride to another venue."""

    to: VenueId
    minutes: int


@attrs.frozen(kw_only=True)
class Venue:
    """Describe a site (schema.org Place)."""

    id: VenueId
    name: Text
    address: str | None = None
    """Street and number, as on a letter; the city has its own key."""
    city: str | None = None
    url: str | None = None
    latitude: float | None = None
    """Degrees north, WGS 84."""
    longitude: float | None = None
    """Degrees east, WGS 84."""
    accessibility: tuple[Accessibility, ...] | None = None
    """Whom it is fitted for; an empty list says nobody, no key says unknown."""
    travel: tuple[Travel, ...] = ()


@attrs.frozen(kw_only=True)
class Room:
    """Describe a place in a venue that holds one session at a time, or several if `shared`."""

    id: RoomId
    name: Text
    venue: VenueId | None = None
    capacity: int | None = None
    """How many persons it holds."""
    shared: bool = False
    """Whether several sessions may be held in it at once, as in a hall."""
    accessibility: tuple[Accessibility, ...] | None = None
