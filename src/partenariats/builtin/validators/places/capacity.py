"""How many persons a room holds, against how many come."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.places import Room
from partenariats.model.sessions import AnySession
from partenariats.model.timeline import Timeline


class RoomTooSmall(Validator[NoOptions]):
    """A room is too small.

    ## What it says

    The room holds fewer persons than the session takes (`capacity`) or than are expected
    (`expected`); the larger of the two counts.

    ## Why it matters

    Some of those who come find no seat, and a room has its number for reasons of safety.

    ## Example

    ```toml
    [[rooms]]
    id = "salle-1"
    name = "Salle 1"
    capacity = 30

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    room = "salle-1"
    expected = 120
    ```

    ## Use instead

    ```toml
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
    title = "Ouverture"
    start = "9:30"
    room = "auditorium"
    expected = 120
    ```
    """

    code = "PLC003"
    name = "room-too-small"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session that counts on more persons than its room holds."""
        for item in timeline.placed:
            room, session = item.room, item.session
            most = _most(session)
            if room is None or room.capacity is None or most <= room.capacity:
                continue
            headline = Message.of(
                "`{id}` is for {persons} persons, its room `{room}` holds {capacity}",
                id=session.id,
                persons=most,
                room=room.id,
                capacity=room.capacity,
            )
            advice = Message.of("choose a larger room, or take fewer persons")
            said = "capacity" if session.capacity == most else "expected"
            related = (_capacity(timeline, room),)
            yield self.found(Where(item.at) / said, headline, help=advice, related=related)


@attrs.frozen(kw_only=True)
class RoomTooLargeOptions:
    """Say what is far too large."""

    times: int = 5
    """How many times the persons expected a room may hold."""


class RoomTooLarge(Validator[RoomTooLargeOptions]):
    """A room is far too large.

    ## What it says

    The room holds more than five times the persons expected (`expected`; where it is missing,
    the `capacity` of the session). Rooms that several sessions share are left out.

    ## Why it matters

    A few people in a large hall do not speak with each other, and another session may lack
    that room. Or a digit is missing.

    ## Example

    ```toml
    [[rooms]]
    id = "auditorium"
    name = "Auditorium"
    capacity = 300

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "questionnaires"
    day = "vendredi"
    title = "Retours des questionnaires"
    start = "10:00"
    room = "auditorium"
    expected = 20
    ```

    ## Use instead

    ```toml
    [[rooms]]
    id = "salle-1"
    name = "Salle 1"
    capacity = 30

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "questionnaires"
    day = "vendredi"
    title = "Retours des questionnaires"
    start = "10:00"
    room = "salle-1"
    expected = 20
    ```

    ## Options

    `times` (5 by default): how many times the persons expected a room may hold.
    """

    code = "PLC004"
    name = "room-too-large"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session that would be lost in its room."""
        for item in timeline.placed:
            room, session = item.room, item.session
            persons = session.capacity if session.expected is None else session.expected
            if room is None or room.capacity is None or room.shared or persons is None:
                continue
            # too small for the larger of its two numbers is told already
            if room.capacity <= self.options.times * persons or room.capacity < _most(session):
                continue
            headline = Message.of(
                "room `{room}` holds {capacity} persons, `{id}` is for {persons}",
                room=room.id,
                capacity=room.capacity,
                id=session.id,
                persons=persons,
            )
            advice = Message.of("choose a smaller room, or correct one of the two numbers")
            related = (_capacity(timeline, room),)
            yield self.found(Where(item.at) / "room", headline, help=advice, related=related)


def _most(session: AnySession) -> int:
    """Give the larger number of persons that a session says, nobody where it says none."""
    return max(session.capacity or 0, session.expected or 0)


def _capacity(timeline: Timeline, room: Room) -> Related:
    where = Where(timeline.ids["rooms"][room.id]) / "capacity"
    return Related(where, Message.of("the room holds this many"))
