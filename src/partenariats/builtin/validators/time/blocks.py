"""Sessions of one block that are held at once, or during its breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from partenariats.builtin.validators.time.written import (
    MOST_PAIRS,
    end_of,
    ends_here,
    first_pairs,
    in_order,
    kind_of,
    start_of,
    starts_here,
)
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.sessions import PAUSES, SessionKind
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.overlaps import Pair, are_elsewhere, overlapping


class BlockOverlap(Validator[NoOptions]):
    """Two sessions of one block are held at once.

    ## What it says

    The two overlap, and nothing says that they are held in parallel: they have neither
    different rooms nor different venues. Workshops of one group-work session are parallel by
    nature.

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
        for block, items in timeline.by_block.items():
            pairs, are_more = first_pairs(_side_by_side(items), _is_unexplained)
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

    A session and a break or a meal of the same block overlap. A break in another venue, or in a
    room that has sessions of its own, is not meant for those who are here.

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
        """Tell each session of a block that is held during one of its breaks."""
        for block, items in timeline.by_block.items():
            pairs, are_more = first_pairs(_breaks(items), _stops(items))
            for pause, session in (_pause_first(*pair) for pair in pairs):
                names = {"id": session.session.id, "pause": pause.session.id}
                if session.start < pause.start:
                    headline = Message.of("`{id}` goes on when `{pause}` begins", **names)
                    where = end_of(session)
                else:
                    headline = Message.of("`{id}` begins during `{pause}`", **names)
                    where = start_of(session)
                advice = Message.of("move one of them")
                yield self.found(where, headline, help=advice, related=starts_here(pause))
            if are_more:
                headline = Message.of(
                    "block `{block}` has more than {n} sessions across a break: the others are not"
                    " told",
                    block=block,
                    n=MOST_PAIRS,
                )
                yield self.found(Where(timeline.ids["blocks"][block]), headline)


def _side_by_side(items: Sequence[Placed]) -> Iterator[Pair]:
    """Give the pairs of sessions of a block at once, and of its pauses.

    Two in rooms are either apart, or in one room, of which another rule speaks: so one of them
    has no room.
    """
    own = [item for item in in_order(items) if kind_of(item) is not SessionKind.WELCOME]
    for pauses in (False, True):
        alike = [item for item in own if (kind_of(item) in PAUSES) == pauses]
        roomless = [item for item in alike if item.room is None]
        yield from chain(overlapping(roomless), overlapping(alike, _has_room))


def _is_unexplained(one: Placed, other: Placed) -> bool:
    """Tell whether no places explain that two sessions of a block are held at once."""
    return not are_elsewhere(one, other)


def _breaks(items: Sequence[Placed]) -> Iterator[Pair]:
    """Give each break with each session that is held during it."""
    own = [item for item in in_order(items) if kind_of(item) is not SessionKind.WELCOME]
    return overlapping(own, _is_pause)


def _stops(items: Sequence[Placed]) -> Callable[[Placed, Placed], bool]:
    """Make the test whether one of two is a break that is meant for those in the other."""
    busy = {item.room.id for item in in_order(items) if item.room and not _is_pause(item)}

    def stops(one: Placed, other: Placed) -> bool:
        pause, session = _pause_first(one, other)
        in_its_own = session.room and pause.room and pause.room.id in busy
        return not in_its_own and not are_elsewhere(pause, session)

    return stops


def _pause_first(one: Placed, other: Placed) -> Pair:
    return (one, other) if _is_pause(one) else (other, one)


def _is_pause(item: Placed) -> bool:
    return kind_of(item) in PAUSES


def _has_room(item: Placed) -> bool:
    return item.room is not None
