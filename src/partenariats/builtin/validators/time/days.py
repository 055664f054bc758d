"""The days of the event, and what is on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.fix import Fix, Sort
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.timeline import Timeline
from partenariats.model.timeline.problems import UnknownReference


class DaysOutOfOrder(Validator[NoOptions]):
    """A day stands after a later one.

    ## What it says

    The days are not in the order of their dates in the file.

    ## Why it matters

    Mostly a date is wrong: one of the days was given a new one, the other was forgotten.

    ## Example

    ```toml
    [[days]]
    id = "jeudi"
    date = 2022-03-31

    [[days]]
    id = "vendredi"
    date = 2022-03-25
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "jeudi"
    date = 2022-03-24

    [[days]]
    id = "vendredi"
    date = 2022-03-25
    ```
    """

    code = "TIM023"
    name = "days-out-of-order"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every day whose date lies before that of the day above it."""
        days = timeline.event.days
        order = sorted(range(len(days)), key=lambda index: days[index].date)
        fix = Fix((Sort("days", tuple(order)),), is_safe=True)
        for index, (above, day) in enumerate(pairwise(days), start=1):
            if day.date < above.date:
                headline = Message.of(
                    "day `{id}` stands after `{above}`, which is later", id=day.id, above=above.id
                )
                where = Where() / "days" / (index - 1) / "date"
                related = (Related(where, Message.of("the later date")),)
                advice = Message.of("correct the date, or put the days in order")
                where = Where() / "days" / index / "date"
                yield self.found(where, headline, help=advice, related=related, fix=fix)


class EmptyDay(Validator[NoOptions]):
    """A day has no session.

    ## What it says

    No session and no workshop is on the day, directly or through a block.

    ## Why it matters

    It would be printed as a heading with nothing below it.

    ## Example

    ```toml
    [[days]]
    id = "jeudi"
    date = 2022-03-24
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "jeudi"
    date = 2022-03-24

    [[sessions]]
    id = "diner"
    day = "jeudi"
    kind = "meal"
    title = "Dîner"
    start = "19:30"
    ```
    """

    code = "TIM024"
    name = "empty-day"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every day that no session names, unless one that is misspelt may be meant."""
        unknown = timeline.problems_of(UnknownReference)
        if any(problem.table in {"days", "blocks"} for problem in unknown):
            return
        named = _named_days(timeline.event)
        for index, day in enumerate(timeline.event.days):
            if day.id not in named:
                headline = Message.of("day `{id}` has no session", id=day.id)
                advice = Message.of("add its sessions, or take the day out")
                yield self.found(Where() / "days" / index, headline, help=advice)


class DateTwice(Validator[NoOptions]):
    """Two days have one date.

    ## What it says

    Two days with different ids are on the same date.

    ## Why it matters

    Mostly the date of one of them was copied and not changed. Parts of one day are blocks.

    ## Example

    ```toml
    [[days]]
    id = "jeudi"
    date = 2022-03-24

    [[days]]
    id = "vendredi"
    date = 2022-03-24
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "jeudi"
    date = 2022-03-24

    [[days]]
    id = "vendredi"
    date = 2022-03-25
    ```
    """

    code = "TIM025"
    name = "date-twice"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every day whose date an earlier one in the file has."""
        first_with: dict[date, int] = {}
        days = timeline.event.days
        for index, day in enumerate(days):
            first = first_with.setdefault(day.date, index)
            if days[first].id != day.id:
                headline = Message.of(
                    "days `{first}` and `{id}` have the same date", first=days[first].id, id=day.id
                )
                related = (Related(Where() / "days" / first / "date", Message.of("first here")),)
                advice = Message.of("correct one of the dates, or make blocks of one day of them")
                where = Where() / "days" / index / "date"
                yield self.found(where, headline, help=advice, related=related)


def _named_days(event: Event) -> set[str | None]:
    """Collect the days that sessions and workshops name, or their blocks."""
    days_of_blocks = {block.id: block.day for block in event.blocks}
    named: set[str | None] = set()
    for items in (event.sessions, event.workshops):
        for item in items:
            named.add(item.day)
            if item.block is not None:
                named.add(days_of_blocks.get(item.block))
    return named
