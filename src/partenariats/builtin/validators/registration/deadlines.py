"""When registration opens and closes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.clock import ClockFault, find_zone, offsets_at, show
from partenariats.model.event import Event
from partenariats.model.registration.deadline import Deadline
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.walltime import MINUTES_IN_DAY, WallTime, say_offset
from partenariats.registration.deadlines import day_of, settle_deadline

OPENS: Final = Where() / "registration" / "opens"
CLOSES: Final = Where() / "registration" / "closes"


class NoSuchDeadline(Validator[NoOptions]):
    """A deadline of registration is no moment.

    ## What it says

    Registration opens or closes so many days before the first day of the event. There is no day
    to count from; or the clocks are put forward or back just then, so that the hour does not
    exist, exists twice, or has another offset.

    ## Why it matters

    Nobody could say when registration opens or closes.

    ## Example

    ```toml
    [registration]
    closes = "5 days before, 2:30"

    [[days]]
    id = "vendredi"
    date = 2027-04-02
    ```

    ## Use instead

    ```toml
    [registration]
    closes = "5 days before, 3:30"

    [[days]]
    id = "vendredi"
    date = 2027-04-02
    ```
    """

    code = "REG005"
    name = "no-such-deadline"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell deadlines that are counted from no day, or to an hour that is no instant."""
        event = timeline.event
        zone = find_zone(event.timezone)
        for where, deadline in _deadlines(event):
            day, found = day_of(event, deadline), settle_deadline(event, deadline)
            if deadline.at is None and day is None:
                headline = Message.of(
                    "the event has no day from which `{key}` is counted", key=where.path[-1]
                )
                advice = Message.of("declare one in `[[days]]`, or write an instant")
                yield self.found(where, headline, help=advice)
            if isinstance(found, ClockFault) and day is not None and zone is not None:
                headline, advice = _say_fault(found, day, deadline.time, zone)
                yield self.found(where, headline, help=advice)


class DeadlineOrder(Validator[NoOptions]):
    """Registration opens or closes too late.

    ## What it says

    Registration closes before it opens, or at the same moment; or it opens after the event has
    begun, or closes after its last session has. Until then people may register at the door.

    ## Why it matters

    Nobody could register, or only for what is over. It happens when an event is moved and
    registration is not; days before the event move with it.

    ## Example

    ```toml
    [registration]
    opens = "10 days before, 9:00"
    closes = "20 days before, 23:59"

    [[days]]
    id = "vendredi"
    date = 2022-03-25
    ```

    ## Use instead

    ```toml
    [registration]
    opens = "20 days before, 9:00"
    closes = "10 days before, 23:59"

    [[days]]
    id = "vendredi"
    date = 2022-03-25
    ```
    """

    code = "REG010"
    name = "deadline-order"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell the first thing that is out of order between opening, closing and the event."""
        zone = find_zone(timeline.event.timezone)
        if zone is None:
            return
        at = {
            where: found
            for where, deadline in _deadlines(timeline.event)
            if isinstance(found := settle_deadline(timeline.event, deadline), int)
        }
        opens, closes = at.get(OPENS), at.get(CLOSES)
        if opens is not None and closes is not None and closes <= opens:
            headline = Message.of(
                "registration closes on {closes}, and opens on {opens}",
                closes=_say(closes, zone),
                opens=_say(opens, zone),
            )
            advice = Message.of("let it close later, or open earlier")
            related = (Related(OPENS, Message.of("it opens here")),)
            yield self.found(CLOSES, headline, help=advice, related=related)
        elif timeline.placed:
            yield from self._too_late(timeline.placed, opens, closes, zone)

    def _too_late(
        self, placed: Sequence[Placed], opens: int | None, closes: int | None, zone: ZoneInfo
    ) -> Iterator[Diagnostic]:
        first, last = placed[0], placed[-1]
        advice = Message.of("choose a moment before it")
        if opens is not None and opens >= first.start:
            headline = Message.of(
                "registration opens on {opens}, and the event begins on {begun}",
                opens=_say(opens, zone),
                begun=_say(first.start, zone),
            )
            related = (Related(Where(first.at), Message.of("the event begins here")),)
            yield self.found(OPENS, headline, help=advice, related=related)
        elif closes is not None and closes > last.start:
            headline = Message.of(
                "registration closes on {closes}, and the last session begins on {begun}",
                closes=_say(closes, zone),
                begun=_say(last.start, zone),
            )
            related = (Related(Where(last.at), Message.of("the last session begins here")),)
            yield self.found(CLOSES, headline, help=advice, related=related)


def _deadlines(event: Event) -> Iterator[tuple[Where, Deadline]]:
    settings = event.registration
    for where, deadline in ((OPENS, settings.opens), (CLOSES, settings.closes)):
        if deadline is not None:
            yield where, deadline


def _say(seconds: int, zone: ZoneInfo) -> str:
    return f"{show(seconds, zone):%Y-%m-%d %H:%M}"


def _say_fault(
    fault: ClockFault, day: date, wall: WallTime, zone: ZoneInfo
) -> tuple[Message, Message]:
    """Say why an hour is no instant, and what to write."""
    before, after = offsets_at(day, wall, zone)
    days, minutes = divmod(wall.minutes, MINUTES_IN_DAY)
    named = {
        "wall": str(WallTime(minutes)),
        "day": (day + timedelta(days=days)).isoformat(),
        "zone": zone.key,
    }
    if fault is ClockFault.NONEXISTENT:
        return (
            Message.of("{wall} does not exist on {day} in {zone}: the clocks go forward", **named),
            Message.of("choose a time before or after the clock change"),
        )
    if fault is ClockFault.DOUBLED:
        return (
            Message.of("{wall} exists twice on {day} in {zone}: the clocks go back", **named),
            Message.of(
                "write `{first}` for the first or `{second}` for the second",
                first=f"{wall}{say_offset(before)}",
                second=f"{wall}{say_offset(after)}",
            ),
        )
    return (
        Message.of(
            "`{zone}` is not at {offset} from UTC then, but at {true}",
            zone=zone.key,
            offset=say_offset(wall.offset or 0),
            true=say_offset(before),
        ),
        Message.of("leave the offset out"),
    )
