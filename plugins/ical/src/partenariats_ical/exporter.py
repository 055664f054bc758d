"""The iCalendar exporter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from partenariats.interfaces.exporter import PERSONAL, SETTINGS, Artifact, Exporter
from partenariats.language.message import Message
from partenariats.model.programme import Programme
from partenariats_ical.alters import ALTERS
from partenariats_ical.options import ICalOptions


class ICalExporter(Exporter[ICalOptions]):
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
            "workshops.within",
            "working_groups",
        }
    )
    alters: ClassVar[Mapping[str, Message]] = ALTERS

    def export(self, programme: Programme) -> Iterable[Artifact]:
        """Make one file, or one for each day, theme, room or person."""
        from partenariats_ical.writing.calendar import Calendar

        calendar = Calendar(programme)
        split = self.options.split
        if split is None:
            yield self.artifact(programme, calendar.content())
            return
        for key, content in calendar.parts(split):
            yield Artifact(f"{split.value}-{key}{self.suffix}", content, self.media_type)
