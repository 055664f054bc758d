"""Places that nobody has named."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Placed, Timeline


class NoPlace(Validator[NoOptions]):
    """No place is given.

    ## What it says

    Neither the sessions nor their block, their room or their group-work session name a
    venue. It is told once for a block.

    ## Why it matters

    Those who come do not know where to go.

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
    ```

    ## Use instead

    ```toml
    [[venues]]
    id = "hotel-de-ville"
    name = "Hôtel de Ville"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[blocks]]
    id = "matinee"
    day = "vendredi"
    venue = "hotel-de-ville"

    [[sessions]]
    id = "ouverture"
    block = "matinee"
    title = "Ouverture"
    start = "9:30"
    end = "10:00"
    ```
    """

    code = "PLC001"
    name = "no-place"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell blocks, and sessions without one, that are in no venue."""
        told: set[Where] = set()
        for item in timeline.placed:
            if item.venue is not None or item.room is not None or _names_one(item):
                continue
            if item.block is None:
                where, name = Where(item.at), str(item.session.id)
            else:
                where, name = Where(timeline.ids["blocks"][item.block.id]), item.block.id
            if where not in told:
                told.add(where)
                headline = Message.of("no place is given for `{id}`", id=name)
                yield self.found(where, headline, help=Message.of("give it a `venue`"))


def _names_one(item: Placed) -> bool:
    """Tell whether a place is named, which then is unknown and told as that."""
    around = item.block.venue if item.block else None
    return bool(item.session.venue or item.session.room or around)
