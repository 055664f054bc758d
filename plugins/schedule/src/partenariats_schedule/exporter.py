"""The exporters of published schedules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, Final

from partenariats.interfaces.exporter import PERSONAL, SETTINGS, Artifact, Exporter
from partenariats.interfaces.options import NoOptions
from partenariats.language.message import Message
from partenariats.model.programme import Programme
from partenariats_schedule.alters import ALTERS

OMITS: Final = (
    PERSONAL
    | SETTINGS
    | {
        "texts.translations",
        "blocks.description",
        "blocks.end",
        "blocks.label",
        "blocks.points",
        "blocks.start",
        "blocks.themes",
        "blocks.title",
        "days.title",
        "event.audiences",
        "event.city",
        "event.contact",
        "event.country",
        "event.description",
        "event.edition",
        "event.expected",
        "event.languages",
        "event.motto",
        "event.organizers",
        "event.partners",
        "event.purpose",
        "event.series",
        "organizations",
        "people.biography",
        "people.honorific",
        "people.positions",
        "people.url",
        "rooms.accessibility",
        "rooms.capacity",
        "rooms.shared",
        "rooms.venue",
        "sessions.block",
        "sessions.capacity",
        "sessions.expected",
        "sessions.minimum",
        "sessions.points",
        "sessions.required_for",
        "sessions.tentative",
        "sessions.topics",
        "themes.description",
        "themes.parent",
        "topics",
        "venues.accessibility",
        "venues.address",
        "venues.city",
        "venues.latitude",
        "venues.longitude",
        "venues.travel",
        "venues.url",
        "working_groups",
        "workshops.within",
    }
)
"""Keys of the event file of which neither format says anything; the two say the same."""


class ScheduleExporter(Exporter[NoOptions]):
    """Write schedule.xml as its published schema wants it, for the apps of conferences."""

    name = "schedule"
    summary = "conference schedule in XML (c3voc schedule.xml)"
    media_type = "application/vnd.c3voc.schedule+xml"
    suffix = ".xml"
    omits = OMITS
    alters: ClassVar[Mapping[str, Message]] = ALTERS

    def export(self, programme: Programme) -> Iterable[Artifact]:
        """Make one file; raise `ExportError` for what the schema cannot hold."""
        from partenariats_schedule.writing.composing import schedule_of
        from partenariats_schedule.writing.xml_file import write_xml

        yield self.artifact(programme, write_xml(schedule_of(programme)))


class ScheduleJsonExporter(Exporter[NoOptions]):
    """Write schedule.json as its published schema wants it; it says what schedule.xml says."""

    name = "schedule-json"
    summary = "conference schedule in JSON (c3voc schedule.json)"
    media_type = "application/json"
    suffix = ".json"
    omits = OMITS
    alters: ClassVar[Mapping[str, Message]] = ALTERS

    def export(self, programme: Programme) -> Iterable[Artifact]:
        """Make one file; raise `ExportError` for an event without a day."""
        from partenariats_schedule.writing.composing import schedule_of
        from partenariats_schedule.writing.json_file import write_json

        yield self.artifact(programme, write_json(schedule_of(programme)))
