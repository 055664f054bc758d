"""What partenariats-schedule offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from partenariats.plugin import hookimpl

if TYPE_CHECKING:
    from partenariats.interfaces.exporter import Exporter
    from partenariats.interfaces.importer import Importer


@hookimpl
def partenariats_exporters() -> Sequence[type[Exporter[Any]]]:
    """Offer schedule.xml and schedule.json."""
    from partenariats_schedule.exporter import ScheduleExporter, ScheduleJsonExporter

    return [ScheduleExporter, ScheduleJsonExporter]


@hookimpl
def partenariats_importers() -> Sequence[type[Importer[Any]]]:
    """Offer schedule.xml and schedule.json."""
    from partenariats_schedule.importer import ScheduleImporter, ScheduleJsonImporter

    return [ScheduleImporter, ScheduleJsonImporter]
