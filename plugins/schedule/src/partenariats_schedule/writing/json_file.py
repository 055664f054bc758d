"""Write schedule.json: the same values as schedule.xml, under the names of its own schema."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from partenariats_schedule.reading.conference import GENERATOR
from partenariats_schedule.writing.schedule import Day, Room, Schedule, Talk, Track, hours

SCHEMA: Final = "https://c3voc.de/schedule/schema.json"
_ZONE: Final = re.compile("[A-Z][a-z]+/[A-Z][a-z]+|.*UTC$")
"""Names of time zones that the schema lets pass."""


def write_json(schedule: Schedule) -> bytes:
    """Write a schedule as the published schema wants it, in UTF-8."""
    content = {
        "$schema": SCHEMA,
        "generator": {"name": GENERATOR},
        "schedule": {"version": schedule.version, "conference": _conference(schedule)},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _conference(schedule: Schedule) -> dict[str, Any]:
    fits = _ZONE.match(schedule.zone) is not None
    return {
        "acronym": schedule.acronym,
        "title": schedule.title,
        "start": schedule.days[0].date,
        "end": schedule.days[-1].date,
        "daysCount": len(schedule.days),
        "timeslot_duration": hours(schedule.timeslot),
        # the schema knows no `Etc/GMT-1`, but leaves `meta` open
        **({} if fits else {"meta": {"time_zone_name": schedule.zone}}),
        **({"time_zone_name": schedule.zone} if fits else {}),
        **({"url": schedule.url} if schedule.url else {}),
        "tracks": [_track(track) for track in schedule.tracks],
        "rooms": _rooms(schedule.days),
        "days": [_day(day) for day in schedule.days],
    }


def _track(track: Track) -> dict[str, Any]:
    color = {"color": track.color} if track.color else {}
    return {"name": track.name, "slug": track.slug, **color}


def _rooms(days: tuple[Day, ...]) -> list[dict[str, Any]]:
    """List the rooms of all days, each once."""
    found = {room.name: room.guid for day in days for room in day.rooms if room.name}
    return [{"name": name, "guid": guid} for name, guid in found.items()]


def _day(day: Day) -> dict[str, Any]:
    return {
        "index": day.index,
        "date": day.date,
        "day_start": day.start,
        "day_end": day.end,
        "rooms": {room.name: _talks(room) for room in day.rooms},
    }


def _talks(room: Room) -> list[dict[str, Any]]:
    return [_event(talk) for talk in room.talks]


def _event(talk: Talk) -> dict[str, Any]:
    return {
        "id": talk.id,
        "guid": talk.guid,
        "date": talk.date,
        "start": talk.start,
        "duration": hours(talk.minutes),
        "room": talk.room,
        "slug": talk.slug,
        # the schema wants an address from every session: one that leads nowhere says there is none
        "url": talk.url or f"urn:uuid:{talk.guid}",
        "title": talk.title,
        "subtitle": None,
        "track": talk.track or None,
        "type": talk.type,
        "language": talk.language,
        "abstract": talk.abstract,
        "persons": [{"id": s.id, "guid": s.guid, "name": s.name} for s in talk.speakers],
        "links": [],
    }
