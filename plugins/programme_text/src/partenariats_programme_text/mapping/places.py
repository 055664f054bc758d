"""Venues and rooms, each once."""

from __future__ import annotations

import attrs

from partenariats.model.ids import RoomId, VenueId
from partenariats.model.places import Room, Venue
from partenariats.model.text import Text
from partenariats_programme_text.mapping.slugs import Slugs, slug
from partenariats_programme_text.phrases.places import Site


class Places:
    """Gather the venues and rooms of a programme."""

    def __init__(self, city: str | None) -> None:
        self._city = city
        self._venue_slugs = Slugs()
        self._room_slugs = Slugs()
        self._venues: list[Venue] = []
        self._rooms: dict[tuple[str, VenueId | None], Room] = {}

    @property
    def venues(self) -> tuple[Venue, ...]:
        """Give the venues in the order in which they are named."""
        return tuple(self._venues)

    @property
    def rooms(self) -> tuple[Room, ...]:
        """Give the rooms in the order in which they are named."""
        return tuple(self._rooms.values())

    def venue(self, site: Site | None) -> VenueId | None:
        """Return the id of a venue; a name that begins like a known one is that one."""
        if site is None or not site.name:
            return None
        name = slug(site.name) or site.name
        for n, known in enumerate(self._venues):
            other = slug(known.name.plain) or known.name.plain
            if f"{other}-".startswith(f"{name}-") or f"{name}-".startswith(f"{other}-"):
                longer = site.name if len(name) > len(other) else known.name.plain
                self._venues[n] = attrs.evolve(
                    known,
                    name=Text(longer),
                    address=known.address or site.address,
                    city=known.city or site.city or self._town_of(longer),
                )
                return known.id
        venue = Venue(
            id=VenueId(self._venue_slugs.give(name if slug(name) else "lieu")),
            name=Text(site.name),
            address=site.address,
            city=site.city or self._town_of(site.name),
        )
        self._venues.append(venue)
        return venue.id

    def room(self, name: str | None, venue: VenueId | None) -> RoomId | None:
        """Return the id of a room; one without a venue is the one of that name."""
        if not name:
            return None
        key = slug(name) or name
        if (key, venue) not in self._rooms:
            said = name[:1].upper() + name[1:]
            given = RoomId(self._room_slugs.give(slug(name) or "salle"))
            self._rooms[key, venue] = Room(id=given, name=Text(said), venue=venue)
        return self._rooms[key, venue].id

    def _town_of(self, name: str) -> str | None:
        """Return the event's town where the name of a venue says it."""
        town = self._city
        return town if town and f"-{slug(town)}-" in f"-{slug(name)}-" else None
