"""How many persons a session takes."""

from __future__ import annotations

from partenariats.diagnostics.where import Where
from partenariats.model.sessions import AnySession
from partenariats.model.timeline import Timeline


def capacity_of(timeline: Timeline, where: Where, session: AnySession) -> tuple[int | None, Where]:
    """Return how many a session takes, else its room, and where that is said."""
    if session.capacity is None and session.room is not None:
        at = timeline.ids["rooms"].get(session.room)
        if at is not None:
            return timeline.event.rooms[int(at[1])].capacity, Where(at) / "capacity"
    return session.capacity, where / "capacity"
