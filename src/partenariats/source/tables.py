"""An event as the plain tables of its file."""

from __future__ import annotations

from typing import Any

from partenariats.model.event import Event
from partenariats.source.converter import make_converter
from partenariats.source.migrate import FORMAT
from partenariats.source.structure import EVENT_KEYS, TABLES

_FIRST = ("id", "number", "within", "block", "day", "kind", "title", "name")


def tables_of(event: Event) -> dict[str, Any]:
    """Return an event as dictionaries, lists, texts, numbers and dates, in a fixed order.

    What has its default is left out; the result is what `structure` takes.
    """
    flat = make_converter().unstructure(event)
    own = {key: flat[key] for key in EVENT_KEYS if key in flat}
    tables = {key: _ordered(flat[key]) for key in TABLES if key in flat}
    return {"format": FORMAT, "event": own, **tables}


def _ordered(value: Any) -> Any:
    """Put what names a thing before what describes it."""
    if isinstance(value, (list, tuple)):
        return [_ordered(item) for item in value]
    if isinstance(value, dict):
        first = {key: value[key] for key in _FIRST if key in value}
        return {**first, **value}
    return value
