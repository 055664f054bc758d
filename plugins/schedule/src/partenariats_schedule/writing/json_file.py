"""Write schedule.json: the same values as schedule.xml, under the names of its own schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from partenariats.model.collector import collector_at_rest
from partenariats_schedule.reading.conference import GENERATOR
from partenariats_schedule.writing.schedule import Day, Schedule, Talk, Track, hours

SCHEMA: Final = "https://c3voc.de/schedule/schema.json"
_ZONE: Final = re.compile("[A-Z][a-z]+/[A-Z][a-z]+|.*UTC$")
"""Names of time zones that the schema lets pass."""


@collector_at_rest()
def write_json(schedule: Schedule) -> bytes:
    """Write a schedule as the published schema wants it, in UTF-8, a line for each session."""
    head = {"$schema": SCHEMA, "generator": {"name": GENERATOR}}
    parts = [
        f'{_open(head)},\n "schedule": {_open({"version": schedule.version})},\n',
        f'  "conference": {_open(_conference(schedule))},\n   "days": [',
    ]
    for day in schedule.days:
        parts += _day(day, is_first=day is schedule.days[0])
    parts.append("]}}}\n")
    return "".join(parts).encode()


def _say(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _open(table: dict[str, Any]) -> str:
    """Say a table to which more is added."""
    return _say(table)[:-1]


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
    }


def _day(day: Day, *, is_first: bool) -> Iterator[str]:
    table = {"index": day.number, "date": day.date, "day_start": day.start, "day_end": day.end}
    yield f'{"" if is_first else ","}\n    {_open(table)}, "rooms": {{'
    for room in day.rooms:
        talks = ",\n      ".join([_say(_event(talk)) for talk in room.talks])
        comma = "" if room is day.rooms[0] else ","
        yield f"{comma}\n     {_say(room.name)}: [\n      {talks}]"
    yield "}}"


def _track(track: Track) -> dict[str, Any]:
    color = {"color": track.color} if track.color else {}
    return {"name": track.name, "slug": track.slug, **color}


def _rooms(days: tuple[Day, ...]) -> list[dict[str, Any]]:
    """List the rooms of all days, each once."""
    found = {room.name: room.guid for day in days for room in day.rooms if room.name}
    return [{"name": name, "guid": guid} for name, guid in found.items()]


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
