"""Sessions and workshops with their times, places and persons."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, Final

from partenariats.model.ids import BlockId, DayId, SessionId, VenueId
from partenariats.model.people import Role
from partenariats.model.sessions import Point, Session, SessionKind, Workshop
from partenariats.model.text import Text
from partenariats_programme_text.mapping.people import People
from partenariats_programme_text.mapping.places import Places
from partenariats_programme_text.mapping.slugs import Slugs, slug
from partenariats_programme_text.mapping.themes import Themes
from partenariats_programme_text.mapping.times import (
    EIGHT,
    EVENING,
    MIDNIGHT,
    MORNING,
    NOON,
    end_after,
    wall,
)
from partenariats_programme_text.notes import Notes
from partenariats_programme_text.parts.draft import DraftBlock, DraftItem, DraftSession, Noted
from partenariats_programme_text.phrases.kinds import kind_of
from partenariats_programme_text.phrases.places import Site, find_site
from partenariats_programme_text.rules import (
    GuessedAfternoon,
    GuessedEnd,
    GuessedKind,
    GuessedThemes,
    ImpossibleTimes,
)

_WORKSHOPS: Final = re.compile(
    (
        r"\b(?P<n>\d{1,2}|deux|trois|quatre|cinq|six|two|three|four|five)\s+(?:ateliers|"
        r"workshops|breakout)\b"
    ),
    re.IGNORECASE,
)
_NUMBERS: Final = {
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
}
_FORMS_GROUPS: Final = re.compile(
    r"constitution des groupes|forming (?:the )?working groups", re.IGNORECASE
)
_RECEPTION: Final = re.compile(r"\bréceptions?\b|\breception\b", re.IGNORECASE)


class SessionMaker:
    """Make the sessions of a programme, day by day."""

    def __init__(self, notes: Notes, people: People, places: Places, themes: Themes) -> None:
        self._notes = notes
        self._people = people
        self._places = places
        self._themes = themes
        self._slugs = Slugs()
        self._told_end = False
        self._last: tuple[DayId | BlockId | None, int] = (None, 0)
        self.sessions: list[Session] = []
        self.workshops: list[Workshop] = []

    def venue_in(self, block: DraftBlock) -> VenueId | None:
        """Know the venue that the title of a block names; its sessions may mean it."""
        return self._places.venue(find_site(block.title)) if block.title else None

    def make(
        self, block: DraftBlock, day: DayId | None, block_id: BlockId | None, site: Site | None
    ) -> None:
        """Make the sessions of a block, or of a day that has none."""
        for drafted in block.sessions:
            self._session(drafted, block, day, block_id, None if block_id else site)

    def points(self, noted: list[Noted]) -> tuple[Point, ...]:
        """Return the points of an agenda; one that is a theme points at it."""
        return tuple(
            Point(text=Text(point.text), theme=self._themes.find(point.text)) for point in noted
        )

    def _session(
        self,
        drafted: DraftSession,
        block: DraftBlock,
        day: DayId | None,
        block_id: BlockId | None,
        site: Site | None,
    ) -> None:
        title = drafted.title or "?"
        given = SessionId(self._slugs.give(slug(title)[:60].strip("-") or "seance"))
        kind = self._kind(drafted, block)
        common = self._common(drafted, site, day or block_id, kind)
        self.sessions.append(
            Session(id=given, title=Text(title), kind=kind, day=day, block=block_id, **common)
        )
        if _FORMS_GROUPS.search(title):
            groups = common["themes"] or tuple(map(self._themes.one, drafted.themes))
            self._themes.form_groups(groups, given)
        self._workshops(drafted, block, given, kind)

    def _common(
        self,
        drafted: DraftItem,
        site: Site | None,
        place: DayId | BlockId | None,
        kind: SessionKind = SessionKind.OTHER,
    ) -> dict[str, Any]:
        """Return what sessions and workshops have in common."""
        venue = self._places.venue(drafted.site or site)
        start, end = self._times(drafted, place)
        themes = self._themes.of(drafted.themes, drafted.line)
        said_credits = [self._people.credit(said) for said in drafted.credits]
        if kind in {SessionKind.RECEPTION, SessionKind.WELCOME}:
            said_credits = [_as_host(credit) for credit in said_credits]
        return {
            "start": wall(start),
            "end": wall(end),
            "duration": timedelta(minutes=drafted.duration)
            if drafted.duration and end is None
            else None,
            "description": Text("\n\n".join(noted.text for noted in drafted.prose))
            if drafted.prose
            else None,
            "venue": venue,
            "room": self._places.room(drafted.room, venue),
            "themes": themes if not drafted.points or not themes else (),
            "credits": tuple(dict.fromkeys(said_credits)),
            "points": self.points(drafted.points),
            "capacity": drafted.capacity,
        }

    def _times(
        self, drafted: DraftItem, place: DayId | BlockId | None
    ) -> tuple[int | None, int | None]:
        start, end = drafted.start, end_after(drafted.start, drafted.end)
        if start is None:
            return None, None
        before = self._last[1] if self._last[0] == place else 0
        if start < MORNING and before >= EVENING:
            start += MIDNIGHT
            end = end + MIDNIGHT if end is not None and end < MIDNIGHT else end
        elif 1 * 60 <= start < EIGHT <= before < EVENING:
            start += NOON
            end = end + NOON if end is not None and end < NOON else end
            self._notes.add(
                GuessedAfternoon, drafted.line, "taken to begin at {start}", start=str(wall(start))
            )
        self._last = (place, start)
        if end is not None and end <= start:
            self._notes.add(
                ImpossibleTimes,
                drafted.line,
                "this ends at {end}, before it begins at {start}",
                start=str(wall(start)),
                end=str(wall(end)),
            )
        elif end is None and drafted.duration is None and not self._told_end:
            self._told_end = True
            self._notes.add(
                GuessedEnd,
                drafted.line,
                "no end is said from here on; sessions last until the next",
            )
        return start, end

    def _kind(self, drafted: DraftSession, block: DraftBlock) -> SessionKind:
        kind = kind_of(drafted.title)
        if kind is SessionKind.WELCOME and _RECEPTION.search(block.title):
            kind = SessionKind.RECEPTION
        if kind is SessionKind.OTHER and drafted.workshops:
            kind = SessionKind.GROUP_WORK
        if kind is not SessionKind.OTHER:
            self._notes.add(
                GuessedKind, drafted.line, "taken to be of kind `{kind}`", kind=kind.value
            )
        return kind

    def _workshops(
        self, drafted: DraftSession, block: DraftBlock, within: SessionId, kind: SessionKind
    ) -> None:
        for workshop in drafted.workshops:
            name = slug(workshop.title)[:60].strip("-")
            wanted = f"atelier-{workshop.number}" if workshop.number else name or "atelier"
            self.workshops.append(
                Workshop(
                    id=SessionId(self._slugs.give(wanted)),
                    title=Text(workshop.title) if workshop.title else None,
                    number=workshop.number,
                    within=within,
                    **self._common(workshop, None, None),
                )
            )
        said = _WORKSHOPS.search(drafted.title) or _WORKSHOPS.search(block.title)
        if said and kind is SessionKind.GROUP_WORK and not drafted.workshops:
            count = _NUMBERS.get(said["n"].lower()) or int(said["n"])
            self._notes.add(
                GuessedThemes, drafted.line, "{n} workshops without a title were made", n=count
            )
            for number in range(1, count + 1):
                self.workshops.append(
                    Workshop(
                        id=SessionId(self._slugs.give(f"atelier-{number}")),
                        number=number,
                        within=within,
                    )
                )


def _as_host(credit: Any) -> Any:
    """Make a host of whoever receives."""
    import attrs

    return attrs.evolve(credit, role=Role.HOST) if credit.role is Role.SPEAKER else credit
