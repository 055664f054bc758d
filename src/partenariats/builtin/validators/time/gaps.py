"""Stretches of a block in which nothing happens."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from partenariats.builtin.validators.time.written import (
    ends_here,
    has_written_end,
    in_order,
    kind_of,
    start_of,
)
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.sessions import PAUSES
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.overlaps import Pair, seen_until


@attrs.frozen(kw_only=True)
class GapOptions:
    """Say how long nothing may happen."""

    minutes: int = 15
    """How many minutes may pass with nothing."""


class GapInBlock(Validator[GapOptions]):
    """Nothing happens for a while within a block.

    ## What it says

    More than a quarter of an hour lies between the end of what was held and the next start, and
    neither a session of the block nor a pause of the day, of whatever block, fills it. Only
    written ends count.

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
        pauses: dict[str, list[int]] = defaultdict(list)
        for item in timeline.placed:
            if kind_of(item) in PAUSES:
                pauses[item.day.id].append(item.start)
        for block, items in timeline.by_block.items():
            for last, item in _gaps(items, self.options.minutes * 60):
                gap = seen_until(last), item.start
                starts = pauses[item.day.id]
                if bisect_left(starts, gap[0]) != bisect_left(starts, gap[1]):
                    continue
                headline = Message.of(
                    "nothing happens in block `{block}` in the {minutes} minutes before `{id}`",
                    block=block,
                    minutes=(gap[1] - gap[0]) // 60,
                    id=item.session.id,
                )
                advice = Message.of("add what is held then, a break perhaps")
                yield self.found(start_of(item), headline, help=advice, related=ends_here(last))


def _gaps(items: Sequence[Placed], least: int) -> Iterator[Pair]:
    """Give what ends last before each gap of more than `least` seconds, and what comes after it.

    An end that nobody wrote closes the gap to the next start.
    """
    last: Placed | None = None
    open_since: int | None = None
    held_until = 0
    for item in in_order(items):
        if open_since is not None and open_since < item.start:
            held_until, open_since = max(held_until, item.start), None
        if last is not None and item.start - held_until > least:
            yield last, item
        if not has_written_end(item):
            open_since = item.start
        elif last is None or seen_until(item) > held_until:
            last, held_until = item, seen_until(item)
