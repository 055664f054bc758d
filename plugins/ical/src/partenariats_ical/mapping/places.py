"""Rooms and venues of a calendar: what `LOCATION` and `GEO` say."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Final, TypeAlias

from partenariats.model.ids import RoomId, VenueId
from partenariats.model.places import Room, Venue
from partenariats.model.text import Text
from partenariats_ical.mapping.slugs import Slugs, slug
from partenariats_ical.notes import Notes
from partenariats_ical.reading.components import Component
from partenariats_ical.reading.values import text

Point: TypeAlias = tuple[float, float]
Place: TypeAlias = tuple[RoomId | None, VenueId | None]
_SOUTH_POLE, _DATE_LINE = 90, 180
_BETWEEN: Final = ", "
NOWHERE: Final[Place] = (None, None)


class Places:
    """Gather the places of all entries.

    A `LOCATION` is a room. Where a `GEO` says where it is, what all locations there end with is
    the venue, and what stands before it the room.
    """

    def __init__(self, entries: list[Component], notes: Notes) -> None:
        self._notes = notes
        self._at: dict[str, Point | None] = {}
        for entry in entries:
            name = location(entry)
            point = self._point(entry) if "GEO" in entry.properties else None
            if name:
                self._at[name] = self._at.get(name) or point
            elif point is not None:
                notes.not_carried("`GEO` without a `LOCATION`", entry.line)
        self._rooms: dict[str, Room] = {}
        self._venues: dict[str, Venue] = {}
        self._places: dict[str, Place] = {}
        self._make()

    @property
    def rooms(self) -> tuple[Room, ...]:
        """Give the rooms in the order in which they come."""
        return tuple(self._rooms.values())

    @property
    def venues(self) -> tuple[Venue, ...]:
        """Give the venues in the order in which they come."""
        return tuple(self._venues.values())

    def of(self, entry: Component) -> Place:
        """Return the room and the venue of an entry."""
        return self._places.get(location(entry), NOWHERE)

    def _make(self) -> None:
        rooms, venues = Slugs(), Slugs()
        sites: dict[Point, list[str]] = defaultdict(list)
        for name, point in self._at.items():
            if point is not None:
                sites[point].append(name)
        endings = {point: _ending(names) for point, names in sites.items()}
        for name, point in self._at.items():
            if point is None:
                self._places[name] = self._room(name, name, None, rooms), None
                continue
            site = endings[point]
            for one in (site,) if site else (name,):
                if one not in self._venues:
                    given = VenueId(venues.give(slug(one) or "venue"))
                    self._venues[one] = Venue(
                        id=given, name=Text(one), latitude=point[0], longitude=point[1]
                    )
            venue = self._venues[site or name].id
            before = name.removesuffix(site).removesuffix(_BETWEEN) if site else ""
            room = self._room(name, before, venue, rooms) if before else None
            self._places[name] = room, venue

    def _room(self, key: str, name: str, venue: VenueId | None, slugs: Slugs) -> RoomId:
        given = RoomId(slugs.give(slug(name) or "room"))
        self._rooms[key] = Room(id=given, name=Text(name), venue=venue)
        return given

    def _point(self, entry: Component) -> Point | None:
        said = entry.first("GEO")
        if said is None:
            return None
        latitude, _, longitude = said.value.replace(",", ";").partition(";")
        try:
            point = float(latitude[:20]), float(longitude[:20])
        except ValueError:
            point = (_DATE_LINE, _DATE_LINE)
        if abs(point[0]) <= _SOUTH_POLE and abs(point[1]) <= _DATE_LINE:
            return point
        self._notes.unreadable("GEO", said.value, said.line)
        return None


def location(entry: Component) -> str:
    """Return the place of an entry, on one line."""
    value = entry.value("LOCATION")
    return _on_one_line(value) if value else ""


@lru_cache(maxsize=1024)
def _on_one_line(value: str) -> str:
    return " ".join(text(value).split("\n"))


def _ending(names: list[str]) -> str:
    """Return the parts between commas with which all names of several end."""
    if len(names) == 1:
        return ""
    parts = [name.split(_BETWEEN)[::-1] for name in names]
    common: list[str] = []
    for same in zip(*parts, strict=False):
        if len(set(same)) > 1:
            break
        common.append(same[0])
    return _BETWEEN.join(reversed(common))
