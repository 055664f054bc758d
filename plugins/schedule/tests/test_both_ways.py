"""What goes out as a schedule comes back equal, but for what is declared."""

from __future__ import annotations

from partenariats.testing import RoundTripConformance
from partenariats_schedule.exporter import ScheduleExporter, ScheduleJsonExporter
from partenariats_schedule.importer import ScheduleImporter, ScheduleJsonImporter


class TestScheduleBothWays(RoundTripConformance):
    """schedule.xml."""

    exporter = ScheduleExporter
    importer = ScheduleImporter


class TestScheduleJsonBothWays(RoundTripConformance):
    """schedule.json."""

    exporter = ScheduleJsonExporter
    importer = ScheduleJsonImporter
