"""The rooms of a schedule, which is made of them: each has a name of its own."""

from __future__ import annotations

from collections import Counter
from typing import Final, TypeAlias

from partenariats.model.places import Room, Venue
from partenariats.model.programme import Programme, ScheduledSession
from partenariats_schedule.writing.names import guid
from partenariats_schedule.writing.texts import plain

Named: TypeAlias = tuple[str, str]
"""A room's name and its UUID."""
NOWHERE: Final = ""
"""The room of sessions of which nobody said where they are."""


class Rooms:
    """Name where sessions are held: the room, else the venue, else a room without a name."""

    def __init__(self, programme: Programme) -> None:
        event = programme.event
        venues = {venue.id: plain(programme.say(venue.name)) for venue in event.venues}
        names = {room.id: plain(programme.say(room.name)) for room in event.rooms}
        often = Counter([*names.values(), *venues.values()])
        self._used: set[str] = set()
        self._given: dict[tuple[type, str], Named] = {}
        for room in event.rooms:
            name = names[room.id]
            around = venues.get(room.venue) if room.venue else ""
            clear = f"{name} ({around})" if often[name] > 1 and around else name
            own = guid(event.id, "rooms", room.id)
            self._given[Room, room.id] = (self._free(clear, room.id), own)
        for venue in event.venues:
            own = guid(event.id, "venues", venue.id)
            self._given[Venue, venue.id] = (self._free(venues[venue.id], venue.id), own)
        self._nowhere = (NOWHERE, guid(event.id, "nowhere"))
        self.all = (*self._given.values(), self._nowhere)
        """In the order of the event file, venues last."""

    def of(self, session: ScheduledSession) -> Named:
        """Return where a session is held."""
        if session.room is not None:
            return self._given[Room, session.room.id]
        if session.venue is not None:
            return self._given[Venue, session.venue.id]
        return self._nowhere

    def _free(self, name: str, own: str) -> str:
        """Return a name that no room has yet, with the id in it where that is needed."""
        wanted = name or plain(own)
        while wanted in self._used or not wanted:
            wanted = f"{wanted} ({plain(own)})"
        self._used.add(wanted)
        return wanted
