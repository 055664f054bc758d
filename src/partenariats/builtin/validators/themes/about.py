"""What things of the programme are about, and what is held within what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from partenariats.diagnostics.where import Where
from partenariats.model.event import Event
from partenariats.model.ids import BlockId, SessionId, ThemeId
from partenariats.model.sessions import AnySession, Block, Session, SessionKind, Workshop
from partenariats.model.timeline import Timeline


def sessions_and_workshops(event: Event) -> Iterator[tuple[Where, AnySession]]:
    """Give every session, then every workshop, with its place in the file."""
    for index, session in enumerate(event.sessions):
        yield Where(("sessions", index)), session
    for index, workshop in enumerate(event.workshops):
        yield Where(("workshops", index)), workshop


def themes_of(thing: Block | AnySession) -> Iterator[ThemeId]:
    """Give the themes of a block or a session, then those of its points."""
    yield from thing.themes
    for point in thing.points:
        if point.theme is not None:
            yield point.theme


def find_block(timeline: Timeline, block: BlockId | None) -> tuple[Where, Block] | None:
    """Return a block by its id, with its place in the file."""
    at = timeline.ids["blocks"].get(block or "")
    return None if at is None else (Where(at), timeline.event.blocks[int(at[1])])


def group_work(timeline: Timeline) -> Iterator[tuple[Where, Session, Sequence[Workshop]]]:
    """Give every group-work session with its place in the file and the workshops within it."""
    held: dict[SessionId, list[Workshop]] = defaultdict(list)
    for workshop in timeline.event.workshops:
        if workshop.within is not None:
            held[workshop.within].append(workshop)
    for index, session in enumerate(timeline.event.sessions):
        at = ("sessions", index)
        if session.kind is SessionKind.GROUP_WORK and timeline.ids["sessions"][session.id] == at:
            yield Where(at), session, held.get(session.id, ())
