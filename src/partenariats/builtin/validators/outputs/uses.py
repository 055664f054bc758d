"""Which keys of the event file an event uses, and where first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

import attrs

from partenariats.diagnostics.where import Where
from partenariats.model.event import Event
from partenariats.model.timeline.references import LISTS


class Uses:
    """Find where an event uses what an exporter's `omits` names, each key once."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._found: dict[str, Where | None] = {}

    def first(self, key: str) -> Where | None:
        """Return the first place where a key has another value than its default, if any."""
        if key not in self._found:
            self._found[key] = self._find(key)
        return self._found[key]

    def _find(self, key: str) -> Where | None:
        if key == "people.uncredited":
            return self._uncredited()
        table, _, name = key.partition(".")
        if table == "event":
            used = _position((self._event,), name) is not None
            return Where(("event", name)) if used else None
        for each in ("sessions", "workshops") if table == "sessions" else (table,):
            things = getattr(self._event, each) if each in LISTS else ()
            position = _position(things, name)
            if position is not None:
                place = Where((each, position))
                return place / name if name else place
        return None

    def _uncredited(self) -> Where | None:
        event = self._event
        named = {group.lead for group in event.working_groups}
        for session in chain(event.sessions, event.workshops):
            named.update(credit.person for credit in session.credits)
        for index, person in enumerate(event.people):
            if person.id not in named:
                return Where(("people", index))
        return None


def _position(things: Sequence[Any], name: str) -> int | None:
    """Return the position of the first thing that uses a key; any does where none is named."""
    if not things or not name:
        return 0 if things else None
    field = attrs.fields_dict(type(things[0])).get(name)
    if field is None:
        return None
    return next(
        (index for index, thing in enumerate(things) if getattr(thing, name) != field.default),
        None,
    )
