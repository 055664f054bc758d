"""Sessions of one block that are held at once, and sessions during breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from partenariats.builtin.validators.time.written import (
    MOST_PAIRS,
    are_both_tentative,
    end_of,
    ends_here,
    first_pairs,
    in_order,
    is_at_a_rest,
    is_hosted,
    kind_of,
    start_of,
    starts_here,
)
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.ids import PersonId
from partenariats.model.sessions import PAUSES, SessionKind
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.overlaps import Pair, are_elsewhere, lies_within, overlapping
from partenariats.model.timeline.problems import Path

Busy: TypeAlias = tuple[str, str | None, str]
"""A day, one of its blocks or nothing for all of it, and a room in which sessions are held."""


class BlockOverlap(Validator[NoOptions]):
    """Two sessions of one block are held at once.

    ## What it says

    The two overlap, and nothing says that they are held in parallel: they have neither
    different rooms nor different venues. Workshops of one group-work session are parallel by
    nature, and a speech may be held within a meal or a reception. Two tentative sessions may yet
    be chosen from. Where somebody has a part in both, it is told of them, as `TIM014`.

    ## Why it matters

    Those who come to the block expect one session after the other, and miss one of them.

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
    end = "10:15"

    [[sessions]]
    id = "debat"
    block = "matinee"
    title = "Débat"
    start = "10:00"
    end = "11:00"
    ```

    ## Use instead

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

    [[sessions]]
    id = "debat"
    block = "matinee"
    title = "Débat"
    start = "10:00"
    end = "11:00"
    ```
    """

    code = "TIM015"
    name = "block-overlap"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell each pair of a block that overlaps in no places of its own."""
        people = timeline.ids["people"]
        parts: dict[Path, frozenset[PersonId]] = {}

        def parts_in(item: Placed) -> frozenset[PersonId]:
            if item.at not in parts:
                named = (credit.person for credit in item.session.credits)
                parts[item.at] = frozenset(
                    person for person in named if person and person in people
                )
            return parts[item.at]

        def keep(one: Placed, other: Placed) -> bool:
            return is_unexplained(one, other) and parts_in(one).isdisjoint(parts_in(other))

        for block, items in timeline.by_block.items():
            pairs, are_more = first_pairs(_side_by_side(items), keep)
            for earlier, later in pairs:
                headline = Message.of(
                    "`{later}` and `{earlier}` of block `{block}` overlap",
                    later=later.session.id,
                    earlier=earlier.session.id,
                    block=block,
                )
                advice = Message.of("move one of them, or give each a room of its own")
                together = earlier.start == later.start
                related = starts_here(earlier) if together else ends_here(earlier)
                yield self.found(start_of(later), headline, help=advice, related=related)
            if are_more:
                headline = Message.of(
                    "block `{block}` has more than {n} overlaps: the others are not told",
                    block=block,
                    n=MOST_PAIRS,
                )
                advice = Message.of("give sessions that are held in parallel a room each")
                yield self.found(Where(timeline.ids["blocks"][block]), headline, help=advice)


class AcrossABreak(Validator[NoOptions]):
    """A session goes on during a break.

    ## What it says

    A session and a break or a meal of the same block overlap, or one of the day that is in no
    block. A break in another venue, or in a room that has sessions of its own, is not meant for
    those who are here. A speech may be held within a meal, unless it is work in groups or a
    plenary session as long as the meal; and what has a room and lasts longer may go on around a
    break that has none.

    ## Why it matters

    The coffee is cold when they come, or half of them leave while somebody speaks.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[blocks]]
    id = "matinee"
    day = "vendredi"

    [[sessions]]
    id = "debat"
    block = "matinee"
    title = "Débat"
    start = "10:00"
    end = "11:10"

    [[sessions]]
    id = "pause-cafe"
    block = "matinee"
    kind = "break"
    title = "Pause-café"
    start = "11:00"
    end = "11:15"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[blocks]]
    id = "matinee"
    day = "vendredi"

    [[sessions]]
    id = "debat"
    block = "matinee"
    title = "Débat"
    start = "10:00"
    end = "11:00"

    [[sessions]]
    id = "pause-cafe"
    block = "matinee"
    kind = "break"
    title = "Pause-café"
    start = "11:00"
    end = "11:15"
    ```
    """

    code = "TIM019"
    name = "across-a-break"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell each session that is held during a break of its block or its day."""
        busy = busy_rooms(timeline)

        def keep(one: Placed, other: Placed) -> bool:
            return stands_in_a_break(one, other, busy)

        groups = [(("blocks", str(key)), items) for key, items in timeline.by_block.items()]
        groups += [(("days", str(key)), _around(items)) for key, items in timeline.by_day.items()]
        for (table, key), items in groups:
            pairs, are_more = first_pairs(_breaks(items), keep)
            for pair in pairs:
                yield self._across(*_pause_first(*pair))
            if are_more:
                headline = (
                    Message.of(
                        "block `{block}` has more than {n} sessions across a break: the others are"
                        " not told",
                        block=key,
                        n=MOST_PAIRS,
                    )
                    if table == "blocks"
                    else Message.of(
                        "day `{day}` has more than {n} sessions across a break: the others are not"
                        " told",
                        day=key,
                        n=MOST_PAIRS,
                    )
                )
                yield self.found(Where(timeline.ids[table][key]), headline)

    def _across(self, pause: Placed, session: Placed) -> Diagnostic:
        names = {"id": session.session.id, "pause": pause.session.id}
        if session.start < pause.start:
            headline = Message.of("`{id}` goes on when `{pause}` begins", **names)
            where = end_of(session)
        else:
            headline = Message.of("`{id}` begins during `{pause}`", **names)
            where = start_of(session)
        advice = Message.of("move one of them")
        return self.found(where, headline, help=advice, related=starts_here(pause))


def busy_rooms(timeline: Timeline) -> frozenset[Busy]:
    """Return the rooms that have sessions, of each block and of each day."""
    busy: set[Busy] = {
        (item.day.id, item.block.id if item.block else None, item.room.id)
        for item in timeline.placed
        if item.room is not None and kind_of(item) not in PAUSES and not is_hosted(item)
    }
    return frozenset(busy | {(day, None, room) for day, _, room in busy})


def is_unexplained(one: Placed, other: Placed) -> bool:
    """Tell whether two sessions at once are of one block, and nothing holds them apart."""
    return (
        one.block is not None
        and _are_of_one_block(one, other)
        and _is_own(one)
        and _is_own(other)
        and _is_pause(one) == _is_pause(other)
        and not are_both_tentative(one, other)
        and (one.room is None or other.room is None)
        and not are_elsewhere(one, other)
        and not is_at_a_rest(one, other)
    )


def stands_in_a_break(one: Placed, other: Placed, busy: frozenset[Busy]) -> bool:
    """Tell whether one of two at once is a break meant for those in the other, and stops it.

    A break without a block is meant for the whole day; one in a room with sessions of its own
    only for those there. A longer session in a room may go on around a break that has none.
    """
    if not (_is_own(one) and _is_own(other)) or _is_pause(one) == _is_pause(other):
        return False
    pause, session = _pause_first(one, other)
    if pause.day.id != session.day.id:
        return False
    if pause.block is not None and not _are_of_one_block(pause, session):
        return False
    if session.room is not None and pause.room is not None:
        block = pause.block.id if pause.block else None
        if (pause.day.id, block, pause.room.id) in busy:
            return False
    goes_on_beside = (
        session.room is not None
        and pause.room is None
        and lies_within(pause, session)
        and not lies_within(session, pause)
    )
    return not (goes_on_beside or are_elsewhere(pause, session) or is_at_a_rest(pause, session))


def _around(items: Sequence[Placed]) -> Sequence[Placed]:
    """Return the breaks of a day that are in no block, and every session; nothing without such."""
    breaks = [item for item in items if item.block is None and _is_pause(item) and _is_own(item)]
    return [*breaks, *(item for item in items if not _is_pause(item))] if breaks else []


def _side_by_side(items: Sequence[Placed]) -> Iterator[Pair]:
    """Give the pairs of sessions of a block at once, and of its pauses.

    Two in rooms are either apart, or in one room, of which another rule speaks: so one of them
    has no room.
    """
    own = [item for item in in_order(items) if _is_own(item)]
    for pauses in (False, True):
        alike = [item for item in own if (kind_of(item) in PAUSES) == pauses]
        roomless = [item for item in alike if item.room is None]
        yield from chain(overlapping(roomless), overlapping(alike, _has_room))


def _breaks(items: Sequence[Placed]) -> Iterator[Pair]:
    """Give each break with each session that is held during it."""
    own = [item for item in in_order(items) if _is_own(item)]
    return overlapping(own, _is_pause)


def _pause_first(one: Placed, other: Placed) -> Pair:
    return (one, other) if _is_pause(one) else (other, one)


def _is_pause(item: Placed) -> bool:
    return kind_of(item) in PAUSES


def _has_room(item: Placed) -> bool:
    return item.room is not None


def _is_own(item: Placed) -> bool:
    """Tell whether a session has times of its own; while people are welcomed, others may begin."""
    return not is_hosted(item) and kind_of(item) is not SessionKind.WELCOME


def _are_of_one_block(one: Placed, other: Placed) -> bool:
    return (one.block and one.block.id) == (other.block and other.block.id)
