"""Ends that are not written, or written twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from partenariats.builtin.validators.time.written import is_hosted
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.problems import TwoEnds


class InferredEnd(Validator[NoOptions]):
    """The ends of sessions are taken from the next start.

    ## What it says

    Where a session says no end, it is taken to end when the next one starts in its block,
    or on the same day in the same venue.

    ## Why it matters

    It is mostly true, and calendars need it. Where a pause or a walk lies between, it is
    not.

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

    [[sessions]]
    id = "debat"
    block = "matinee"
    title = "Débat"
    start = "10:00"
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
    end = "9:55"

    [[sessions]]
    id = "debat"
    block = "matinee"
    title = "Débat"
    start = "10:00"
    end = "11:00"
    ```
    """

    code = "TIM008"
    name = "inferred-end"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell, once for each block, how many ends were inferred."""
        groups: dict[tuple[str, str], list[Placed]] = defaultdict(list)
        for item in timeline.placed:
            if item.end_is_inferred and not is_hosted(item):
                groups[("blocks", item.block.id) if item.block else ("days", item.day.id)].append(
                    item
                )
        for (table, key), items in groups.items():
            if len(items) == 1:
                headline = Message.of(
                    "the end of `{id}` is taken from the next start", id=items[0].session.id
                )
                where = Where(items[0].at)
            else:
                headline = Message.of(
                    "the ends of {n} sessions in `{id}` are taken from the next starts",
                    n=len(items),
                    id=key,
                )
                where = Where(timeline.ids[table][key])
            yield self.found(where, headline, help=Message.of("give an `end` where it differs"))


class OpenEnd(Validator[NoOptions]):
    """Nobody knows when a session ends.

    ## What it says

    The session says no end, and nothing follows it from which one could be inferred.

    ## Why it matters

    Those who come do not know which train to take; calendars show it without a length.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "cloture"
    day = "vendredi"
    title = "Propos conclusifs"
    start = "16:00"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "cloture"
    day = "vendredi"
    title = "Propos conclusifs"
    start = "16:00"
    duration = "30 min"
    ```
    """

    code = "TIM009"
    name = "open-end"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session whose end is open; one that is written and wrong is told elsewhere."""
        for item in timeline.placed:
            if item.end is None and item.session.end is None and not is_hosted(item):
                headline = Message.of("`{id}` has no end", id=item.session.id)
                advice = Message.of("give it an `end` or a `duration`")
                yield self.found(Where(item.at), headline, help=advice)


class TwoEndsGiven(Validator[NoOptions]):
    """An end and a duration disagree.

    ## What it says

    The session gives both an end and a duration, and the duration leads to another end.

    ## Why it matters

    One of the two is from an older version.

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
    end = "10:00"
    duration = "45 min"
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
    duration = "45 min"
    ```
    """

    code = "TIM013"
    name = "two-ends"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session with an end and a duration that disagree."""
        for problem in timeline.problems_of(TwoEnds):
            related = (Related(Where(problem.duration_at), Message.of("the duration is here")),)
            headline = Message.of("end and duration of `{id}` disagree", id=problem.id)
            advice = Message.of("keep one of the two")
            yield self.found(Where(problem.at), headline, help=advice, related=related)
