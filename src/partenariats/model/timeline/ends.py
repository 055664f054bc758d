"""Ends that nobody wrote: the next start in the block, else of the day in the same venue."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

import attrs

from partenariats.model.ids import BlockId, DayId
from partenariats.model.timeline.placed import Placed
from partenariats.model.timeline.problems import Path

Lane: TypeAlias = tuple[str, ...]


@attrs.frozen
class Hole:
    """Say that a session without a place in time stands here in the file."""

    at: Path
    block: BlockId | None
    day: DayId | None


@attrs.frozen
class Starts:
    """Hold the starts in one lane in order, and where the file has holes."""

    starts: list[tuple[int, Path]]
    holes: list[Path]

    def after(self, placed: Placed) -> tuple[int | None, bool]:
        """Return the next later start, and whether a hole stands between the two in the file."""
        position = bisect_right(self.starts, placed.start, key=lambda start: start[0])
        if position == len(self.starts):
            return None, bisect_right(self.holes, placed.at) < len(self.holes)
        start, at = self.starts[position]
        low, high = sorted((placed.at, at))
        return start, bisect_right(self.holes, low) < bisect_right(self.holes, high)


def _block_lane(placed: Placed) -> Lane | None:
    return (placed.block.id,) if placed.block else None


def _site_lane(placed: Placed) -> Lane:
    return (placed.day.id, placed.venue.id if placed.venue else "")


class EndFinder:
    """Find the ends that the sessions around give."""

    def __init__(self, placed: Iterable[Placed], holes: Iterable[Hole]) -> None:
        blocks: dict[str, list[Path]] = defaultdict(list)
        days: dict[str, list[Path]] = defaultdict(list)
        for hole in sorted(holes, key=lambda hole: hole.at):
            if hole.block is not None:
                blocks[hole.block].append(hole.at)
            if hole.day is not None:
                days[hole.day].append(hole.at)
        self._lanes: dict[Lane, Starts] = {}
        for item in placed:
            self._enter(_block_lane(item), item, blocks)
            self._enter(_site_lane(item), item, days)
        for lane in self._lanes.values():
            lane.starts.sort()

    def _enter(self, lane: Lane | None, item: Placed, holes: Mapping[str, list[Path]]) -> None:
        if lane is not None:
            starts = self._lanes.get(lane)
            if starts is None:
                starts = self._lanes[lane] = Starts([], holes.get(lane[0], []))
            starts.starts.append((item.start, item.at))

    def end_of(self, placed: Placed, block_end: int | None) -> int | None:
        """Return the inferred end of a session in seconds since the epoch, or nothing.

        Nothing is inferred across a session that has no place in time, nor past the end its
        block declares.
        """
        for lane in (_block_lane(placed), _site_lane(placed)):
            if lane is None:
                continue
            start, across_hole = self._lanes[lane].after(placed)
            if across_hole:
                return None
            if start is not None:
                return start if block_end is None or start <= block_end else None
        return None
