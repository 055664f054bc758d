"""Sessions that go on while the date or the clock changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from partenariats.builtin.validators.time.written import end_of, has_written_end, is_hosted
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.clock import find_zone, is_plausible, midnight_after, show
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.overlaps import seen_until


class AcrossMidnight(Validator[NoOptions]):
    """A session goes on after midnight.

    ## What it says

    It begins before midnight and ends after it, by the clocks of the event's time zone.

    ## Why it matters

    Calendars show it on two days. It is well so for a ball, and a slip of the pen for a debate.

    ## Example

    ```toml
    [[days]]
    id = "samedi"
    date = 2022-06-25

    [[sessions]]
    id = "bal"
    day = "samedi"
    title = "Bal"
    start = "22:00"
    end = "25:00"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "samedi"
    date = 2022-06-25

    [[sessions]]
    id = "bal"
    day = "samedi"
    title = "Bal"
    start = "22:00"
    end = "24:00"
    ```
    """

    code = "TIM020"
    name = "across-midnight"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session that ends on a later date than it begins."""
        zone = find_zone(timeline.event.timezone)
        if zone is None:
            return
        midnights: dict[date, tuple[int, int]] = {}
        for item in _with_ends(timeline):
            day = item.day.date
            if day not in midnights:
                midnights[day] = _midnights(day, zone)
            first, second = midnights[day]
            midnight = first if item.start < first else second
            if seen_until(item) > midnight:
                headline = Message.of("`{id}` goes on after midnight", id=item.session.id)
                advice = Message.of("if it does not, correct its start or its end")
                yield self.found(end_of(item), headline, help=advice)


class AcrossClockChange(Validator[NoOptions]):
    """The clocks are changed during a session.

    ## What it says

    Between its start and its end the clocks go forward or back, so that it lasts an hour less
    or more than the hours on the wall say.

    ## Why it matters

    Those who keep watch that night, and those who pay them, count the real hours.

    ## Example

    ```toml
    [[days]]
    id = "samedi"
    date = 2022-03-26

    [[sessions]]
    id = "veillee"
    day = "samedi"
    title = "Veillée"
    start = "25:00"
    end = "28:00"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "samedi"
    date = 2022-03-26

    [[sessions]]
    id = "veillee"
    day = "samedi"
    title = "Veillée"
    start = "22:00"
    end = "24:00"
    ```
    """

    code = "TIM021"
    name = "across-clock-change"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session whose end has another offset from UTC than its start."""
        zone = find_zone(timeline.event.timezone)
        if zone is None:
            return
        offsets: dict[int, timedelta] = {}
        for item in _with_ends(timeline):
            start, end = item.start, seen_until(item)
            for moment in (start, end):
                if moment not in offsets:
                    offsets[moment] = show(moment, zone).utcoffset() or timedelta()
            if offsets[start] == offsets[end]:
                continue
            names: dict[str, str | int] = {"id": item.session.id, "minutes": (end - start) // 60}
            headline = (
                Message.of(
                    "the clocks go forward during `{id}`: it lasts {minutes} minutes", **names
                )
                if offsets[start] < offsets[end]
                else Message.of(
                    "the clocks go back during `{id}`: it lasts {minutes} minutes", **names
                )
            )
            advice = Message.of("if that is not meant, correct its end")
            yield self.found(end_of(item), headline, help=advice)


def _with_ends(timeline: Timeline) -> Iterator[Placed]:
    """Give the sessions whose ends are written; their workshops are told with them."""
    for item in timeline.placed:
        if has_written_end(item) and not is_hosted(item) and is_plausible(item.day.date):
            yield item


def _midnights(day: date, zone: ZoneInfo) -> tuple[int, int]:
    """Return the two midnights that a session of a day can go beyond, in seconds, UTC."""
    return midnight_after(day, zone), midnight_after(day + timedelta(days=1), zone)
