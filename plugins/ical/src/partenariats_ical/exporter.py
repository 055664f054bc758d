"""The iCalendar exporter."""

from __future__ import annotations

from collections.abc import Iterable

from partenariats.interfaces.exporter import PERSONAL, SETTINGS, Artifact, Exporter
from partenariats.interfaces.options import NoOptions
from partenariats.model.programme import Programme


class ICalExporter(Exporter[NoOptions]):
    """Write one VEVENT for each session and workshop, breaks and meals included."""

    name = "ical"
    summary = "iCalendar file for phones and calendars"
    media_type = "text/calendar"
    suffix = ".ics"
    omits = (
        PERSONAL
        | SETTINGS
        | {
            "blocks.description",
            "blocks.end",
            "blocks.label",
            "blocks.points",
            "blocks.start",
            "blocks.themes",
            "blocks.title",
            "days.end",
            "days.start",
            "days.title",
            "event.audiences",
            "event.city",
            "event.country",
            "event.description",
            "event.edition",
            "event.expected",
            "event.languages",
            "event.motto",
            "event.partners",
            "event.series",
            "organizations.kind",
            "organizations.url",
            "people.biography",
            "people.url",
            "rooms.accessibility",
            "rooms.capacity",
            "rooms.shared",
            "rooms.venue",
            "sessions.capacity",
            "sessions.expected",
            "sessions.kind",
            "sessions.language",
            "sessions.minimum",
            "sessions.required_for",
            "sessions.topics",
            "texts.translations",
            "themes.description",
            "themes.parent",
            "topics",
            "venues.accessibility",
            "venues.travel",
            "venues.url",
            "working_groups",
        }
    )

    def export(self, programme: Programme) -> Iterable[Artifact]:
        """Make one file."""
        from partenariats_ical.mapping import Calendar

        yield self.artifact(programme, Calendar(programme).content())
