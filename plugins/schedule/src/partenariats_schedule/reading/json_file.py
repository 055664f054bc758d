"""Read schedule.json as it stands: lenient in what it says, strict in what it is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any, Final

from partenariats.interfaces.importer import UnreadableError
from partenariats_schedule.notes import Notes
from partenariats_schedule.reading.bounds import refuse_impossible
from partenariats_schedule.reading.conference import (
    GENERATOR,
    TEXTS,
    Conference,
    ConferenceDay,
    Speaker,
    Talk,
)
from partenariats_schedule.reading.taking import Taker

Pairs = list[tuple[str, Any]]

_TALK: Final = frozenset({*TEXTS, "id", "room", "persons", "guid"})
_SPEAKER: Final = frozenset({"id", "name", "public_name", "full_public_name", "biography", "url"})
_CONFERENCE: Final = frozenset(
    [
        "title",
        "acronym",
        "time_zone_name",
        "url",
        "venue",
        "city",
        "day_change",
        "start",
        "end",
        "days",
        "daysCount",
        "rooms",
        "tracks",
    ]
)


def looks_like_json(content: bytes) -> bool:
    """Tell whether a content is a JSON object that speaks of a schedule and a conference."""
    is_object = content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
    return is_object and b'"schedule"' in content and b'"conference"' in content


def read_json(content: bytes, notes: Notes) -> Conference:
    """Read a schedule; raise `UnreadableError` for what is none."""
    refuse_impossible(content)
    reader = JsonReader(notes)
    try:
        tables = json.loads(content, object_pairs_hook=reader.table)
    except RecursionError:
        raise UnreadableError("this is nested deeper than any schedule") from None
    except ValueError as error:
        raise UnreadableError("this is not JSON: {reason}", reason=str(error)[:200]) from None
    schedule = _of(tables, "schedule")
    head = _of(schedule, "conference")
    days = head.get("days")
    if not isinstance(days, list):
        raise UnreadableError(
            "this is JSON, but no schedule: {found} where `schedule.conference.days` is expected",
            found=_shape(tables),
        )
    if "rooms" in schedule:
        raise UnreadableError(
            "this is not a schedule.json: `schedule.rooms` stands beside `conference`, which the "
            "published schema rules out; rooms belong in `conference.rooms`"
        )
    return reader.conference(tables, schedule, head, days)


def _of(table: Any, key: str) -> dict[str, Any]:
    """Return a table in a table, an empty one where there is none."""
    found = table.get(key) if isinstance(table, dict) else None
    return found if isinstance(found, dict) else {}


def _shape(tables: Any) -> str:
    """Say in a few words what a JSON file is."""
    if isinstance(tables, list):
        return f"a list of {len(tables)}"
    if not isinstance(tables, dict):
        return type(tables).__name__
    if isinstance(tables.get("schedule"), dict):
        return f"`schedule` with {_keys(tables['schedule'])}"
    return f"a table with {_keys(tables)}"


def _keys(table: dict[str, Any]) -> str:
    return ", ".join(f"`{key[:20]}`" for key in list(table)[:4]) or "nothing in it"


class JsonReader:
    """Read the tables of one schedule, and note what is left of them."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._take = Taker(notes)

    def table(self, pairs: Pairs) -> dict[str, Any]:
        """Make a table, noting a key that stands in it twice."""
        table = dict(pairs)
        if len(table) != len(pairs):
            ((key, _),) = Counter(key for key, _ in pairs).most_common(1)
            self._notes.unreadable("a key that stands twice", key)
        return table

    def conference(
        self,
        tables: dict[str, Any],
        schedule: dict[str, Any],
        head: dict[str, Any],
        days: list[Any],
    ) -> Conference:
        """Read the conference and its days."""
        is_ours = _of(tables, "generator").get("name") == GENERATOR
        ours = {"generator", "version", "meta"} if is_ours else set[str]()
        self._lost(tables, {"schedule", "$schema", *ours}, "the file")
        self._lost(schedule, {"conference", "base_url", *ours}, "the schedule")
        self._lost(head, {*_CONFERENCE, *ours}, "the conference")

        def text(key: str) -> str:
            return self._take.text(head.get(key), f"conference.{key}")

        return Conference(
            title=text("title"),
            acronym=text("acronym"),
            zone=text("time_zone_name")
            or self._take.text(_of(head, "meta").get("time_zone_name"), "meta.time_zone_name"),
            generator=GENERATOR if is_ours else "",
            version=self._take.text(schedule.get("version"), "version") if is_ours else "",
            url=text("url") or self._take.text(schedule.get("base_url"), "base_url"),
            venue=text("venue"),
            city=text("city"),
            day_change=text("day_change"),
            colours=dict(self._colours(head)),
            capacities=dict(self._capacities(head)),
            days=tuple(self._day(day) for day in self._tables(days, "day")),
        )

    def _colours(self, head: dict[str, Any]) -> Iterator[tuple[str, str]]:
        for track in self._tables(head.get("tracks"), "track"):
            self._lost(track, {"name", "color"}, "tracks")
            name = self._take.text(track.get("name"), "track.name")
            yield name, self._take.text(track.get("color"), "track.color")

    def _capacities(self, head: dict[str, Any]) -> Iterator[tuple[str, int]]:
        for room in self._tables(head.get("rooms"), "room"):
            self._lost(room, {"name", "capacity"}, "rooms")
            capacity = self._take.number(room.get("capacity"), "room.capacity")
            if capacity is not None:
                yield self._take.text(room.get("name"), "room.name"), capacity

    def _day(self, day: dict[str, Any]) -> ConferenceDay:
        self._lost(day, {"index", "date", "day_start", "day_end", "rooms"}, "days")
        rooms = day.get("rooms")
        if not isinstance(rooms, dict):
            self._notes.unreadable("day.rooms", rooms)
            rooms = {}
        talks: list[Talk] = []
        for name, listed in rooms.items():
            room = self._take.text(name, "room")
            talks += (self._talk(event, room) for event in self._tables(listed, "event"))
        return ConferenceDay(
            date=self._take.text(day.get("date"), "day.date"),
            start=self._take.text(day.get("day_start"), "day.day_start"),
            end=self._take.text(day.get("day_end"), "day.day_end"),
            talks=tuple(talks),
        )

    def _talk(self, event: dict[str, Any], room: str) -> Talk:
        self._lost(event, _TALK, "sessions")
        take = self._take.text
        texts = {key: take(event[key], key) for key in TEXTS if event.get(key)}
        return Talk(
            room=self._take.room(room, take(event.get("room"), "room")),
            id=take(event.get("id"), "id"),
            guid=take(event.get("guid"), "guid"),
            speakers=tuple(self._speakers(event.get("persons"))),
            **texts,
        )

    def _speakers(self, persons: Any) -> Iterator[Speaker]:
        take = self._take.text
        for person in self._tables(persons, "person"):
            self._lost(person, _SPEAKER, "people")
            names = (person.get(key) for key in ("public_name", "full_public_name", "name"))
            name = take(next((name for name in names if name), None), "person.public_name")
            if not name:
                self._notes.unreadable("person", person)
                continue
            given = next((person[key] for key in ("id", "guid", "code") if person.get(key)), None)
            yield Speaker(
                name=name,
                id=take(given, "person.id"),
                biography=take(person.get("biography"), "person.biography"),
                url=take(person.get("url"), "person.url"),
            )

    def _tables(self, value: Any, what: str) -> Iterator[dict[str, Any]]:
        """Give the tables of a list, noting what else stands there."""
        if value is None:
            return
        if not isinstance(value, list):
            self._notes.unreadable(f"list of {what}s", value)
            return
        for item in value:
            if isinstance(item, dict):
                yield item
            else:
                self._notes.unreadable(what, item)

    def _lost(self, table: dict[str, Any], held: Collection[str], owner: str) -> None:
        """Note what has no place in an event, if it says anything."""
        for key, value in table.items():
            if key not in held and value:
                count = len(value) if isinstance(value, list) else 1
                self._notes.not_carried(f"`{key[:40]}` of {owner}", count)
