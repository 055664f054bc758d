"""What goes out as a calendar comes back equal, but for what is declared."""

from __future__ import annotations

from partenariats.testing import RoundTripConformance
from partenariats_ical.exporter import ICalExporter
from partenariats_ical.importer import ICalImporter


class TestICalBothWays(RoundTripConformance):
    """iCalendar."""

    exporter = ICalExporter
    importer = ICalImporter
    rarely = frozenset(
        {
            "event.contact", "event.id", "event.language", "event.organizers", "event.purpose",
            "event.revision", "event.title", "event.url", "organizations.acronym",
            "organizations.id", "organizations.name", "rooms.name", "rooms.order",
            "sessions.themes", "sessions.url", "themes.title",
        }
    )  # fmt: skip
