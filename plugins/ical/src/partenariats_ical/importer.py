"""The importer of calendars."""

from __future__ import annotations

from partenariats.interfaces.importer import Imported, Importer
from partenariats.model.collector import collector_at_rest
from partenariats_ical.options import ICalImportOptions
from partenariats_ical.rules import RULES


class ICalImporter(Importer[ICalImportOptions]):
    """Read calendars as programs and web sites write them (RFC 5545), however badly."""

    name = "ical"
    summary = "calendar of a programme (iCalendar)"
    suffixes = (".ics",)
    rules = RULES

    def recognizes(self, content: bytes) -> bool:
        """Tell whether a content begins as a calendar does."""
        from partenariats_ical.reading.lines import looks_like_calendar

        return looks_like_calendar(content)

    @collector_at_rest()
    def read(self, content: bytes) -> Imported:
        """Read an event; raise `UnreadableError` for what is not a calendar."""
        from partenariats_ical.mapping import make_event
        from partenariats_ical.notes import Notes
        from partenariats_ical.reading.components import read_components
        from partenariats_ical.reading.lines import read_lines

        notes = Notes()
        lines = read_lines(content)
        notes.recoded(lines.recoded)
        calendars = read_components(lines, notes)
        event = make_event(
            calendars, notes, lines.numbers, self.options.timezone, self.options.language
        )
        return Imported(event, notes.report(event.id, lines))
