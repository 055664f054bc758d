"""From a schedule to an event: what becomes of each thing it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from partenariats.model.event import Event
from partenariats.model.ids import EventId, RoomId, SessionId, ThemeId, VenueId
from partenariats.model.places import Room, Venue
from partenariats.model.sessions import Session, SessionKind
from partenariats.model.text import Text
from partenariats.model.themes import Theme
from partenariats_schedule.mapping import ours
from partenariats_schedule.mapping.days import DayPlanner, Slot
from partenariats_schedule.mapping.kinds import kind_of
from partenariats_schedule.mapping.people import People
from partenariats_schedule.mapping.prose import Prose
from partenariats_schedule.mapping.slugs import Slugs, slug
from partenariats_schedule.mapping.times import Wall
from partenariats_schedule.mapping.zone import choose_zone
from partenariats_schedule.notes import Notes
from partenariats_schedule.reading.conference import Conference, Talk
from partenariats_schedule.rules import NoLanguage, UnknownType, UnreadableValue, UsedId


def make_event(
    conference: Conference, notes: Notes, timezone: str | None, language: str | None
) -> Event:
    """Make the event of a schedule; zone and language are its own where none is given."""
    return Mapping(conference, notes).event(timezone, language)


class Mapping:
    """Turn one schedule into an event."""

    def __init__(self, conference: Conference, notes: Notes) -> None:
        self._conference = conference
        self._notes = notes
        self._prose = Prose(notes, may_have_markup=not ours.is_ours(conference))
        self._talks = [talk for day in conference.days for talk in day.talks]
        self._people = People(self._talks, self._prose, notes)
        self._rooms = _named((talk.room for talk in self._talks), "room")
        self._themes = _named(
            (*ours.tracks(conference), *(talk.track for talk in self._talks)), "theme"
        )
        self._types: Counter[str] = Counter()
        self._languages = {text: self._prose.language(text) for text in self._spoken()}

    def event(self, timezone: str | None, language: str | None) -> Event:
        """Make the event."""
        conference = self._conference
        name, zone = choose_zone(conference, timezone, self._notes)
        own = language or self._language()
        planner = DayPlanner(conference, Wall(zone), self._notes)
        venues = self._venues()
        return Event(
            id=EventId(self._id()),
            title=Text(self._title()),
            timezone=name,
            language=own,
            city=conference.city or None,
            url=self._prose.address(conference.url, "the conference"),
            revision=ours.revision(conference),
            people=self._people.people,
            venues=venues,
            rooms=tuple(self._room(room, venues) for room in self._rooms),
            themes=tuple(self._theme(track) for track in self._themes),
            days=planner.days,
            sessions=tuple(self._sessions(planner, own)),
        )

    def _id(self) -> str:
        conference = self._conference
        given = ours.event_id(conference) or slug(conference.acronym)
        return given or slug(conference.title) or "event"

    def _title(self) -> str:
        title = self._conference.title or self._conference.acronym
        if not title:
            self._notes.add(UnreadableValue, "the conference has no title")
        return title or "?"

    def _spoken(self) -> Counter[str]:
        return Counter(talk.language for talk in self._talks if talk.language)

    def _language(self) -> str:
        """Return the language that most sessions are in."""
        counts: Counter[str] = Counter()
        for text, count in self._spoken().items():
            tag = self._languages[text]
            if tag is not None:
                counts[tag] += count
        if counts:
            return counts.most_common(1)[0][0]
        self._notes.add(NoLanguage, "no session says its language; `en` was taken")
        return "en"

    def _venues(self) -> tuple[Venue, ...]:
        name, city = self._conference.venue, self._conference.city
        if not name:
            return ()
        return (Venue(id=VenueId(slug(name) or "venue"), name=Text(name), city=city or None),)

    def _room(self, name: str, venues: tuple[Venue, ...]) -> Room:
        return Room(
            id=RoomId(self._rooms[name]),
            name=Text(name),
            venue=venues[0].id if venues else None,
            capacity=self._conference.capacities.get(name),
        )

    def _theme(self, track: str) -> Theme:
        colour = self._prose.colour(self._conference.colours.get(track, ""))
        return Theme(id=ThemeId(self._themes[track]), title=Text(track), color=colour)

    def _sessions(self, planner: DayPlanner, language: str) -> Iterable[Session]:
        slugs = Slugs()
        used: set[str] = set()
        for slot in planner.slots:
            talk = slot.talk
            if talk.id and talk.id in used:
                template = "sessions have an `id` that another has already ({n}): `{example}`"
                self._notes.add(UsedId, template, example=talk.id)
            used.add(talk.id)
            yield self._session(
                slot,
                slugs.give(ours.session_id(self._conference, talk) or _id_of(talk)),
                planner,
                language,
            )
        self._tell_rest()

    def _tell_rest(self) -> None:
        """Note what belongs to no single session."""
        for track in self._conference.colours:
            if track not in self._themes:
                self._notes.not_carried("tracks without a session")
        guids = sum(talk.guid != "" for talk in self._talks)
        if guids:
            self._notes.not_carried("`guid` of sessions", guids)
        if self._types:
            template = "sessions are of types that are no kinds of session here ({n}): {example}"
            most = ", ".join(f"`{name}` {count}" for name, count in self._types.most_common(3))
            self._notes.add(UnknownType, template, example=most, count=self._types.total())

    def _session(self, slot: Slot, given: str, planner: DayPlanner, language: str) -> Session:
        talk = slot.talk
        description = self._description(talk)
        spoken = self._languages.get(talk.language)
        return Session(
            id=SessionId(given),
            day=planner.id_of(slot.date),
            kind=self._kind(talk),
            title=Text(self._session_title(talk, given)),
            description=Text(description) if description else None,
            start=slot.start,
            end=slot.end,
            duration=slot.duration,
            room=RoomId(self._rooms[talk.room]) if talk.room else None,
            themes=(ThemeId(self._themes[talk.track]),) if talk.track else (),
            credits=self._people.credits(talk),
            language=spoken if spoken != language else None,
            url=self._prose.address(ours.url(self._conference, talk), "sessions"),
        )

    def _session_title(self, talk: Talk, given: str) -> str:
        if not talk.title:
            template = "sessions have no title, their id stands for it ({n})"
            self._notes.add(UnreadableValue, template)
        return self._prose.text(talk.title, "title") or given

    def _kind(self, talk: Talk) -> SessionKind:
        kind = kind_of(talk.type, talk.title)
        if kind is None and talk.type:
            self._types[talk.type] += 1
        return kind or SessionKind.OTHER

    def _description(self, talk: Talk) -> str:
        """Join what a talk says of itself, each part once, with an empty line between."""
        parts = {
            what: self._prose.text(text, what)
            for what, text in (
                ("subtitle", talk.subtitle),
                ("abstract", talk.abstract),
                ("description", talk.description),
            )
            if text
        }
        if "subtitle" in parts:
            self._notes.not_carried("`subtitle`, which now stands before the description")
        return "\n\n".join(dict.fromkeys(part for part in parts.values() if part))


def _named(names: Iterable[str], otherwise: str) -> dict[str, str]:
    """Give each name a slug of its own, in the order in which they come."""
    slugs = Slugs()
    return {name: slugs.give(slug(name) or otherwise) for name in dict.fromkeys(names) if name}


def _id_of(talk: Talk) -> str:
    """Return the id a session should have: its slug, else its title with its number."""
    own = slug(talk.slug)
    if own:
        return own
    number = slug(talk.id or talk.guid)[-12:].strip("-")
    return "-".join(part for part in (slug(talk.title) or "session", number) if part)
