"""Where the file says when a session starts and ends, and what it leaves to others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Final

from partenariats.diagnostics.diagnostic import Related
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message
from partenariats.model.sessions import PAUSES, SessionKind, Workshop
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.overlaps import Pair, lies_within, start_and_id

RESTS: Final = PAUSES | {SessionKind.RECEPTION}
"""Kinds of sessions from which nobody needs a break: at a reception people stand and drink."""
_WITH_SPEECHES: Final = RESTS - {SessionKind.BREAK}
"""Kinds of sessions during which somebody may speak; a break in which they do is none."""
MOST_PAIRS: Final = 1000
"""Pairs told of one room, person or block: a file that went wrong has millions."""
MOST_LOOKED_AT: Final = 50_000
"""Pairs looked at of one room, person or block: a great event has millions, all of them right."""


def start_of(item: Placed) -> Where:
    """Return where the start of a session is written, or the session that says none."""
    return Where(item.at) if item.session.start is None else Where((*item.at, "start"))


def end_of(item: Placed) -> Where:
    """Return where the end of a session is written, or the session that says none."""
    if item.session.end is not None:
        return Where((*item.at, "end"))
    return Where(item.at) if item.session.duration is None else Where((*item.at, "duration"))


def starts_here(item: Placed) -> tuple[Related, ...]:
    """Point at the start of a session."""
    return (Related(start_of(item), Message.of("`{id}` starts here", id=item.session.id)),)


def ends_here(item: Placed) -> tuple[Related, ...]:
    """Point at the end of a session."""
    return (Related(end_of(item), Message.of("`{id}` ends here", id=item.session.id)),)


def has_written_end(item: Placed) -> bool:
    """Tell whether the file says when a session ends."""
    return item.end is not None and not item.end_is_inferred


def is_hosted(item: Placed) -> bool:
    """Tell whether a workshop has its times from a group-work session, which is told instead."""
    return isinstance(item.session, Workshop) and item.session.within is not None


def host_of(timeline: Timeline, item: Placed) -> Placed | None:
    """Return the group-work session in which a workshop is held."""
    session = item.session
    within = session.within if isinstance(session, Workshop) else None
    return None if within is None else timeline.by_id.get(within)


def in_order(items: Iterable[Placed]) -> list[Placed]:
    """Sort the sessions that have times of their own by start and id."""
    own = (item for item in items if not is_hosted(item))
    return sorted(own, key=start_and_id)


def kind_of(item: Placed) -> SessionKind | None:
    """Return the kind of a session; a workshop has none."""
    return None if isinstance(item.session, Workshop) else item.session.kind


def is_at_a_rest(one: Placed, other: Placed) -> bool:
    """Tell whether one of two is a meal or the like during which the whole other one is held."""
    return _may_be_held_at(one, other) or _may_be_held_at(other, one)


def _may_be_held_at(rest: Placed, item: Placed) -> bool:
    """Tell whether a session is a speech within a meal or the like, or a pause within a pause.

    Work in groups is no speech, and a plenary session that fills the meal leaves none.
    """
    if kind_of(rest) not in RESTS or not lies_within(item, rest):
        return False
    kind = kind_of(item)
    if kind in RESTS:
        return True
    if kind_of(rest) not in _WITH_SPEECHES or kind is SessionKind.GROUP_WORK:
        return False
    return kind is not SessionKind.PLENARY or not lies_within(rest, item)


def are_both_tentative(one: Placed, other: Placed) -> bool:
    """Tell whether two sessions may yet be chosen from."""
    return one.session.tentative and other.session.tentative


def first_pairs(
    pairs: Iterable[Pair], keep: Callable[[Placed, Placed], bool]
) -> tuple[list[Pair], bool]:
    """Return the pairs to keep there is room for in a report, and whether more were found.

    Only the first 50,000 pairs are looked at, so that no rule is slow: what is wrong among the
    others of a room, person or block is not told, and not counted either.
    """
    looked_at = islice(pairs, MOST_LOOKED_AT)
    taken = list(islice((pair for pair in looked_at if keep(*pair)), MOST_PAIRS + 1))
    return taken[:MOST_PAIRS], len(taken) > MOST_PAIRS
