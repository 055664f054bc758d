"""How many must attend a session, against how many it takes."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.builtin.validators.registration.declared import is_declared
from partenariats.builtin.validators.themes.capacity import capacity_of
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.sessions import AnySession
from partenariats.model.timeline import Timeline


class CapacityBelowRequired(Validator[NoOptions]):
    """A session takes fewer persons than must attend it.

    ## What it says

    The session is required for audiences of which more persons may register, by their `capacity`
    and that of the event, than the session takes, or its room where it does not say.

    ## Why it matters

    Some of those who must attend it would have to wait for a place.

    ## Example

    ```toml
    format = 1
    [event]
    id = "assises"
    title = "Assises"
    timezone = "Europe/Paris"
    audiences = [{ id = "delegues", title = "Délégués", capacity = 60 }]

    [registration]
    capacity = 200

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "assemblee"
    day = "vendredi"
    title = "Assemblée générale"
    start = "9:30"
    capacity = 50
    required_for = ["delegues"]
    ```

    ## Use instead

    ```toml
    format = 1
    [event]
    id = "assises"
    title = "Assises"
    timezone = "Europe/Paris"
    audiences = [{ id = "delegues", title = "Délégués", capacity = 60 }]

    [registration]
    capacity = 200

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "assemblee"
    day = "vendredi"
    title = "Assemblée générale"
    start = "9:30"
    capacity = 60
    required_for = ["delegues"]
    ```
    """

    code = "REG002"
    name = "capacity-below-required"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell sessions that cannot take all who must attend them."""
        if not is_declared(timeline):
            return
        for table in ("sessions", "workshops"):
            for index, session in enumerate(getattr(timeline.event, table)):
                if session.required_for:
                    yield from self._check(timeline, Where((table, index)), session)

    def _check(self, timeline: Timeline, at: Where, session: AnySession) -> Iterator[Diagnostic]:
        places, said_at = capacity_of(timeline, at, session)
        # a room that is too small for those expected is told by PLC003
        told = session.capacity is None and places is not None and (session.expected or 0) > places
        required = _most_required(timeline, session)
        if places is None or told or required <= places:
            return
        headline = Message.of(
            "`{id}` takes {places} persons, and {required} may have to attend it",
            id=session.id,
            places=places,
            required=required,
        )
        advice = Message.of("raise its capacity, or let fewer register")
        related = [Related(said_at, Message.of("the capacity is given here"))]
        for audience in dict.fromkeys(session.required_for):
            where = timeline.ids["audiences"].get(audience)
            if where is not None:
                label = Message.of("`{id}` must attend it", id=audience)
                related.append(Related(Where(where), label))
        yield self.found(at / "required_for", headline, help=advice, related=tuple(related))


def _most_required(timeline: Timeline, session: AnySession) -> int:
    """Return how many may have to attend a session, as far as capacities say."""
    declared = timeline.ids["audiences"]
    wanted = {declared[key] for key in session.required_for if key in declared}
    capacities = [timeline.event.audiences[int(at[2])].capacity for at in wanted]
    most = sum(capacity for capacity in capacities if capacity is not None)
    whole = timeline.event.registration.capacity
    if whole is None:
        return most
    everybody = None in capacities and len(wanted) == len(declared)
    return whole if everybody else min(most, whole)
