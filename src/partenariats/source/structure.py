"""From the tables of an event file to an event, or to every reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.timeline.references import LISTS
from partenariats.source.rules import MissingKey

TABLES: Final = (*LISTS, "outputs", "checks", "registration", "editions", "plugins")
"""Top-level tables besides `[event]`."""
EVENT_KEYS: Final = tuple(f.name for f in attrs.fields(Event) if f.name not in TABLES)
TOP_KEYS: Final = ("format", "include", "event", *TABLES)


def structure(tables: dict[str, Any]) -> Event | list[Diagnostic]:
    """Make the event that tables describe, or give everything that is wrong with them."""
    from partenariats.source.converter import make_converter
    from partenariats.source.explain import explain

    faults = list(_unknown_keys(tables))
    own = tables.get("event", {})
    if type(own) is not dict:
        own = {}
    merged = {key: own[key] for key in EVENT_KEYS if key in own}
    merged |= {key: tables[key] for key in TABLES if key in tables}
    try:
        event = make_converter().structure(merged, Event)
    except Exception as error:  # noqa: BLE001  # cattrs raises groups of anything; `explain` sorts them
        faults += (_placed(fault) for fault in explain(error, Where()))
        return _one_for_no_event(faults) if type(tables.get("event")) is not dict else faults
    return faults or event


def _unknown_keys(tables: dict[str, Any]) -> Iterator[Diagnostic]:
    from partenariats.source.explain import unknown_key

    for key in tables:
        if key not in TOP_KEYS:
            yield unknown_key(Where(), key, TOP_KEYS)
    own = tables.get("event")
    if type(own) is dict:
        for key in own:
            if key not in EVENT_KEYS:
                yield unknown_key(Where() / "event", key, EVENT_KEYS)


def _placed(fault: Diagnostic) -> Diagnostic:
    """Put what concerns a key of `[event]` in that table: the class holds both levels in one."""
    path = fault.where.path
    if not path or path[0] in EVENT_KEYS:
        where = Where(("event", *path), is_key=fault.where.is_key)
        return attrs.evolve(fault, where=where)
    return fault


def _one_for_no_event(faults: list[Diagnostic]) -> list[Diagnostic]:
    """Say once that there is no `[event]` rather than once for each key it would need."""
    rest = [fault for fault in faults if fault.where.path != ("event",)]
    headline = Message.of("the table `[event]` is missing")
    advice = Message.of("an event needs at least `id`, `title` and `timezone`")
    return [*rest, MissingKey.found(Where() / "event", headline, help=advice)]
