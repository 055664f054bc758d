"""Places in workshops, against the persons expected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partenariats.builtin.validators.themes.about import group_work
from partenariats.builtin.validators.themes.capacity import capacity_of
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.sessions import PAUSES, Session, Workshop
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.problems import Path


class TooFewPlaces(Validator[NoOptions]):
    """The workshops held at one time have fewer places than persons are expected.

    ## What it says

    Every workshop within the group-work session says how many it takes, or its room does, and
    together they take fewer than are expected: in that session, else at the event where nothing
    else is held beside the workshops. Workshops held one after the other are not added up: those
    that overlap in time must take everybody. It is told once for a session.

    ## Why it matters

    Some of those who come find no workshop.

    ## Example

    ```toml
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
    expected = 50

    [[workshops]]
    id = "atelier-1"
    within = "ateliers"
    capacity = 20

    [[workshops]]
    id = "atelier-2"
    within = "ateliers"
    capacity = 20
    ```

    ## Use instead

    ```toml
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
    expected = 50

    [[workshops]]
    id = "atelier-1"
    within = "ateliers"
    capacity = 25

    [[workshops]]
    id = "atelier-2"
    within = "ateliers"
    capacity = 25
    ```
    """

    code = "THM009"
    name = "too-few-places"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell group-work sessions whose workshops cannot take all who are expected."""
        alone: set[Path] | None = None
        for where, session, workshops in group_work(timeline):
            waves = _waves(timeline, session, workshops)
            counted = [
                (places, wave) for wave in waves if (places := _places(timeline, wave)) is not None
            ]
            if not counted:
                continue
            places, wave = min(counted, key=lambda one: one[0])
            expected, said_at = session.expected, where / "expected"
            if expected is None:
                alone = held_alone(timeline) if alone is None else alone
                if where.path in alone:
                    expected, said_at = timeline.event.expected, Where() / "event" / "expected"
            if expected is not None and places < expected:
                headline = Message.of(
                    "the workshops within `{id}` take {places} of the {expected} persons expected",
                    id=session.id,
                    places=places,
                    expected=expected,
                )
                advice = Message.of("raise a `capacity`, or hold another workshop")
                related = [Related(said_at, Message.of("so many are expected"))]
                if len(waves) > 1:
                    at = timeline.ids["sessions"][min(workshop.id for workshop in wave)]
                    label = Message.of("counted are those held at the time of this one")
                    related.append(Related(Where(at), label))
                yield self.found(where, headline, help=advice, related=tuple(related))


def _waves(
    timeline: Timeline, session: Session, workshops: Sequence[Workshop]
) -> list[list[Workshop]]:
    """Part the workshops within a session by time: those that overlap are one wave.

    All are one where the time of some is unknown.
    """
    held = timeline.by_host.get(session.id, ())
    if len(held) < len(workshops):
        return [list(workshops)]
    waves: list[list[Workshop]] = []
    until = 0
    for item in held:
        if not isinstance(item.session, Workshop):
            continue
        if not waves or item.start >= until:
            waves.append([])
            until = _end(item)
        waves[-1].append(item.session)
        until = max(until, _end(item))
    return waves


def _places(timeline: Timeline, workshops: Sequence[Workshop]) -> int | None:
    """Add up the places of some workshops; nothing where one does not say."""
    places = 0
    for workshop in workshops:
        capacity, _ = capacity_of(timeline, Where(), workshop)
        if capacity is None:
            return None
        places += capacity
    return places if workshops else None


def held_alone(timeline: Timeline) -> set[Path]:
    """Return the sessions beside which nothing else is held but pauses and their own workshops."""
    shown = [item for item in timeline.placed if _is_shown(item)]
    alone = {item.at for item in shown}
    longest: Placed | None = None
    for item in shown:
        if longest is not None and _end(longest) > item.start:
            alone -= {longest.at, item.at}
        if longest is None or _end(longest) < _end(item):
            longest = item
    return alone


def _is_shown(item: Placed) -> bool:
    if isinstance(item.session, Session):
        return item.session.kind not in PAUSES
    return item.session.within is None


def _end(item: Placed) -> int:
    return item.start + 1 if item.end is None else item.end
