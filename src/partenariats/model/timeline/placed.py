"""A session with its place in time and space."""

from __future__ import annotations

import attrs

from partenariats.model.places import Room, Venue
from partenariats.model.sessions import AnySession, Block, Day, Workshop
from partenariats.model.timeline.problems import Path


@attrs.frozen(kw_only=True)
class Placed:
    """Hold a session and where it lies; `start` and `end` are seconds since the epoch, UTC.

    `end` is nothing where it is open, and `end_is_inferred` where the next start gave it.
    `venue` is the session's, or what its room, group-work session or block says.
    """

    at: Path
    session: AnySession
    day: Day
    block: Block | None
    start: int
    end: int | None
    end_is_inferred: bool = False
    venue: Venue | None = None
    room: Room | None = None

    @property
    def order(self) -> tuple[int, bool, Path]:
        """Give the key of the stable order: start, sessions first, place in the file."""
        return self.start, isinstance(self.session, Workshop), self.at
