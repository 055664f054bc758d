"""What partenariats-ical offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from partenariats.plugin import hookimpl

if TYPE_CHECKING:
    from partenariats.interfaces.exporter import Exporter


@hookimpl
def partenariats_exporters() -> Sequence[type[Exporter[Any]]]:
    """Offer iCalendar."""
    from partenariats_ical.exporter import ICalExporter

    return [ICalExporter]
