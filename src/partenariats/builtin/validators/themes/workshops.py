"""Workshops and what they are about."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Timeline


class WorkshopWithoutTheme(Validator[NoOptions]):
    """A workshop has no theme.

    ## What it says

    The event has themes, but the workshop says of none that it is about it.

    ## Why it matters

    Attendees choose a workshop by its theme.

    ## Example

    ```toml
    [[themes]]
    id = "pilotage"
    title = "Le pilotage"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ateliers"
    day = "vendredi"
    title = "Ateliers"
    kind = "group_work"
    start = "13:30"
    end = "15:00"

    [[workshops]]
    id = "atelier-1"
    within = "ateliers"
    ```

    ## Use instead

    ```toml
    [[themes]]
    id = "pilotage"
    title = "Le pilotage"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ateliers"
    day = "vendredi"
    title = "Ateliers"
    kind = "group_work"
    start = "13:30"
    end = "15:00"

    [[workshops]]
    id = "atelier-1"
    within = "ateliers"
    themes = ["pilotage"]
    ```
    """

    code = "THM001"
    name = "workshop-without-theme"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every workshop without a theme where the event has themes."""
        if not timeline.event.themes:
            return
        for index, workshop in enumerate(timeline.event.workshops):
            if not workshop.themes:
                headline = Message.of("workshop `{id}` has no theme", id=workshop.id)
                advice = Message.of("give it `themes`")
                yield self.found(Where() / "workshops" / index, headline, help=advice)
