"""Give every session its instants, where that can be done, and say why where it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias
from zoneinfo import ZoneInfo

import attrs

from partenariats.model.clock import ClockFault, offsets_at, settle
from partenariats.model.event import Event
from partenariats.model.sessions import AnySession, Block, Day, Session, SessionKind, Workshop
from partenariats.model.timeline.ends import EndFinder, Hole
from partenariats.model.timeline.index import Ids
from partenariats.model.timeline.placed import Placed
from partenariats.model.timeline.problems import (
    EndBeforeStart,
    NoDay,
    NoInstant,
    NoStart,
    NotGroupWork,
    Path,
    Problem,
    TwoDays,
    TwoEnds,
)
from partenariats.model.walltime import WallTime

Edges: TypeAlias = Mapping[tuple[str, str, str], int]
"""When `days` and `blocks`, by id, have their `start` and `end`, in seconds since the epoch."""


class Placer:
    """Place the sessions of one event, collecting what stands in the way."""

    def __init__(self, event: Event, ids: Ids, zone: ZoneInfo) -> None:
        self.problems: list[Problem] = []
        self._zone = zone
        self._zone_name = event.timezone
        self._days = {day.id: day for day in reversed(event.days)}
        self._blocks = {block.id: block for block in reversed(event.blocks)}
        self._venues = {venue.id: venue for venue in reversed(event.venues)}
        self._rooms = {room.id: room for room in reversed(event.rooms)}
        self._sessions = ids["sessions"]
        self._settled: dict[tuple[Day, WallTime], int | ClockFault] = {}
        self._edges: dict[tuple[str, str, str], int] = {}
        self._holes: list[Hole] = []
        self._broken_ends: set[Path] = set()

    def place(self, event: Event) -> list[Placed]:
        """Place all sessions, then the workshops held within them."""
        found = [self._place_one(("sessions", i), it) for i, it in enumerate(event.sessions)]
        hosted: list[tuple[Path, Workshop]] = []
        for index, workshop in enumerate(event.workshops):
            at: Path = ("workshops", index)
            if workshop.within is None:
                found.append(self._place_one(at, workshop))
            else:
                hosted.append((at, workshop))
        placed = self._with_ends([item for item in found if item is not None])
        hosts = {item.at: item for item in placed}
        found = [self._place_within(at, workshop, event, hosts) for at, workshop in hosted]
        return sorted([*placed, *(item for item in found if item)], key=lambda item: item.order)

    def settle_edges(self, event: Event) -> Edges:
        """Return when days and blocks start and end; tell what is no instant or out of order."""
        frames: list[tuple[Path, Day | Block, Day | None]] = []
        frames += [(("days", i), day, day) for i, day in enumerate(event.days)]
        frames += [
            (("blocks", i), block, self._days.get(block.day))
            for i, block in enumerate(event.blocks)
        ]
        for at, frame, day in frames:
            if day is not None:
                self._settle_edge(at, frame, day)
        return self._edges

    def _settle_edge(self, at: Path, frame: Day | Block, day: Day) -> None:
        start = self._instant((*at, "start"), day, frame.start)
        end = self._instant((*at, "end"), day, frame.end)
        for edge, settled in (("start", start), ("end", end)):
            if settled is not None:
                self._edges.setdefault((str(at[0]), frame.id, edge), settled)
        if start is not None and end is not None and end < start:
            self.problems.append(EndBeforeStart((*at, "end"), frame.id, (*at, "start")))

    def _with_ends(self, placed: list[Placed]) -> list[Placed]:
        finder = EndFinder(placed, self._holes)
        for index, item in enumerate(placed):
            if item.end is None and item.at not in self._broken_ends:
                end = finder.end_of(item, self._block_end(item))
                if end is not None:
                    placed[index] = attrs.evolve(item, end=end, end_is_inferred=True)
        return placed

    def _block_end(self, item: Placed) -> int | None:
        return self._edges.get(("blocks", item.block.id, "end")) if item.block else None

    def _day_of(self, at: Path, session: AnySession) -> tuple[Block | None, Day | None]:
        """Return block and day of a session; tell where neither is given or the two disagree."""
        if session.block is None:
            if session.day is None:
                self.problems.append(NoDay(at, session.id))
                return None, None
            return None, self._days.get(session.day)
        block = self._blocks.get(session.block)
        if block is None:
            return None, None
        if session.day is not None and session.day != block.day:
            block_at = (*at, "block")
            self.problems.append(TwoDays((*at, "day"), session.day, block.id, block.day, block_at))
            return block, None
        return block, self._days.get(block.day)

    def _place_one(self, at: Path, session: AnySession) -> Placed | None:
        block, day = self._day_of(at, session)
        if day is not None and session.start is None:
            self.problems.append(NoStart(at, session.id))
        start = self._instant((*at, "start"), day, session.start) if day else None
        if day is None or start is None:
            self._holes.append(Hole(at, session.block, day.id if day else session.day))
            return None
        room = self._rooms.get(session.room) if session.room else None
        venue = session.venue or (room.venue if room else None) or (block.venue if block else None)
        return Placed(
            at=at,
            session=session,
            day=day,
            block=block,
            start=start,
            end=self._end(at, session, day, start),
            venue=self._venues.get(venue) if venue else None,
            room=room,
        )

    def _place_within(
        self, at: Path, workshop: Workshop, event: Event, hosts: dict[Path, Placed]
    ) -> Placed | None:
        host_at = self._sessions.get(workshop.within or "")
        if host_at is None:
            return None
        session = event.sessions[int(host_at[1])] if host_at[0] == "sessions" else None
        if not isinstance(session, Session) or session.kind is not SessionKind.GROUP_WORK:
            self.problems.append(NotGroupWork((*at, "within"), str(workshop.within), host_at))
            return None
        host = hosts.get(host_at)
        if host is None:
            return None
        frame = attrs.evolve(
            workshop,
            block=workshop.block or (None if workshop.day else session.block),
            day=workshop.day or (None if workshop.block else session.day),
            start=workshop.start or session.start,
            venue=workshop.venue
            or (None if workshop.room else (host.venue.id if host.venue else None)),
        )
        placed = self._place_one(at, frame)
        if placed is None:
            return None
        if placed.venue is None:
            placed = attrs.evolve(placed, venue=host.venue)
        inherits_end = placed.end is None and at not in self._broken_ends
        if inherits_end and host.end is not None and host.end > placed.start:
            placed = attrs.evolve(placed, end=host.end, end_is_inferred=host.end_is_inferred)
        return attrs.evolve(placed, session=workshop)

    def _end(self, at: Path, session: AnySession, day: Day, start: int) -> int | None:
        lasts = None if session.duration is None else int(session.duration.total_seconds())
        if session.end is None:
            return None if lasts is None else start + lasts
        end = self._instant((*at, "end"), day, session.end)
        if end is None:
            self._broken_ends.add(at)
        elif end < start:
            self.problems.append(EndBeforeStart((*at, "end"), session.id, (*at, "start")))
            self._broken_ends.add(at)
            return None
        elif lasts is not None and end - start != lasts:
            self.problems.append(TwoEnds((*at, "end"), session.id, (*at, "duration")))
        return end

    def _settle(self, day: Day, wall: WallTime) -> int | ClockFault:
        settled = self._settled.get((day, wall))
        if settled is None:
            settled = self._settled[day, wall] = settle(day.date, wall, self._zone)
        return settled

    def _instant(self, at: Path, day: Day, wall: WallTime | None) -> int | None:
        if wall is None:
            return None
        settled = self._settle(day, wall)
        if isinstance(settled, int):
            return settled
        offsets = offsets_at(day.date, wall, self._zone)
        self.problems.append(NoInstant(at, settled, day.date, wall, self._zone_name, offsets))
        return None
