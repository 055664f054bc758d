"""Stretches of a block in which nothing happens."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from partenariats.builtin.validators.time.written import (
    ends_here,
    has_written_end,
    is_hosted,
    kind_of,
    start_of,
)
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.sessions import PAUSES
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.overlaps import Pair, seen_until, start_and_id


@attrs.frozen(kw_only=True)
class GapOptions:
    """Say how long nothing may happen."""

    minutes: int = 15
    """How many minutes may pass with nothing."""


class GapInBlock(Validator[GapOptions]):
    """Nothing happens for a while within a block.

    ## What it says

    More than a quarter of an hour lies between the end of what was held and the next start, and
    neither a session of the block nor a pause of the day, of whatever block, fills it; a pause
    that has begun before fills it up to its end. Only written ends count.

    ## Why it matters

    A session was moved or dropped and left a hole, or a break is missing in the programme.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[blocks]]
    id = "matinee"
    day = "vendredi"

    [[sessions]]
    id = "ouverture"
    block = "matinee"
    title = "Ouverture"
    start = "9:30"
    end = "10:00"

    [[sessions]]
    id = "debat"
    block = "matinee"
    title = "Débat"
    start = "10:30"
    end = "11:00"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[blocks]]
    id = "matinee"
    day = "vendredi"

    [[sessions]]
    id = "ouverture"
    block = "matinee"
    title = "Ouverture"
    start = "9:30"
    end = "10:00"

    [[sessions]]
    id = "pause-cafe"
    block = "matinee"
    kind = "break"
    title = "Pause-café"
    start = "10:00"
    end = "10:30"

    [[sessions]]
    id = "debat"
    block = "matinee"
    title = "Débat"
    start = "10:30"
    end = "11:00"
    ```

    ## Options

    `minutes`: how many minutes may pass with nothing, 15 where it is not given.
    """

    code = "TIM017"
    name = "gap-in-block"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell each gap of a block at the session after it."""
        least = self.options.minutes * 60
        pauses = _pauses(timeline)
        for block, items in timeline.by_block.items():
            for held, item in _gaps(items, least):
                last = pauses[item.day.id].last_before(held, item)
                if last is None or item.start - seen_until(last) <= least:
                    continue
                headline = Message.of(
                    "nothing happens in block `{block}` in the {minutes} minutes before `{id}`",
                    block=block,
                    minutes=(item.start - seen_until(last)) // 60,
                    id=item.session.id,
                )
                advice = Message.of("add what is held then, a break perhaps")
                yield self.found(start_of(item), headline, help=advice, related=ends_here(last))


@attrs.frozen
class DayPauses:
    """Hold when the pauses of a day start, sorted, and which has ended last up to each of them."""

    starts: list[int] = attrs.field(factory=list)
    last_ended: list[Placed] = attrs.field(factory=list)

    def add(self, pause: Placed) -> None:
        """Take the pause that starts next."""
        last = self.last_ended[-1] if self.last_ended else pause
        self.starts.append(pause.start)
        self.last_ended.append(max(last, pause, key=seen_until))

    def last_before(self, held: Placed, item: Placed) -> Placed | None:
        """Return what ends last before a gap, a pause perhaps; nothing where one starts in it."""
        begun = bisect_left(self.starts, seen_until(held))
        if begun != bisect_left(self.starts, item.start):
            return None
        return max(held, self.last_ended[begun - 1], key=seen_until) if begun else held


def _pauses(timeline: Timeline) -> dict[str, DayPauses]:
    """Give the pauses of each day."""
    pauses: dict[str, DayPauses] = defaultdict(DayPauses)
    for item in timeline.placed:
        if kind_of(item) in PAUSES:
            pauses[item.day.id].add(item)
    return pauses


def _gaps(items: Sequence[Placed], least: int) -> Iterator[Pair]:
    """Give what ends last before each gap of more than `least` seconds, and what comes after it.

    An end that nobody wrote closes the gap to the next start. A workshop with an end of its own
    may go on when its group-work session is over; it neither begins nor closes a gap otherwise.
    """
    last: Placed | None = None
    open_since: int | None = None
    held_until = 0
    for item in sorted(items, key=start_and_id):
        if is_hosted(item):
            if _says_end(item) and last is not None and seen_until(item) > held_until:
                last, held_until = item, seen_until(item)
            continue
        if open_since is not None and open_since < item.start:
            held_until, open_since = max(held_until, item.start), None
        if last is not None and item.start - held_until > least:
            yield last, item
        if not has_written_end(item):
            open_since = item.start
        elif last is None or seen_until(item) > held_until:
            last, held_until = item, seen_until(item)


def _says_end(item: Placed) -> bool:
    """Tell whether a workshop says itself when it ends."""
    return item.session.end is not None or item.session.duration is not None
