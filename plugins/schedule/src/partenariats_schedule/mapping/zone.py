"""The time zone of a schedule: the one asked for, the one it names, or one its dates fit."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from partenariats.model.clock import find_zone
from partenariats_schedule.mapping.times import parse_instant
from partenariats_schedule.notes import Notes
from partenariats_schedule.reading.conference import Conference
from partenariats_schedule.rules import GuessedZone

_HOUR: Final = timedelta(hours=1)


def choose_zone(conference: Conference, asked: str | None, notes: Notes) -> tuple[str, ZoneInfo]:
    """Return the zone of an event by name and itself, and note where it was guessed."""
    for name in (asked, conference.zone):
        zone = find_zone(name) if name else None
        if name and zone is not None:
            return name, zone
    name = _of_offsets(conference)
    if conference.zone:
        template = "there is no time zone `{example}`; `{what}` was taken"
    else:
        template = "the schedule names no time zone; `{what}` was taken"
    notes.add(GuessedZone, template, name, conference.zone)
    return name, find_zone(name) or ZoneInfo("UTC")


def _of_offsets(conference: Conference) -> str:
    """Return the zone of whole hours that every date of a talk fits, else UTC."""
    moments = (parse_instant(talk.date) for day in conference.days for talk in day.talks)
    offsets = {moment.utcoffset() for moment in moments if moment is not None}
    offset = offsets.pop() if len(offsets) == 1 else None
    if not offset or offset % _HOUR:
        return "UTC"
    hours = offset // _HOUR
    name = f"Etc/GMT{-hours:+d}"  # POSIX counts hours west of Greenwich
    return name if find_zone(name) is not None else "UTC"
