"""The event as JSON: all but its secrets, in a fixed order, with the timetable worked out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any

import attrs

from partenariats.interfaces.exporter import SECRET, Artifact, Exporter, ExportError
from partenariats.interfaces.options import NoOptions
from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.programme import Programme, ScheduledSession
from partenariats.model.table import Table
from partenariats.source.tables import tables_of


class JsonExporter(Exporter[NoOptions]):
    """Write the tables of the event file, and under `programme` when each session takes place.

    What opens registration and its back-end is secret, and left out.
    Dates are ISO 8601 texts; `start` and `end` have the offset of the event's zone, and `end` is
    null where it is open.
    """

    name = "json"
    summary = "JSON with the whole event, for programs; can be imported again"
    media_type = "application/json"
    suffix = ".json"
    omits = SECRET
    alters = MappingProxyType(
        dict.fromkeys(
            ("checks.options", "editions.options", "outputs", "plugins"),
            Message.of("dates and hours among options become texts"),
        )
    )

    def export(self, programme: Programme) -> Iterable[Artifact]:
        """Make one file; the language of the programme changes nothing in it."""
        content = tables_of(_without_secrets(programme.event))
        content["programme"] = [_scheduled(session) for session in programme.sessions]
        try:
            text = json.dumps(
                content, ensure_ascii=False, indent=2, default=_plain, allow_nan=False
            )
        except ValueError:
            raise ExportError("JSON has no `nan` and no `inf`, which stand in a number") from None
        yield self.artifact(programme, text + "\n")


def _without_secrets(event: Event) -> Event:
    """Return an event without its codes and the options of a back-end, such as a password."""
    public = attrs.evolve(event.registration, codes=(), options=Table())
    return attrs.evolve(event, registration=public)


def _scheduled(session: ScheduledSession) -> dict[str, Any]:
    return {
        "session": session.id,
        "day": session.day.id,
        "start": session.start.isoformat(),
        "end": session.end.isoformat() if session.end else None,
        "end_is_inferred": session.end_is_inferred,
    }


def _plain(value: object) -> str:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    message = f"not a value of an event: {type(value).__name__}"
    raise TypeError(message)
