"""What partenariats-ical offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from partenariats.plugin import hookimpl

if TYPE_CHECKING:
    from partenariats.interfaces.exporter import Exporter
    from partenariats.interfaces.importer import Importer


@hookimpl
def partenariats_exporters() -> Sequence[type[Exporter[Any]]]:
    """Offer iCalendar."""
    from partenariats_ical.exporter import ICalExporter

    return [ICalExporter]


@hookimpl
def partenariats_importers() -> Sequence[type[Importer[Any]]]:
    """Offer iCalendar."""
    from partenariats_ical.importer import ICalImporter

    return [ICalImporter]
