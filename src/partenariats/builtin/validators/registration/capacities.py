"""How many may register, against how many find room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from partenariats.builtin.validators.themes.expected import held_alone
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.sessions import AnySession, Session, SessionKind
from partenariats.model.timeline import Timeline

FOR_EVERYBODY: Final = frozenset({SessionKind.PLENARY, SessionKind.OPENING, SessionKind.CLOSING})
"""Kinds of sessions to which everybody comes where nothing is held beside them."""
CAPACITY: Final = Where() / "registration" / "capacity"


class CapacityAboveRoom(Validator[NoOptions]):
    """More persons may register than the room of a plenary holds.

    ## What it says

    A plenary, opening or closing session is held while nothing else is, and its room holds fewer
    persons than may register for the event. The smallest such room is told. A session that has a
    `capacity` of its own, or is required for some audiences, is left out: it is not for everybody.

    ## Why it matters

    Everybody comes to it, and some find no seat.

    ## Example

    ```toml
    [registration]
    capacity = 200

    [[rooms]]
    id = "auditorium"
    name = "Auditorium"
    capacity = 150

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    kind = "opening"
    title = "Ouverture"
    start = "9:30"
    room = "auditorium"
    ```

    ## Use instead

    ```toml
    [registration]
    capacity = 150

    [[rooms]]
    id = "auditorium"
    name = "Auditorium"
    capacity = 150

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    kind = "opening"
    title = "Ouverture"
    start = "9:30"
    room = "auditorium"
    ```
    """

    code = "REG001"
    name = "capacity-above-room"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell the smallest room in which everybody who may register is to meet."""
        capacity = timeline.event.registration.capacity
        if capacity is None:
            return
        alone = held_alone(timeline)
        small = [
            (item.room.capacity, item.session.id, item.room.id)
            for item in timeline.placed
            if item.at in alone
            and item.room is not None
            and item.room.capacity is not None
            and _is_for_everybody(item.session)
            # a room that is too small for those expected is told by PLC003
            and (item.session.expected or 0) <= item.room.capacity < capacity
        ]
        if small:
            held, session, room = min(small)
            headline = Message.of(
                "{capacity} may register, and everybody meets at `{id}`, "
                "whose room `{room}` holds {held}",
                capacity=capacity,
                id=session,
                room=room,
                held=held,
            )
            advice = Message.of("choose a larger room, or let fewer register")
            at = Where(timeline.ids["rooms"][room]) / "capacity"
            related = (Related(at, Message.of("the room holds this many")),)
            yield self.found(CAPACITY, headline, help=advice, related=related)


class FewerThanExpected(Validator[NoOptions]):
    """Fewer persons may register than are expected.

    ## What it says

    The `capacity` of `[registration]` is less than what `[event]` says in `expected`.

    ## Why it matters

    Either number may be an old one. Those who come without registering, such as speakers, may be
    the difference.

    ## Example

    ```toml
    format = 1
    [event]
    id = "assises"
    title = "Assises"
    timezone = "Europe/Paris"
    expected = 120

    [registration]
    capacity = 100
    ```

    ## Use instead

    ```toml
    format = 1
    [event]
    id = "assises"
    title = "Assises"
    timezone = "Europe/Paris"
    expected = 120

    [registration]
    capacity = 120
    ```
    """

    code = "REG009"
    name = "fewer-than-expected"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell the capacity of an event to which more are expected."""
        capacity, expected = timeline.event.registration.capacity, timeline.event.expected
        if capacity is not None and expected is not None and capacity < expected:
            headline = Message.of(
                "{capacity} may register, and {expected} persons are expected",
                capacity=capacity,
                expected=expected,
            )
            advice = Message.of("raise the capacity if all of them are to register")
            related = (Related(Where() / "event" / "expected", Message.of("so many are expected")),)
            yield self.found(CAPACITY, headline, help=advice, related=related)


def _is_for_everybody(session: AnySession) -> bool:
    return (
        isinstance(session, Session)
        and session.kind in FOR_EVERYBODY
        and session.capacity is None
        and not session.required_for
    )
