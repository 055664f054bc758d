"""Read the JSON that the `json` exporter writes."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from partenariats.diagnostics.report import InvalidEventError, Report
from partenariats.interfaces.importer import Imported, Importer, UnreadableError
from partenariats.interfaces.options import NoOptions
from partenariats.model.event import Event
from partenariats.source.structure import structure

_DEEPEST = 50
"""How deeply tables and lists may lie in each other: more than in any event."""
_DATES = {
    "date": date.fromisoformat,
    "until": date.fromisoformat,
    "at": datetime.fromisoformat,
    "opens": datetime.fromisoformat,
    "closes": datetime.fromisoformat,
}
_FREE = frozenset({"options", "plugins"})
"""Tables in which a text is a text, whatever it looks like: nobody knows what it was."""


class JsonImporter(Importer[NoOptions]):
    """Read an event from the tables of its file in JSON; `programme` is worked out anew."""

    name = "json"
    summary = "JSON as the json exporter writes it"
    suffixes = (".json",)

    def recognizes(self, content: bytes) -> bool:
        """Tell whether a content is a JSON object with a format and an event."""
        try:
            tables = json.loads(content)
        except (ValueError, RecursionError):
            return False
        return isinstance(tables, dict) and "format" in tables and "event" in tables

    def read(self, content: bytes) -> Imported:
        """Read an event; raise `UnreadableError`, or `InvalidEventError` for what it says."""
        try:
            tables = json.loads(content)
        except (ValueError, RecursionError) as error:
            raise UnreadableError("this is not JSON: {reason}", reason=error) from None
        if not isinstance(tables, dict) or tables.get("format") != 1 or "event" not in tables:
            raise UnreadableError("this is not an event in JSON: `format` and `event` are missing")
        tables.pop("programme", None)
        structured = structure(_dated(tables, 0))
        if isinstance(structured, Event):
            return Imported(structured, Report(name=structured.id))
        raise InvalidEventError(Report.of(structured, "<json>"))


def _dated(value: Any, depth: int, *, is_free: bool = False) -> Any:
    """Return tables with the dates that JSON can only write as texts."""
    if depth > _DEEPEST:
        raise UnreadableError("tables and lists are nested deeper here than in any event")
    if isinstance(value, list):
        return [_dated(item, depth + 1, is_free=is_free) for item in value]
    if isinstance(value, dict):
        return {k: _date(k, item, depth + 1, is_free=is_free) for k, item in value.items()}
    return value


def _date(key: str, value: Any, depth: int, *, is_free: bool) -> Any:
    if key in _DATES and isinstance(value, str) and not is_free:
        try:
            return _DATES[key](value)
        except ValueError:
            return value
    return _dated(value, depth, is_free=is_free or key in _FREE)
