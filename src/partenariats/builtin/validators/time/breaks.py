"""Stretches without a break."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import attrs

from partenariats.builtin.validators.time.written import RESTS, is_hosted, kind_of
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.clock import find_zone, show
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.overlaps import start_and_id

BREATH: Final = 5 * 60
"""Seconds between two sessions from which on they do not follow each other without a break."""
Lanes: TypeAlias = dict[str | None, list[Placed]]
"""What is held one after the other: the sessions of each room, and those without one."""
Starts: TypeAlias = Mapping[str | None, Sequence[int]]
"""When pauses begin that are for one room, and those that are for all (seconds UTC, sorted)."""


@attrs.frozen
class Stretch:
    """Say from which session on, and until when, nobody has a break (seconds UTC).

    `over` is the first end within it: what starts then or later follows another session.
    """

    first: Placed
    until: int
    over: int
    has_change: bool = False

    @classmethod
    def from_(cls, item: Placed) -> Stretch:
        """Begin with a session."""
        end = _end(item)
        return cls(item, end, end)

    def with_(self, item: Placed) -> Stretch:
        """Go on with a session."""
        end = _end(item)
        changes = self.has_change or item.start >= self.over
        return Stretch(self.first, max(self.until, end), min(self.over, end), changes)


@attrs.frozen(kw_only=True)
class BreakOptions:
    """Say how long people may sit."""

    minutes: int = 120
    """How many minutes may pass without a break."""


class NoBreak(Validator[BreakOptions]):
    """There is no break for a long time.

    ## What it says

    Sessions follow each other for more than two hours with neither a pause nor five minutes
    between them: those of a block, or of a day where there are no blocks, room by room where they
    have one. A pause without a room of its own is one for every room, and a pause of the day that
    is in no block is one for every block. Ends that are taken from the next start count. One long
    session alone is not told.

    ## Why it matters

    People take their break themselves, and the one who speaks then loses half of them.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ateliers"
    day = "vendredi"
    title = "Ateliers"
    start = "13:30"
    end = "15:00"

    [[sessions]]
    id = "restitution"
    day = "vendredi"
    title = "Restitution"
    start = "15:00"
    end = "16:00"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ateliers"
    day = "vendredi"
    title = "Ateliers"
    start = "13:30"
    end = "15:00"

    [[sessions]]
    id = "pause"
    day = "vendredi"
    kind = "break"
    title = "Pause"
    start = "15:00"
    end = "15:15"

    [[sessions]]
    id = "restitution"
    day = "vendredi"
    title = "Restitution"
    start = "15:15"
    end = "16:15"
    ```

    ## Options

    `minutes`: how many minutes may pass without a break, 120 where it is not given.
    """

    code = "TIM018"
    name = "no-break"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every stretch of sessions that is too long, once, at its first session."""
        zone = find_zone(timeline.event.timezone)
        if zone is None:
            return
        of_days = _pauses_of_days(timeline)
        for (table, _), lanes in _lanes(timeline).items():
            day = next(iter(lanes.values()))[0].day.id
            for stretch in _stretches(lanes, of_days.get(day, {}) if table == "blocks" else {}):
                first = stretch.first
                is_long = stretch.until - first.start > self.options.minutes * 60
                if stretch.has_change and is_long:
                    headline = Message.of(
                        "no break from {start} to {end}, beginning with `{id}`",
                        start=f"{show(first.start, zone):%H:%M}",
                        end=f"{show(stretch.until, zone):%H:%M}",
                        id=first.session.id,
                    )
                    advice = Message.of('put a session of kind `"break"` between')
                    yield self.found(Where(first.at), headline, help=advice)


def _lanes(timeline: Timeline) -> dict[tuple[str, str], Lanes]:
    """Sort the sessions of each block, or of a day without blocks, by their rooms."""
    groups: dict[tuple[str, str], Lanes] = defaultdict(lambda: defaultdict(list))
    for item in timeline.placed:
        if not is_hosted(item):
            group = ("blocks", item.block.id) if item.block else ("days", item.day.id)
            groups[group][item.room.id if item.room else None].append(item)
    return groups


def _pauses_of_days(timeline: Timeline) -> Mapping[str, Starts]:
    """Say for each day when its pauses begin that are in no block.

    One in a room in which there are sessions is for those there.
    """
    found: dict[str, dict[str | None, list[int]]] = defaultdict(lambda: defaultdict(list))
    rests = [item for item in timeline.placed if kind_of(item) in RESTS and item.block is None]
    if not rests:
        return found
    busy = {
        (item.day.id, item.room.id)
        for item in timeline.placed
        if item.room is not None and kind_of(item) not in RESTS
    }
    for item in rests:
        room = item.room.id if item.room else None
        found[item.day.id][room if (item.day.id, room) in busy else None].append(item.start)
    return found


def _stretches(lanes: Lanes, of_day: Starts) -> Iterator[Stretch]:
    """Give the stretches without a break of each room; the pauses of the day are for it too."""
    pauses: dict[str | None, list[int]] = {}
    working: dict[str | None, list[Placed]] = {}
    for room, items in lanes.items():
        working[room] = [item for item in items if kind_of(item) not in RESTS]
        at_work = len(working[room]) == len(items)
        pauses[room] = [] if at_work else [it.start for it in items if kind_of(it) in RESTS]
    of_all = sorted(
        start
        for room, starts in pauses.items()
        if room is None or not working[room]
        for start in starts
    )
    for room, items in working.items():
        own = [] if room is None else [pauses[room], of_day.get(room, ())]
        starts = [some for some in (of_all, of_day.get(None, ()), *own) if some]
        yield from _follow(items, starts)


def _follow(items: list[Placed], pauses: Sequence[Sequence[int]]) -> Iterator[Stretch]:
    """Join the sessions of a room that follow each other; a pause begins a new stretch."""
    stretch: Stretch | None = None
    before = 0
    for item in sorted(items, key=start_and_id):
        passed = sum([bisect_right(starts, item.start) for starts in pauses])
        if stretch and passed == before and item.start - stretch.until < BREATH:
            stretch = stretch.with_(item)
        else:
            if stretch:
                yield stretch
            stretch = Stretch.from_(item)
        before = passed
    if stretch:
        yield stretch


def _end(item: Placed) -> int:
    return item.start if item.end is None else item.end
