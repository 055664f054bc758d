"""Which part of a programme somebody asked to see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from partenariats.model.ids import PersonId, ThemeId
from partenariats.model.programme import Programme, ScheduledDay, ScheduledSession, Section
from partenariats.model.sessions import PAUSES, Session
from partenariats.model.timeline import Placed


def select(
    programme: Programme, day: str | None, theme: str | None, person: str | None
) -> tuple[ScheduledDay, ...]:
    """Keep what belongs to a day, a theme and a person, each by id; leave out what is empty.

    What stands in a block of a theme belongs to it, but for pauses; a workshop brings the
    session it is held within.
    """
    days = [item for item in programme.days if day is None or item.day.id == day]
    kept = [
        attrs.evolve(item, sections=tuple(_sections(item, programme, theme, person)))
        for item in days
    ]
    return tuple(item for item in kept if item.sections or (theme is None and person is None))


def _sections(
    day: ScheduledDay, programme: Programme, theme: str | None, person: str | None
) -> Iterator[Section]:
    timeline = programme.timeline
    themed = _ids(timeline.by_theme.get(ThemeId(theme), ())) if theme else None
    attended = _ids(timeline.by_person.get(PersonId(person), ())) if person else None
    for section in day.sections:
        in_block = section.block is not None and theme in section.block.themes
        sessions = tuple(
            session
            for session in section.sessions
            if _fits(session, themed, in_block=in_block) and _fits(session, attended)
        )
        if sessions:
            yield attrs.evolve(section, sessions=sessions)


def _fits(session: ScheduledSession, wanted: set[str] | None, *, in_block: bool = False) -> bool:
    if wanted is None or (in_block and not _is_pause(session)):
        return True
    return any(item.id in wanted for item in (session, *session.workshops))


def _ids(placed: Iterable[Placed]) -> set[str]:
    return {item.session.id for item in placed}


def _is_pause(session: ScheduledSession) -> bool:
    item = session.session
    return isinstance(item, Session) and item.kind in PAUSES
