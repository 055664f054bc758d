"""Sessions against the hours around them."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.clock import find_zone, settle
from partenariats.model.walltime import WallTime
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.problems import EndBeforeStart


class EndsBeforeStart(Validator):
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


class OutsideFrame(Validator):
    """A session lies outside its block or its day.

    ## What it says

    The block or the day says when it begins and ends, and the session begins before or ends
    after that.

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
        zone = find_zone(timeline.event.timezone)
        if zone is None:
            return
        frames = _Frames(timeline, zone)
        for item in timeline.placed:
            session = item.session
            if session.start is not None and (at := frames.starting_after(item)):
                yield self._outside(item, "start", at)
            elif (session.end or session.duration) and (at := frames.ending_before(item)):
                yield self._outside(item, "end" if session.end else "duration", at)

    def _outside(self, item: Placed, key: str, frame: tuple[str, int, str]) -> Diagnostic:
        table, index, edge = frame
        where = Where() / table / index / edge
        label = Message.of("it begins here") if edge == "start" else Message.of("it ends here")
        if table == "blocks":
            headline = Message.of("`{id}` lies outside its block", id=item.session.id)
        else:
            headline = Message.of("`{id}` lies outside its day", id=item.session.id)
        advice = Message.of("move the session, or change the hours around it")
        related = (Related(where, label),)
        return self.found(Where(item.at) / key, headline, help=advice, related=related)


class _Frames:
    """Hold the declared hours of blocks and days as instants."""

    def __init__(self, timeline: Timeline, zone: ZoneInfo) -> None:
        days = {day.id: day for day in reversed(timeline.event.days)}
        self._edges: dict[tuple[str, str, str], tuple[int, int]] = {}
        frames = [("days", i, day, day.date) for i, day in enumerate(timeline.event.days)]
        frames += [
            ("blocks", i, block, days[block.day].date)
            for i, block in enumerate(timeline.event.blocks)
            if block.day in days
        ]
        for table, index, frame, date in frames:
            for edge, wall in (("start", frame.start), ("end", frame.end)):
                settled = settle(date, wall, zone) if isinstance(wall, WallTime) else None
                if isinstance(settled, int):
                    self._edges.setdefault((table, frame.id, edge), (settled, index))

    def starting_after(self, item: Placed) -> tuple[str, int, str] | None:
        """Find the frame that begins after a session does."""
        for table, key in _around(item):
            edge, index = self._edges.get((table, key, "start"), (None, 0))
            if edge is not None and item.start < edge:
                return table, index, "start"
        return None

    def ending_before(self, item: Placed) -> tuple[str, int, str] | None:
        """Find the frame that ends before a session does."""
        for table, key in _around(item):
            edge, index = self._edges.get((table, key, "end"), (None, 0))
            if edge is not None and item.end is not None and item.end > edge:
                return table, index, "end"
        return None


def _around(item: Placed) -> Iterator[tuple[str, str]]:
    if item.block is not None:
        yield "blocks", item.block.id
    yield "days", item.day.id
