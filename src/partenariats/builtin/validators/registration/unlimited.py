"""What people register for without any limit."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.builtin.validators.registration.declared import is_declared
from partenariats.builtin.validators.themes.capacity import capacity_of
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Timeline


class WithoutCapacity(Validator[NoOptions]):
    """People register for something that has no capacity.

    ## What it says

    The event has registration, and a workshop has no `capacity` of its own: registration does not
    count the seats of rooms. The same is told of a session that is required for somebody where
    its room does not say how many it holds either.

    ## Why it matters

    Any number may register for it.

    ## Example

    ```toml
    [registration]
    capacity = 100

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ateliers"
    day = "vendredi"
    kind = "group_work"
    title = "Travail en ateliers"
    start = "13:30"
    end = "15:00"

    [[workshops]]
    id = "atelier-1"
    within = "ateliers"
    ```

    ## Use instead

    ```toml
    [registration]
    capacity = 100

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ateliers"
    day = "vendredi"
    kind = "group_work"
    title = "Travail en ateliers"
    start = "13:30"
    end = "15:00"

    [[workshops]]
    id = "atelier-1"
    within = "ateliers"
    capacity = 25
    ```
    """

    code = "REG008"
    name = "without-capacity"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell workshops and required sessions that take any number."""
        if not is_declared(timeline):
            return
        for index, session in enumerate(timeline.event.sessions):
            where = Where(("sessions", index))
            if session.required_for and capacity_of(timeline, where, session)[0] is None:
                yield self._found(where, session.id, ())
        for index, workshop in enumerate(timeline.event.workshops):
            if workshop.capacity is None:
                where = Where(("workshops", index))
                held, said_at = capacity_of(timeline, where, workshop)
                seats = [] if held is None else [Message.of("its room holds {count}", count=held)]
                related = tuple(Related(said_at, label) for label in seats)
                yield self._found(where, workshop.id, related)

    def _found(self, where: Where, name: str, related: tuple[Related, ...]) -> Diagnostic:
        headline = Message.of("any number may register for `{id}`: it has no capacity", id=name)
        return self.found(where, headline, help=Message.of("give it a `capacity`"), related=related)
