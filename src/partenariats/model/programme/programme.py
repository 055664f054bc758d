"""A timeline without problems: what people will live, with instants in the event's zone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from partenariats.errors import PartenariatsError
from partenariats.model.collector import collector_at_rest
from partenariats.model.event import Event
from partenariats.model.ids import SessionId
from partenariats.model.programme.scheduled import ScheduledDay, ScheduledSession
from partenariats.model.programme.scheduling import schedule
from partenariats.model.text import Text
from partenariats.model.timeline import Timeline


class UnresolvedTimelineError(PartenariatsError):
    """A timeline that has problems was taken for a programme."""


@attrs.frozen
class Programme:
    """Hold the days of an event, ready to be published.

    `language` is the language it is to be said in. `history` lists the recorded releases.
    """

    timeline: Timeline
    days: tuple[ScheduledDay, ...]
    language: str
    history: tuple[object, ...] = ()
    by_id: Mapping[SessionId, ScheduledSession] = attrs.field(
        eq=False, repr=False, kw_only=True, factory=dict[SessionId, ScheduledSession]
    )
    """Every session and workshop, each group-work session before its workshops."""

    @classmethod
    @collector_at_rest()
    def of(cls, timeline: Timeline) -> Programme:
        """Make the programme of a timeline; raise `UnresolvedTimelineError` if it has problems."""
        if timeline.problems:
            raise UnresolvedTimelineError(
                "the event has {count} problems: no programme can be made of it",
                count=len(timeline.problems),
            )
        days = schedule(timeline)
        by_id = {
            session.id: session
            for day in days
            for top in day.sessions
            for session in (top, *top.workshops)
        }
        return cls(timeline, days, timeline.event.language, by_id=by_id)

    @property
    def event(self) -> Event:
        """Give what the organiser wrote."""
        return self.timeline.event

    @property
    def sessions(self) -> Iterator[ScheduledSession]:
        """Give every session and workshop, each group-work session before its workshops."""
        return iter(self.by_id.values())

    def session(self, session_id: SessionId) -> ScheduledSession:
        """Return the session or workshop of an id; raise `KeyError` where there is none."""
        return self.by_id[session_id]

    def say(self, text: Text | None) -> str:
        """Return a text in the programme's language; nothing for no text."""
        return self.event.say(text, self.language)

    def in_language(self, language: str) -> Programme:
        """Return the same programme to be said in another language."""
        return attrs.evolve(self, language=language)
