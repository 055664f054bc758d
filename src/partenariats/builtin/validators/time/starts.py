"""Sessions that cannot be placed: no start, no day, or two."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.fix import Fix, Remove
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Timeline
from partenariats.model.timeline.problems import NoDay, NoStart, TwoDays


class NoStartTime(Validator[NoOptions]):
    """A session has no start.

    ## What it says

    Every session says when it starts. A workshop may leave it out where it is held within a
    group-work session.

    ## Why it matters

    A session without a start can stand in no programme and no calendar.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
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

    code = "TIM007"
    name = "no-start"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session without a start."""
        for problem in timeline.problems_of(NoStart):
            headline = Message.of("`{id}` has no start", id=problem.id)
            advice = Message.of('add `start = "9:30"`')
            yield self.found(Where(problem.at), headline, help=advice)


class NoDayGiven(Validator[NoOptions]):
    """A session is on no day.

    ## What it says

    Every session names its block or, where it has none, its day. A workshop may name the
    group-work session it is held within instead.

    ## Why it matters

    Only days carry dates: without one nobody knows when to come.

    ## Example

    ```toml
    [[sessions]]
    id = "ouverture"
    title = "Ouverture"
    start = "9:30"
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

    code = "TIM011"
    name = "no-day"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session with neither block nor day."""
        for problem in timeline.problems_of(NoDay):
            headline = Message.of("`{id}` has neither block nor day", id=problem.id)
            advice = Message.of("give it a `block` or a `day`")
            yield self.found(Where(problem.at), headline, help=advice)


class TwoDaysGiven(Validator[NoOptions]):
    """A session gives another day than its block.

    ## What it says

    A block has its own day. The session names both, and they differ.

    ## Why it matters

    It would be printed on one day and announced for the other.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[days]]
    id = "samedi"
    date = 2022-03-26

    [[blocks]]
    id = "matinee"
    day = "vendredi"

    [[sessions]]
    id = "ouverture"
    block = "matinee"
    title = "Ouverture"
    day = "samedi"
    start = "9:30"
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
    ```
    """

    code = "TIM012"
    name = "two-days"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session whose day is not that of its block."""
        for problem in timeline.problems_of(TwoDays):
            headline = Message.of(
                "block `{block}` is on `{block_day}`, not on `{day}`",
                block=problem.block,
                block_day=problem.block_day,
                day=problem.day,
            )
            related = (Related(Where(problem.block_at), Message.of("the block is named here")),)
            advice = Message.of("take out `day`: the block has its own")
            fix = Fix((Remove(Where(problem.at)),))
            yield self.found(Where(problem.at), headline, help=advice, related=related, fix=fix)
