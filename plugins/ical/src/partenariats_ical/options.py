"""Options of the exporter and the importer."""

from __future__ import annotations

from enum import Enum

import attrs

from partenariats.model.clock import find_zone


class Split(Enum):
    """Name what each of several calendars is for."""

    DAY = "day"
    THEME = "theme"
    ROOM = "room"
    PERSON = "person"


@attrs.frozen(kw_only=True)
class ICalOptions:
    """Options of `ical`."""

    split: Split | None = None
    """Make a calendar for each `day`, `theme`, `room` or `person` instead of one for all."""


def _is_zone(_options: object, _attribute: object, name: str | None) -> None:
    if name is not None and find_zone(name) is None:
        message = f"no time zone {name[:40]!r}: write it as `Europe/Paris`"
        raise ValueError(message)


@attrs.frozen(kw_only=True)
class ICalImportOptions:
    """Options of the importer `ical`."""

    timezone: str | None = attrs.field(default=None, validator=_is_zone)
    """Time zone of the event; the one the calendar names, where none is given."""
    language: str | None = None
    """Language of the event (BCP 47); the one the calendar names, where none is given."""
