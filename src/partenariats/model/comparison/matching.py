"""Which thing of a newer version is which of the older one."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from partenariats.model.event import Event
from partenariats.model.sessions import Day
from partenariats.model.text import Text
from partenariats.model.timeline.references import LISTS, fields_of
from partenariats.model.timeline.timeline import Timeline

T = TypeVar("T")
Likeness: TypeAlias = Callable[[T], Hashable]
Pair: TypeAlias = tuple[T | None, T | None]
Matches: TypeAlias = dict[str, list[Pair[Any]]]
"""The pairs of each table; workshops are among the sessions, whose space of ids they share."""

TABLES: Final = tuple(table for table in LISTS if table != "workshops")


def pair(
    before: Sequence[T], after: Sequence[T], likenesses: Iterable[Likeness[T]]
) -> list[Pair[T]]:
    """Pair the things of two versions by the first likeness in which two agree, in their order.

    A likeness gives nothing where it does not tell. What finds no other stands alone.
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for likeness in likenesses:
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for index, thing in enumerate(after):
            if index not in taken and (key := likeness(thing)) is not None:
                waiting[key].append(index)
        for index, thing in enumerate(before):
            if index not in found and (queue := waiting.get(likeness(thing))):
                found[index] = queue.popleft()
                taken.add(found[index])
    pairs: list[Pair[T]] = [
        (thing, after[found[index]] if index in found else None)
        for index, thing in enumerate(before)
    ]
    return [*pairs, *((None, thing) for n, thing in enumerate(after) if n not in taken)]


def match(before: Timeline, after: Timeline, anew: Collection[str]) -> Matches:
    """Pair the things of two versions by id, else by title, name or date; sessions by time too."""
    one, other = before.event, after.event
    found: Matches = {}
    titles = _Titles(before, after)
    for table in TABLES:
        things = [_things(event, table) for event in (one, other)]
        likenesses: list[Likeness[Any]] = [_date if table == "days" else titles.called]
        if table == "sessions":
            likenesses = [titles.with_start, titles.called, titles.place]
        ordered = [*likenesses, _id] if table in anew else [_id, *likenesses]
        found[table] = pair(things[0], things[1], ordered)
    return found


def renamed(event: Event, matches: Matches) -> Event:
    """Return a newer version in which everything points at the ids of the older one."""
    ids = {
        (table, new.id): old.id
        for table, pairs in matches.items()
        for old, new in pairs
        if old is not None and new is not None and old.id != new.id
    }
    if not ids:
        return event
    changed: dict[str, Any] = {
        name: tuple(ids.get(("organizations", body), body) for body in getattr(event, name))
        for name in ("organizers", "partners")
    }
    for table in LISTS:
        changed[table] = tuple(_point(thing, ids) for thing in getattr(event, table))
    return attrs.evolve(event, **changed)


def _point(thing: Any, ids: Mapping[tuple[str, str], str]) -> Any:
    changed: dict[str, Any] = {}
    kind: Any = type(thing)
    for field in fields_of(kind):
        value = getattr(thing, field.name)
        if value is None or value == ():
            continue
        items = value if field.many else (value,)
        if field.table is None:
            pointed = tuple(_point(item, ids) for item in items)
        else:
            pointed = tuple(ids.get((field.table, item), item) for item in items)
        changed[field.name] = pointed if field.many else pointed[0]
    return attrs.evolve(thing, **changed) if changed else thing


def _things(event: Event, table: str) -> Sequence[Any]:
    things: Sequence[Any] = getattr(event, table)
    return (*things, *event.workshops) if table == "sessions" else things


def _id(thing: Any) -> str:
    return str(thing.id)


def _date(day: Day) -> date:
    return day.date


class _Titles:
    """Tell things by what they are called, and sessions by when and where they are."""

    def __init__(self, before: Timeline, after: Timeline) -> None:
        self._event = before.event
        self._placed = {
            id(item.session): item for timeline in (before, after) for item in timeline.placed
        }

    def called(self, thing: Any) -> str | None:
        """Return the title or name of a thing that has one."""
        return self.title(thing) or None

    def title(self, thing: Any) -> str:
        """Return a title or name as compared: in one language, in small letters, spaces alike."""
        named = getattr(thing, "title", None) or getattr(thing, "name", None)
        said = self._event.say(named) if isinstance(named, Text) else str(named or "")
        return " ".join(said.split()).casefold()

    def with_start(self, thing: Any) -> Hashable:
        """Return title and start of a session that has both."""
        placed, title = self._placed.get(id(thing)), self.title(thing)
        return (title, placed.start) if placed and title else None

    def place(self, thing: Any) -> Hashable:
        """Return when and in which room a session is held, where that is known."""
        placed = self._placed.get(id(thing))
        if placed is None:
            return None
        return placed.start, placed.end, self.title(placed.room) if placed.room else ""
