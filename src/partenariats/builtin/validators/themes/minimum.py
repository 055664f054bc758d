"""How many persons a session needs, and how many it takes."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.builtin.validators.themes.about import sessions_and_workshops
from partenariats.builtin.validators.themes.capacity import capacity_of
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.sessions import AnySession
from partenariats.model.timeline import Timeline


class MinimumAboveCapacity(Validator[NoOptions]):
    """A session needs more persons than it takes.

    ## What it says

    `minimum` is above `capacity`, or above what the room holds where the session gives no
    capacity.

    ## Why it matters

    The session could never be held.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[workshops]]
    id = "atelier-1"
    day = "vendredi"
    start = "13:30"
    end = "15:00"
    minimum = 20
    capacity = 12
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[workshops]]
    id = "atelier-1"
    day = "vendredi"
    start = "13:30"
    end = "15:00"
    minimum = 12
    capacity = 20
    ```
    """

    code = "THM008"
    name = "minimum-above-capacity"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session and workshop that can never have as many persons as it needs."""
        for where, session in sessions_and_workshops(timeline.event):
            if session.minimum is not None:
                yield from self._check_one(timeline, where, session, session.minimum)

    def _check_one(
        self, timeline: Timeline, where: Where, session: AnySession, minimum: int
    ) -> Iterator[Diagnostic]:
        capacity, given_at = capacity_of(timeline, where, session)
        if capacity is None or minimum <= capacity:
            return
        if session.capacity is not None:
            headline = Message.of(
                "the minimum of `{id}`, {minimum}, is above its capacity of {capacity}",
                id=session.id,
                minimum=minimum,
                capacity=capacity,
            )
        else:
            headline = Message.of(
                "the minimum of `{id}`, {minimum}, is above what its room holds, {capacity}",
                id=session.id,
                minimum=minimum,
                capacity=capacity,
            )
        advice = Message.of("lower the minimum, or make more places")
        related = (Related(given_at, Message.of("the capacity is given here")),)
        yield self.found(where / "minimum", headline, help=advice, related=related)
