"""From a programme to the plain values of a schedule: what becomes of each thing we know."""

from __future__ import annotations

from functools import reduce
from math import gcd
from typing import Final
from zoneinfo import ZoneInfo

from partenariats.interfaces.exporter import ExportError
from partenariats.interfaces.wording import Wording
from partenariats.model.clock import find_zone
from partenariats.model.collector import collector_at_rest
from partenariats.model.programme import Programme, ScheduledDay, ScheduledSession
from partenariats.model.sessions import SessionKind, Workshop
from partenariats.model.text import Text
from partenariats_schedule.writing.names import acronym, guid, numbers, slugs, track_slug
from partenariats_schedule.writing.rooms import Rooms
from partenariats_schedule.writing.schedule import Day, Room, Schedule, Speaker, Talk, Track
from partenariats_schedule.writing.texts import address, color, plain
from partenariats_schedule.writing.times import Moments, edges

TYPES: Final = {kind: kind.value for kind in SessionKind} | {SessionKind.PRESENTATION: "talk"}
"""What a kind is called in schedules; each word is read as the same kind again."""


@collector_at_rest()
def schedule_of(programme: Programme) -> Schedule:
    """Say a programme as a schedule, in its language; raise `ExportError` if it has no day."""
    if not programme.days:
        raise ExportError(
            "`{event}` has no day, and the published schema of schedules wants one",
            event=programme.event.id,
        )
    return Composer(programme).schedule()


class Composer:
    """Say one programme in plain values."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._event = event = programme.event
        self._wording = Wording(programme)
        self._acronym = acronym(event.id)
        guids = {each: guid(event.id, "sessions", each) for each in programme.by_id}
        numbered = numbers(guids.values())
        said = slugs(self._acronym, guids)
        self._names = {each: (numbered[own], own, said[each]) for each, own in guids.items()}
        self._tracks = {theme.id: self._say(theme.title) for theme in event.themes}
        people = {person.id: guid(event.id, "people", person.id) for person in event.people}
        given = numbers(people.values())
        self._speakers = {
            person.id: Speaker(given[own], own, plain(person.name) or plain(person.id))
            for person in event.people
            for own in [people[person.id]]
        }
        self._tags: dict[str, str] = {}
        self._moments = Moments()
        self._rooms = Rooms(programme)

    def schedule(self) -> Schedule:
        """Say the whole."""
        event = self._event
        zone = find_zone(event.timezone) or ZoneInfo("UTC")
        days = tuple(
            self._day(index, day, zone) for index, day in enumerate(self._programme.days, 1)
        )
        return Schedule(
            version=self._version(),
            title=self._say(event.title),
            acronym=self._acronym,
            url=address(event.url),
            zone=event.timezone,
            timeslot=_timeslot(days),
            tracks=tuple(
                Track(name, track_slug(theme.id), color(theme.color))
                for theme in event.themes
                for name in [self._tracks[theme.id]]
                if name
            ),
            days=days,
        )

    def _version(self) -> str:
        """Say how often the programme was published anew, and when last."""
        revision = self._event.revision
        return f"{revision.number} ({revision.at.isoformat()})" if revision else "0"

    def _say(self, text: Text | None) -> str:
        """Return a text as it is written: programs read it, so no space of it is changed."""
        if text is None:
            return ""
        return plain(self._programme.say(text) if text.translations else text.plain)

    def _tag(self, language: str) -> str:
        """Return a language tag; nothing that is in none stays in it."""
        said = self._tags.get(language)
        if said is None:
            said = self._tags[language] = plain(language)
        return said

    def _day(self, index: int, day: ScheduledDay, zone: ZoneInfo) -> Day:
        held: dict[tuple[str, str], list[Talk]] = {room: [] for room in self._rooms.all}
        for top in day.sessions:
            for session in (top, *top.workshops):
                room = self._rooms.of(session)
                held[room].append(self._talk(session, room[0]))
        rooms = tuple(Room(*room, tuple(talks)) for room, talks in held.items() if talks)
        return Day(index, day.day.date.isoformat(), *edges(day, zone), rooms)

    def _talk(self, session: ScheduledSession, room: str) -> Talk:
        item = session.session
        moment = self._moments.of(session.start)
        end = moment if session.end is None else self._moments.of(session.end)
        speakers = self._speakers
        people = dict.fromkeys([credit.person for credit in item.credits])
        if isinstance(item, Workshop):
            title, kind = plain(self._wording.title(session)), "workshop"
        else:
            title, kind = self._say(item.title), TYPES[item.kind]
        return Talk(
            *self._names[item.id],
            title,
            kind,
            moment.date,
            moment.start,
            end.minutes - moment.minutes,
            room,
            self._tracks[item.themes[0]] if item.themes else "",
            self._tag(item.language or self._event.language),
            self._say(item.description),
            address(item.url),
            tuple([speakers[who] for who in people if who is not None]),
        )


def _timeslot(days: tuple[Day, ...]) -> int:
    """Return the minutes of which every start and every length is a multiple, a day at most."""
    talks = [talk for day in days for room in day.rooms for talk in room.talks]
    starts = {int(said[:2]) * 60 + int(said[3:]) for said in {talk.start for talk in talks}}
    return reduce(gcd, starts | {talk.minutes for talk in talks}, 0) or 60
