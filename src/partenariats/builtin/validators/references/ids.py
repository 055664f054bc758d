"""Ids that are given twice, and ids that nothing bears."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.fix import Fix, Replace
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.language.names import nearest
from partenariats.model.timeline import Timeline
from partenariats.model.timeline.problems import DuplicateId, UnknownReference

MOST_GUESSES: Final = 100
"""Unknown ids for which the nearest known one is looked for: a lost file has thousands."""


class UnknownId(Validator[NoOptions]):
    """Something points at an id that nothing bears.

    ## What it says

    The id is declared nowhere in the table it belongs to: it is misspelt, or its declaration
    was taken out. Sessions and workshops share one space of ids.

    ## Why it matters

    The session would be in no room, the credit without a person.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[blocks]]
    id = "matinee"
    day = "vendrdi"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[blocks]]
    id = "matinee"
    day = "vendredi"
    ```
    """

    code = "REF001"
    name = "unknown-id"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every reference that leads nowhere."""
        close_ones: dict[tuple[str, str], str | None] = {}
        for problem in timeline.problems_of(UnknownReference):
            looked_up = (problem.table, problem.id)
            if looked_up not in close_ones and len(close_ones) < MOST_GUESSES:
                close_ones[looked_up] = nearest(problem.id, timeline.ids[problem.table])
            close = close_ones.get(looked_up)
            fix: Fix | None = None
            if close is not None:
                advice = Message.of("did you mean `{name}`?", name=close)
                fix = Fix((Replace(Where(problem.at), problem.id, 0, len(problem.id), close),))
            else:
                advice = Message.of("declare it in `[[{table}]]`", table=problem.table)
            headline = Message.of(
                "nothing in `{table}` is called `{id}`", table=problem.table, id=problem.id
            )
            yield self.found(Where(problem.at), headline, help=advice, fix=fix)


class IdTwice(Validator[NoOptions]):
    """Two things bear one id.

    ## What it says

    Within one table an id names one thing. Sessions and workshops share one space of ids.

    ## Why it matters

    Whatever points at the id would mean either.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[days]]
    id = "vendredi"
    date = 2022-03-26
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[days]]
    id = "samedi"
    date = 2022-03-26
    ```
    """

    code = "REF002"
    name = "id-twice"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every declaration of an id after the first."""
        for problem in timeline.problems_of(DuplicateId):
            related = (Related(Where(problem.first), Message.of("first given here")),)
            headline = Message.of("the id `{id}` is given twice", id=problem.id)
            yield self.found(
                Where(problem.at),
                headline,
                help=Message.of("give one of them another id"),
                related=related,
            )
