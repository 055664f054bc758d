"""The importers of published schedules."""

from __future__ import annotations

import attrs

from partenariats.interfaces.importer import Imported, Importer
from partenariats.model.clock import find_zone
from partenariats.model.collector import collector_at_rest
from partenariats_schedule.rules import RULES


def _is_zone(_options: object, _attribute: object, name: str | None) -> None:
    if name is not None and find_zone(name) is None:
        message = f"no time zone {name[:40]!r}: write it as `Europe/Paris`"
        raise ValueError(message)


@attrs.frozen(kw_only=True)
class ScheduleOptions:
    """Options of `schedule` and `schedule-json`."""

    timezone: str | None = attrs.field(default=None, validator=_is_zone)
    """Time zone of the event; the one the schedule names, or its dates fit, where none is given."""
    language: str | None = None
    """Language of the event (BCP 47); the one most sessions are in where none is given."""


class ScheduleImporter(Importer[ScheduleOptions]):
    """Read schedule.xml as frab, pretalx, wafer and pentabarf publish it."""

    name = "schedule"
    summary = "conference schedule in XML (c3voc schedule.xml)"
    suffixes = (".xml",)
    rules = RULES

    def recognizes(self, content: bytes) -> bool:
        """Tell whether the root of a content is `schedule`."""
        from partenariats_schedule.reading.xml_file import looks_like_xml

        return looks_like_xml(content)

    @collector_at_rest()
    def read(self, content: bytes) -> Imported:
        """Read an event; raise `UnreadableError` for what is not a schedule."""
        from partenariats_schedule.mapping import make_event
        from partenariats_schedule.notes import Notes
        from partenariats_schedule.reading.xml_file import read_xml

        notes = Notes()
        conference = read_xml(content, notes)
        event = make_event(conference, notes, self.options.timezone, self.options.language)
        return Imported(event, notes.report(event.id))


class ScheduleJsonImporter(Importer[ScheduleOptions]):
    """Read schedule.json as frab and pretalx publish it."""

    name = "schedule-json"
    summary = "conference schedule in JSON (c3voc schedule.json)"
    suffixes = (".json",)
    rules = RULES

    def recognizes(self, content: bytes) -> bool:
        """Tell whether a content is JSON with a schedule and a conference."""
        from partenariats_schedule.reading.json_file import looks_like_json

        return looks_like_json(content)

    @collector_at_rest()
    def read(self, content: bytes) -> Imported:
        """Read an event; raise `UnreadableError` for what is not a schedule."""
        from partenariats_schedule.mapping import make_event
        from partenariats_schedule.notes import Notes
        from partenariats_schedule.reading.json_file import read_json

        notes = Notes()
        conference = read_json(content, notes)
        event = make_event(conference, notes, self.options.timezone, self.options.language)
        return Imported(event, notes.report(event.id))
