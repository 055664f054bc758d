"""What a programme is made of: days, sections and sessions with all they point at."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from partenariats.model.clock import Instant
from partenariats.model.ids import SessionId
from partenariats.model.people import Organization, Person, Role
from partenariats.model.places import Room, Venue
from partenariats.model.sessions import AnySession, Block, Day
from partenariats.model.text import Text
from partenariats.model.themes import Theme, Topic


@attrs.frozen(kw_only=True)
class Participant:
    """Hold who takes part in a session, found by a credit's id, and as what."""

    who: Person | Organization
    role: Role
    as_: Text | None = None


@attrs.frozen(kw_only=True)
class ScheduledSession:
    """Hold a session with everything it points at; `start` and `end` lie in the event's zone.

    `end` is nothing where it is open. `workshops` are those held within a group-work session.
    """

    session: AnySession
    day: Day
    block: Block | None
    start: Instant
    end: Instant | None
    end_is_inferred: bool
    venue: Venue | None
    room: Room | None
    themes: tuple[Theme, ...]
    topics: tuple[Topic, ...]
    participants: tuple[Participant, ...]
    workshops: tuple[ScheduledSession, ...] = ()

    @property
    def id(self) -> SessionId:
        """Give the session's id."""
        return self.session.id

    def minutes(self) -> tuple[int, int | None]:
        """Return start and end as minutes on the wall since midnight of the session's day.

        A time after midnight is 24:00 or later.
        """
        start = _wall_minutes(self.day, self.start)
        return start, None if self.end is None else _wall_minutes(self.day, self.end)


def _wall_minutes(day: Day, moment: Instant) -> int:
    days = moment.date().toordinal() - day.date.toordinal()
    return days * 1440 + moment.hour * 60 + moment.minute


@attrs.frozen(kw_only=True)
class Section:
    """Hold the sessions of one block, or some that follow each other on a day without one."""

    block: Block | None
    sessions: tuple[ScheduledSession, ...]


@attrs.frozen(kw_only=True)
class ScheduledDay:
    """Hold a day and its sections in the order people live them."""

    day: Day
    sections: tuple[Section, ...]

    @property
    def sessions(self) -> Iterator[ScheduledSession]:
        """Give the sessions of the day; workshops stand in their group-work session."""
        return (session for section in self.sections for session in section.sessions)
