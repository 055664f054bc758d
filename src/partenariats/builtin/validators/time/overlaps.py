"""A room that would hold two sessions at once, a person who would be in both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from partenariats.builtin.validators.time.blocks import busy_rooms, stands_in_a_break
from partenariats.builtin.validators.time.written import (
    MOST_PAIRS,
    are_both_tentative,
    ends_here,
    first_pairs,
    is_at_a_rest,
    kind_of,
    start_of,
    starts_here,
)
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.sessions import SessionKind
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.overlaps import Pair, are_elsewhere, overlapping, seen_until
from partenariats.model.timeline.problems import Path

ANOTHER_ROOM: Final = Message.of("move one of them, or give it another room")


class RoomOverlap(Validator[NoOptions]):
    """Two sessions are held in one room at once.

    ## What it says

    A session starts in a room that another one still holds. A hall in which several sessions
    find their place says so with `shared = true`; a workshop may be held in the room of its
    group-work session, and a speech in that of the meal or the reception within which it lies;
    work in groups is none, nor is a plenary session as long as the meal. Two tentative sessions
    may yet be chosen from.

    ## Why it matters

    One of the two groups stands in the corridor.

    ## Example

    ```toml
    [[rooms]]
    id = "salle-1"
    name = "Salle 1"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ateliers"
    day = "vendredi"
    title = "Ateliers"
    start = "13:30"
    end = "15:00"
    room = "salle-1"

    [[sessions]]
    id = "restitution"
    day = "vendredi"
    title = "Restitution"
    start = "14:30"
    end = "15:30"
    room = "salle-1"
    ```

    ## Use instead

    ```toml
    [[rooms]]
    id = "salle-1"
    name = "Salle 1"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ateliers"
    day = "vendredi"
    title = "Ateliers"
    start = "13:30"
    end = "14:30"
    room = "salle-1"

    [[sessions]]
    id = "restitution"
    day = "vendredi"
    title = "Restitution"
    start = "14:30"
    end = "15:30"
    room = "salle-1"
    ```
    """

    code = "TIM003"
    name = "room-overlap"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell each pair of sessions that one room would hold at once."""
        for room_id, items in timeline.by_room.items():
            room = items[0].room
            if room is None or room.shared:
                continue
            pairs, are_more = first_pairs(overlapping(items), _need_two_rooms)
            for earlier, later in pairs:
                yield self._clash(room_id, earlier, later)
            if are_more:
                headline = Message.of(
                    "room `{room}` has more than {n} overlaps: the others are not told",
                    room=room_id,
                    n=MOST_PAIRS,
                )
                advice = Message.of("if it holds several sessions at once, write `shared = true`")
                yield self.found(Where(timeline.ids["rooms"][room_id]), headline, help=advice)

    def _clash(self, room: str, earlier: Placed, later: Placed) -> Diagnostic:
        names = {"later": later.session.id, "earlier": earlier.session.id, "room": room}
        if earlier.start == later.start:
            headline = Message.of(
                "`{later}` starts in room `{room}` together with `{earlier}`", **names
            )
            related = starts_here(earlier)
        else:
            headline = Message.of(
                "`{later}` starts while `{earlier}` still holds room `{room}`", **names
            )
            related = ends_here(earlier)
        return self.found(start_of(later), headline, help=ANOTHER_ROOM, related=related)


class InTwoPlaces(Validator[NoOptions]):
    """A person is in two places at once.

    ## What it says

    Somebody has a part in two sessions that are held at the same time, or that overlap. Sessions
    in one room, and a workshop within its group-work session, are one place. Whoever hosts a meal
    or a reception may speak during it, and whoever welcomes people may open the event, unless the
    two are in different venues. Two tentative sessions may yet be chosen from. An organization
    can be in several places. An overlap that is told of a break is not told again; one of a block
    is told here, as the graver fact, and not as `TIM015`.

    ## Why it matters

    One of the sessions waits for them.

    ## Example

    ```toml
    [[people]]
    id = "anne-martin"
    name = "Anne Martin"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "climat"
    day = "vendredi"
    title = "Climat"
    start = "9:30"
    end = "10:30"
    credits = [{ person = "anne-martin" }]

    [[sessions]]
    id = "eau"
    day = "vendredi"
    title = "Eau"
    start = "10:00"
    end = "11:00"
    credits = [{ person = "anne-martin", role = "chair" }]
    ```

    ## Use instead

    ```toml
    [[people]]
    id = "anne-martin"
    name = "Anne Martin"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "climat"
    day = "vendredi"
    title = "Climat"
    start = "9:30"
    end = "10:30"
    credits = [{ person = "anne-martin" }]

    [[sessions]]
    id = "eau"
    day = "vendredi"
    title = "Eau"
    start = "10:30"
    end = "11:30"
    credits = [{ person = "anne-martin", role = "chair" }]
    ```
    """

    code = "TIM014"
    name = "in-two-places"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell each pair of sessions that one person cannot attend both."""
        people = timeline.ids["people"]
        numbers: dict[Path, dict[str, int]] = {}
        busy = busy_rooms(timeline)

        def is_torn(one: Placed, other: Placed) -> bool:
            return _are_two_places(one, other) and not stands_in_a_break(one, other, busy)

        for person, items in timeline.by_person.items():
            if len(items) == 1 or person not in people:
                continue
            pairs, are_more = first_pairs(overlapping(items), is_torn)
            for pair in pairs:
                credit, other = (_credit_in(item, person, numbers) for item in pair[::-1])
                yield self._torn(person, pair, credit, other)
            if are_more:
                headline = Message.of(
                    "`{person}` is in more than {n} pairs of sessions at once: the others are not"
                    " told",
                    person=person,
                    n=MOST_PAIRS,
                )
                advice = Message.of("credit an organization where no one person is meant")
                yield self.found(Where(people[person]), headline, help=advice)

    def _torn(self, person: str, pair: Pair, credit: Where, other: Where) -> Diagnostic:
        earlier, later = pair
        names = {"person": person, "earlier": earlier.session.id, "later": later.session.id}
        exactly = earlier.start == later.start and seen_until(earlier) == seen_until(later)
        headline = (
            Message.of("`{person}` is in `{earlier}` and `{later}` at the same time", **names)
            if exactly
            else Message.of("`{person}` is in `{earlier}` and `{later}`, which overlap", **names)
        )
        advice = Message.of("move one of the sessions, or give the part to somebody else")
        label = Message.of("the part in `{id}`", id=earlier.session.id)
        related = (Related(other, label),)
        return self.found(credit, headline, help=advice, related=related)


def _need_two_rooms(one: Placed, other: Placed) -> bool:
    """Tell whether two sessions at once cannot be held in one room."""
    return not are_both_tentative(one, other) and not is_at_a_rest(one, other)


def _are_two_places(one: Placed, other: Placed) -> bool:
    """Tell whether nobody can have a part in two sessions that overlap."""
    if are_both_tentative(one, other):
        return False
    if one.room is not None and other.room is not None and one.room.id == other.room.id:
        return False
    is_welcome = SessionKind.WELCOME in {kind_of(one), kind_of(other)}
    return are_elsewhere(one, other) or not (is_welcome or is_at_a_rest(one, other))


def _credit_in(item: Placed, person: str, numbers: dict[Path, dict[str, int]]) -> Where:
    """Return where a session names a person first; `numbers` remembers each session's people."""
    if item.at not in numbers:
        first = numbers[item.at] = {}
        for number, credit in enumerate(item.session.credits):
            if credit.person is not None:
                first.setdefault(credit.person, number)
    return Where(item.at) / "credits" / numbers[item.at][person]
