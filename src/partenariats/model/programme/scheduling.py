"""Turn a timeline without problems into the days, sections and sessions of a programme."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from partenariats.model.clock import Instant, instant
from partenariats.model.ids import BlockId
from partenariats.model.programme.scheduled import (
    Participant,
    ScheduledDay,
    ScheduledSession,
    Section,
)
from partenariats.model.sessions import Workshop
from partenariats.model.timeline import Placed, Timeline


def schedule(timeline: Timeline) -> tuple[ScheduledDay, ...]:
    """Lay out the days in the order of their dates, those without a session too."""
    scheduler = _Scheduler(timeline)
    days = sorted(timeline.event.days, key=lambda day: day.date)
    return tuple(
        ScheduledDay(day=day, sections=scheduler.sections(timeline.by_day.get(day.id, ())))
        for day in days
    )


class _Scheduler:
    """Look up what sessions point at, each instant made once."""

    def __init__(self, timeline: Timeline) -> None:
        event = timeline.event
        self._by_host = timeline.by_host
        self._people = {person.id: person for person in event.people}
        self._organizations = {body.id: body for body in event.organizations}
        self._themes = {theme.id: theme for theme in event.themes}
        self._topics = {topic.id: topic for topic in event.topics}
        self._instants: dict[int, Instant] = {}
        self._make_instant = partial(instant, zone=event.timezone)

    def sections(self, placed: Iterable[Placed]) -> tuple[Section, ...]:
        """Gather the sessions of a day by block; those without one stay where they follow."""
        gathered: list[tuple[Placed, list[ScheduledSession]]] = []
        blocks: dict[BlockId, list[ScheduledSession]] = {}
        for item in placed:
            if isinstance(item.session, Workshop) and item.session.within is not None:
                continue
            found = blocks.get(item.block.id) if item.block else None
            if found is None and not item.block and gathered and gathered[-1][0].block is None:
                found = gathered[-1][1]
            if found is None:
                found = []
                gathered.append((item, found))
                if item.block:
                    blocks[item.block.id] = found
            found.append(self._scheduled(item))
        return tuple(Section(block=item.block, sessions=tuple(found)) for item, found in gathered)

    def _scheduled(self, item: Placed) -> ScheduledSession:
        session = item.session
        return ScheduledSession(
            session=session,
            day=item.day,
            block=item.block,
            start=self._instant(item.start),
            end=None if item.end is None else self._instant(item.end),
            end_is_inferred=item.end_is_inferred,
            venue=item.venue,
            room=item.room,
            themes=tuple(self._themes[theme] for theme in session.themes),
            topics=tuple(self._topics[topic] for topic in session.topics),
            participants=tuple(self._participants(item)),
            workshops=tuple(self._scheduled(held) for held in self._by_host.get(session.id, ())),
        )

    def _participants(self, item: Placed) -> Iterable[Participant]:
        for credit in item.session.credits:
            if credit.person is not None:
                who = self._people[credit.person]
                yield Participant(who=who, role=credit.role, as_=credit.as_)
            elif credit.organization is not None:
                body = self._organizations[credit.organization]
                yield Participant(who=body, role=credit.role, as_=credit.as_)

    def _instant(self, seconds: int) -> Instant:
        made = self._instants.get(seconds)
        if made is None:
            made = self._instants[seconds] = self._make_instant(seconds)
        return made
