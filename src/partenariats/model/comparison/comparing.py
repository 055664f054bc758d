"""Compare two versions of an event by what they say, not by how it is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Final

import attrs

from partenariats.model.comparison.change import ONE_LANGUAGE, Change
from partenariats.model.comparison.matching import Matches, match, renamed
from partenariats.model.event import Event
from partenariats.model.sessions import Session, Workshop
from partenariats.model.text import Text
from partenariats.model.timeline.placed import Placed
from partenariats.model.timeline.references import LISTS, key_of
from partenariats.model.timeline.timeline import Timeline

_OF_SETTINGS: Final = ("checks", "registration", "editions")
_PLACED: Final = frozenset({"block", "day", "start", "end", "duration", "venue"})
"""Fields of sessions that are compared by what they come to: a duration says an end."""


def compare(
    before: Timeline,
    after: Timeline,
    language: str | None = None,
    anew: Collection[str] = (),
) -> tuple[Change, ...]:
    """List what a newer version of an event says otherwise than an older one.

    Things are matched by id, then by title or name, sessions by time and room at last. Where a
    `language` is named, a text that lost only its other languages is told as such. What is said
    by other means (a duration for an end, a day for a block's) is no change of the time. In tables
    whose ids were made `anew`, ids are the last thing by which things are matched.
    """
    return tuple(_Comparison(before, after, language, anew).changes())


class _Comparison:
    """Hold two versions, the newer one pointing at the ids of the older one."""

    def __init__(
        self, before: Timeline, after: Timeline, language: str | None, anew: Collection[str]
    ) -> None:
        self._matches: Matches = match(before, after, anew)
        self._language = language
        pointing = renamed(after.event, self._matches)
        self._events = before.event, pointing
        pairs = zip(_all(after.event), _all(pointing), strict=True)
        self._pointing = {id(thing): changed for thing, changed in pairs}
        self._rank = {id(thing): rank for rank, thing in enumerate(_all(after.event))}
        self._placed = {
            id(item.session): item for timeline in (before, after) for item in timeline.placed
        }
        self._new_ids = {
            (table, new.id): old.id
            for table, pairs in self._matches.items()
            for old, new in pairs
            if old is not None and new is not None
        }

    def changes(self) -> Iterator[Change]:
        """Give every change, those of the event first."""
        yield from self._event()
        for table, pairs in self._matches.items():
            for old, new in pairs:
                yield from self._thing(table, old, new)
            yield from self._order(table, pairs)

    def _event(self) -> Iterator[Change]:
        old, new = self._events
        for field in attrs.fields(Event):
            values = getattr(old, field.name), getattr(new, field.name)
            if field.name in _OF_SETTINGS:
                yield from self._fields(field.name, field.name, *values)
            elif field.name in {"outputs", "plugins"}:
                yield from self._change(field.name, field.name, *values)
            elif field.name not in LISTS:
                key = f"event.{field.name}"
                yield from self._change(key, key, *values)

    def _thing(self, table: str, old: Any, new: Any) -> Iterator[Change]:
        table = "workshops" if isinstance(old or new, Workshop) else table
        at = f"{table}.{(old or new).id}"
        if old is None or new is None:
            yield Change(key=table, at=at, before=old, after=new)
            return
        if type(old) is not type(new):
            yield Change(key="workshops", at=at, before=old, after=new)
        yield from self._fields(table, at, old, self._pointing[id(new)])
        if isinstance(old, (Session, Workshop)):
            yield from self._times(at, self._placed.get(id(old)), self._placed.get(id(new)))

    def _fields(self, table: str, at: str, old: Any, new: Any) -> Iterator[Change]:
        """Compare two things field by field; what one of them cannot have is its default there."""
        for field in {
            f.name: f for thing in (old, new) for f in attrs.fields(type(thing))
        }.values():
            if field.name in _PLACED and isinstance(old, (Session, Workshop)):
                continue
            values = (getattr(thing, field.name, field.default) for thing in (old, new))
            key = key_of(field.name)
            yield from self._change(f"{_owner(table, field.name)}.{key}", f"{at}.{key}", *values)

    def _order(self, table: str, pairs: Iterable[tuple[Any, Any]]) -> Iterator[Change]:
        """Tell where what is in both versions stands in another order in the newer one."""
        both = [(old, new) for old, new in pairs if type(old) is type(new)]
        ranked = sorted(both, key=lambda pair: self._rank[id(pair[1])])
        before, after = (tuple(old.id for old, _ in items) for items in (both, ranked))
        if before != after:
            yield Change(key=f"{table}.order", at=table, before=before, after=after)

    def _times(self, at: str, old: Placed | None, new: Placed | None) -> Iterator[Change]:
        values = self._lived(old), self._lived(new)
        for name in values[0]:
            yield from self._change(f"sessions.{name}", f"{at}.{name}", *(v[name] for v in values))

    def _lived(self, item: Placed | None) -> dict[str, object]:
        """Say when and where a session is lived; of one without a place in time, nothing."""
        return {
            "day": item and item.day.date,
            "start": item and _instant(item.start),
            "end": item and _instant(item.end),
            "end_is_inferred": bool(item and item.end_is_inferred),
            "block": item and self._old_id("blocks", item.block),
            "venue": item and self._old_id("venues", item.venue),
        }

    def _old_id(self, table: str, thing: Any) -> str | None:
        return None if thing is None else self._new_ids.get((table, thing.id), thing.id)

    def _change(self, key: str, at: str, old: Any, new: Any) -> Iterator[Change]:
        if old == new:
            return
        if self._language is not None and self._said(old) == self._said(new):
            key = ONE_LANGUAGE
        yield Change(key=key, at=at, before=old, after=new)

    def _said(self, value: Any) -> Any:
        """Return a value with each text in one language alone."""
        if isinstance(value, Text):
            return self._events[0].say(value, self._language)
        if isinstance(value, tuple):
            return tuple(self._said(item) for item in value)
        if attrs.has(type(value)):
            return tuple(self._said(item) for item in attrs.astuple(value, recurse=False))
        return value


def _all(event: Event) -> Iterable[Any]:
    return (thing for table in LISTS for thing in getattr(event, table))


def _owner(table: str, field: str) -> str:
    """Return the table whose key a field is: sessions speak for workshops where they have it."""
    shared = table == "workshops" and field in attrs.fields_dict(Session)
    return "sessions" if shared else table


def _instant(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
