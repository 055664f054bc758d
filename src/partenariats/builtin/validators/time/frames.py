"""Sessions against the hours around them."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.builtin.validators.time.written import (
    end_of,
    ends_here,
    has_written_end,
    host_of,
    starts_here,
)
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.ids import BlockId
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.overlaps import seen_until
from partenariats.model.timeline.problems import EndBeforeStart


class EndsBeforeStart(Validator[NoOptions]):
    """Something ends before it starts.

    ## What it says

    The end lies before the start on the same day. A session that goes on after midnight
    writes its end as `25:00` for one in the morning.

    ## Why it matters

    Nobody can attend it, and whoever reads the programme trusts it less.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "10:00"
    end = "9:30"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    end = "10:00"
    ```
    """

    code = "TIM001"
    name = "ends-before-start"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session, block and day that ends before it starts."""
        for problem in timeline.problems_of(EndBeforeStart):
            related = (Related(Where(problem.start_at), Message.of("it starts here")),)
            headline = Message.of("`{id}` ends before it starts", id=problem.id)
            advice = Message.of('write `"25:00"` for one in the morning of the next day')
            yield self.found(Where(problem.at), headline, help=advice, related=related)


class ZeroLength(Validator[NoOptions]):
    """A session ends when it starts.

    ## What it says

    The end of the session is its start: it lasts no minute.

    ## Why it matters

    Calendars show a line instead of a session. Mostly the start was copied and the end
    forgotten.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    end = "9:30"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    end = "10:00"
    ```
    """

    code = "TIM016"
    name = "zero-length"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session whose written end is its start."""
        for item in timeline.placed:
            if item.end == item.start:
                headline = Message.of("`{id}` ends when it starts", id=item.session.id)
                advice = Message.of("correct its end, or leave it out where nobody knows it")
                yield self.found(end_of(item), headline, help=advice, related=starts_here(item))


class OutsideFrame(Validator[NoOptions]):
    """A session lies outside its block or its day.

    ## What it says

    The block or the day says when it begins and ends, and the session begins before or ends
    after that. A workshop with hours of its own is held to those of its group-work session
    first. The hours of a block that leave those of its day are told where no session of it is.

    ## Why it matters

    Either the doors are closed, or the hours of the block are those of an older version.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[blocks]]
    id = "matinee"
    day = "vendredi"
    start = "9:00"
    end = "12:00"

    [[sessions]]
    id = "ouverture"
    block = "matinee"
    title = "Ouverture"
    start = "8:30"
    end = "9:30"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[blocks]]
    id = "matinee"
    day = "vendredi"
    start = "8:30"
    end = "12:00"

    [[sessions]]
    id = "ouverture"
    block = "matinee"
    title = "Ouverture"
    start = "8:30"
    end = "9:30"
    ```
    """

    code = "TIM002"
    name = "outside-frame"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session that begins before its frame or ends after it."""
        if not (timeline.edges or timeline.by_host):
            return
        for item in timeline.placed:
            host = host_of(timeline, item)
            if item.session.start is not None:
                if host is not None and item.start < host.start:
                    yield self._outside_host(item, "start", starts_here(host))
                else:
                    yield from self._early(timeline, item)
            said = _last_said(item)
            if said is not None:
                until = item.start + 1 if said == "start" or item.end is None else item.end
                if host is not None and has_written_end(host) and until > (host.end or 0):
                    yield self._outside_host(item, said, ends_here(host))
                else:
                    yield from self._late(timeline, item, said, until)
        for block, at in timeline.ids["blocks"].items():
            yield from self._block(timeline, block, timeline.event.blocks[int(at[1])].day)

    def _block(self, timeline: Timeline, block: str, day: str) -> Iterator[Diagnostic]:
        """Tell where a block's own hours leave its day, unless its sessions are told of it."""
        items = timeline.by_block.get(BlockId(block), ())
        for edge in ("start", "end"):
            own = timeline.edges.get(("blocks", block, edge))
            limit = timeline.edges.get(("days", day, edge))
            if own is None or limit is None:
                continue
            if edge == "start":
                is_outside = own < limit and all(item.start >= limit for item in items)
            else:
                is_outside = own > limit and all(seen_until(item) <= limit for item in items)
            if is_outside:
                headline = Message.of("`{id}` lies outside its day", id=block)
                advice = Message.of("change the hours of the block or of the day")
                related = (_edge(timeline, "days", day, edge),)
                where = Where(timeline.ids["blocks"][block]) / edge
                yield self.found(where, headline, help=advice, related=related)

    def _early(self, timeline: Timeline, item: Placed) -> Iterator[Diagnostic]:
        for table, key in _around(item):
            edge = timeline.edges.get((table, key, "start"))
            if edge is not None and item.start < edge:
                yield self._outside(timeline, item, "start", (table, key, "start"))
                return

    def _late(
        self, timeline: Timeline, item: Placed, said: str, until: int
    ) -> Iterator[Diagnostic]:
        for table, key in _around(item):
            edge = timeline.edges.get((table, key, "end"))
            if edge is not None and until > edge:
                yield self._outside(timeline, item, said, (table, key, "end"))
                return

    def _outside_host(self, item: Placed, key: str, related: tuple[Related, ...]) -> Diagnostic:
        headline = Message.of("`{id}` lies outside its group-work session", id=item.session.id)
        advice = Message.of("move the session, or change the hours around it")
        return self.found(Where(item.at) / key, headline, help=advice, related=related)

    def _outside(
        self, timeline: Timeline, item: Placed, key: str, frame: tuple[str, str, str]
    ) -> Diagnostic:
        table, frame_id, edge = frame
        if table == "blocks":
            headline = Message.of("`{id}` lies outside its block", id=item.session.id)
        else:
            headline = Message.of("`{id}` lies outside its day", id=item.session.id)
        advice = Message.of("move the session, or change the hours around it")
        related = (_edge(timeline, table, frame_id, edge),)
        return self.found(Where(item.at) / key, headline, help=advice, related=related)


def _edge(timeline: Timeline, table: str, frame: str, edge: str) -> Related:
    """Show where a block or a day begins or ends."""
    label = Message.of("it begins here") if edge == "start" else Message.of("it ends here")
    return Related(Where(timeline.ids[table][frame]) / edge, label)


def _last_said(item: Placed) -> str | None:
    """Return the key that says how late a session is held; without an end, it is its start."""
    if item.end is not None and item.session.end is not None:
        return "end"
    if item.end is not None and item.session.duration is not None:
        return "duration"
    return None if item.session.start is None else "start"


def _around(item: Placed) -> Iterator[tuple[str, str]]:
    """Give the frames of a session, the nearest first; a block's hours speak for its day's."""
    if item.block is not None:
        yield "blocks", item.block.id
    yield "days", item.day.id
