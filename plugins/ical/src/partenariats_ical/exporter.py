"""The iCalendar exporter."""

from __future__ import annotations

from collections.abc import Iterable

from partenariats.interfaces.exporter import Artifact, Exporter
from partenariats.interfaces.options import NoOptions
from partenariats.model.programme import Programme


class ICalExporter(Exporter[NoOptions]):
    """Write one VEVENT for each session and workshop, breaks and meals included."""

    name = "ical"
    summary = "iCalendar file for phones and calendars"
    media_type = "text/calendar"
    suffix = ".ics"
    omits = frozenset(
        {
            "sessions.capacity",
            "sessions.expected",
            "sessions.language",
            "sessions.minimum",
            "sessions.required_for",
            "people.biography",
            "people.url",
            "blocks.points",
        }
    )

    def export(self, programme: Programme) -> Iterable[Artifact]:
        """Make one file."""
        from partenariats_ical.mapping import Calendar

        yield self.artifact(programme, Calendar(programme).content())
