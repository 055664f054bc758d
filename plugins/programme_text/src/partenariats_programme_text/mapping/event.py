"""From the parts of a programme to an event: what becomes of each thing it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from partenariats.language.dates import WEEKDAYS
from partenariats.model.event import Event
from partenariats.model.ids import BlockId, DayId, EventId
from partenariats.model.sessions import Block, Day
from partenariats.model.text import Text
from partenariats_programme_text.mapping.days import Dating
from partenariats_programme_text.mapping.language import language_of
from partenariats_programme_text.mapping.people import People
from partenariats_programme_text.mapping.places import Places
from partenariats_programme_text.mapping.sessions import SessionMaker
from partenariats_programme_text.mapping.slugs import Slugs, slug
from partenariats_programme_text.mapping.themes import Themes
from partenariats_programme_text.mapping.times import wall
from partenariats_programme_text.notes import Notes
from partenariats_programme_text.parts.draft import Draft, DraftBlock, DraftDay, Noted
from partenariats_programme_text.parts.head import EMAIL, Head
from partenariats_programme_text.parts.spelling import Spelling
from partenariats_programme_text.rules import GuessedLanguage, GuessedZone
from partenariats_programme_text.settings import Wanted

_ZONES = {"fr": "Europe/Paris", "en": "Europe/London"}


def make_event(
    draft: Draft, head: Head, texts: tuple[str, ...], notes: Notes, wanted: Wanted
) -> Event:
    """Make the event of a programme; what is `wanted` comes before what is guessed."""
    return Mapping(draft, head, texts, notes).event(wanted)


class Mapping:
    """Turn the parts of one programme into an event."""

    def __init__(self, draft: Draft, head: Head, texts: tuple[str, ...], notes: Notes) -> None:
        self._draft = draft
        self._head = head
        self._texts = texts
        self._notes = notes
        self._people = People(Spelling(texts))
        self._places = Places(head.city)
        self._themes = Themes(notes)
        self._sessions = SessionMaker(notes, self._people, self._places, self._themes)

    def event(self, wanted: Wanted) -> Event:
        """Make the event."""
        head = self._head
        language = wanted.language or self._language()
        organizers = tuple(
            self._people.organizer(name, kind)
            for name, kind in zip(head.organizers, head.kinds, strict=True)
        )
        self._places.venue(head.site)
        dates = Dating(self._draft, head.dates, self._texts, self._notes).dates(wanted.year)
        days, blocks = self._days(dates, language)
        purpose, description = self._prose()
        return Event(
            id=EventId(self._id(dates)),
            title=Text(head.title or _untitled(language)),
            timezone=wanted.timezone or self._zone(language),
            series=Text(head.title) if head.edition else None,
            edition=head.edition,
            motto=Text(head.motto) if head.motto else None,
            purpose=_text(purpose),
            description=_text(description),
            language=language,
            city=head.city or (head.site.city if head.site else None),
            organizers=tuple(dict.fromkeys(organizers)),
            url=head.url,
            contact=head.contact or _email(self._draft.prose),
            organizations=self._people.organizations,
            people=self._people.people,
            venues=self._places.venues,
            rooms=self._places.rooms,
            themes=self._themes.themes,
            working_groups=self._themes.working_groups,
            days=days,
            blocks=blocks,
            sessions=tuple(self._sessions.sessions),
            workshops=tuple(self._sessions.workshops),
        )

    def _language(self) -> str:
        found = language_of(self._texts)
        template = "the language was taken to be `{language}`"
        self._notes.add(GuessedLanguage, 1, template, language=found)
        return found

    def _zone(self, language: str) -> str:
        zone = _ZONES.get(language.partition("-")[0], "Europe/Paris")
        self._notes.add(GuessedZone, 1, "no time zone is said; `{zone}` was taken", zone=zone)
        return zone

    def _id(self, dates: list[date]) -> str:
        year = str(dates[0].year) if dates else ""
        name = slug(self._head.title)[:60].strip("-")
        return (name if year and year in name else f"{name}-{year}").strip("-") or "programme"

    def _prose(self) -> tuple[list[str], list[str]]:
        purpose: list[str] = []
        description: list[str] = []
        for noted in self._head.prose:
            into = purpose if not purpose and _says_purpose(noted) else description
            into.append(noted.text)
        return purpose, [*description, *(noted.text for noted in self._draft.prose)]

    def _days(self, dates: list[date], language: str) -> tuple[tuple[Day, ...], tuple[Block, ...]]:
        slugs, block_slugs = Slugs(), Slugs()
        days: dict[date, Day] = {}
        blocks: list[Block] = []
        for drafted, found in zip(self._draft.days, dates, strict=True):
            if found not in days:
                days[found] = self._day(drafted, found, slugs, _weekday_names(dates, language))
            for block in drafted.blocks:
                blocks += self._block(block, drafted, days[found], block_slugs)
        return tuple(sorted(days.values(), key=lambda day: day.date)), tuple(blocks)

    def _day(self, drafted: DraftDay, found: date, slugs: Slugs, names: dict[date, str]) -> Day:
        return Day(
            id=DayId(slugs.give(names[found])),
            date=found,
            title=Text(drafted.title) if drafted.title else None,
            start=wall(drafted.start),
            end=wall(drafted.end),
        )

    def _block(
        self, drafted: DraftBlock, day: DraftDay, made: Day, slugs: Slugs
    ) -> Iterator[Block]:
        """Make a block where it has a name, and its sessions in any case."""
        site = drafted.site or day.site or self._head.site or self._draft.site
        if not drafted.is_named:
            self._sessions.make(drafted, made.id, None, site)
            return
        wanted = slug(drafted.label or drafted.title)[:40].strip("-") or "partie"
        block_id = BlockId(slugs.give(wanted))
        venue = self._places.venue(site) or self._sessions.venue_in(drafted)
        self._sessions.make(drafted, None, block_id, site)
        yield Block(
            id=block_id,
            day=made.id,
            label=Text(drafted.label) if drafted.label else None,
            title=Text(drafted.title) if drafted.title else None,
            description=_text(noted.text for noted in drafted.prose),
            start=wall(drafted.start),
            end=wall(drafted.end),
            venue=venue if site else None,
            themes=self._themes.of(drafted.themes, drafted.line),
            points=self._sessions.points(drafted.points),
        )


def _email(prose: list[Noted]) -> str | None:
    found = (EMAIL.search(noted.text) for noted in prose)
    return next((match[0] for match in found if match), None)


def _weekday_names(dates: list[date], language: str) -> dict[date, str]:
    """Name each date by its weekday, or by its number where a weekday comes twice."""
    names = WEEKDAYS["fr" if language.startswith("fr") else "en"]
    distinct = set(dates)
    once = len({found.weekday() for found in distinct}) == len(distinct)
    if once:
        return {found: names[found.weekday()].lower() for found in distinct}
    first = min(distinct)
    word = "jour" if language.startswith("fr") else "day"
    return {found: f"{word}-{(found - first) // timedelta(days=1) + 1}" for found in distinct}


def _says_purpose(noted: Noted) -> bool:
    words = (
        "objectif",
        "but de",
        "vise à",
        "visent à",
        "a pour but",
        "purpose",
        " aim",
        "objective",
    )
    return len(noted.text) > 80 and any(word in noted.text.lower() for word in words)  # noqa: PLR2004  # a sentence


def _text(parts: Iterable[str]) -> Text | None:
    said = "\n\n".join(parts)
    return Text(said) if said else None


def _untitled(language: str) -> str:
    return "Programme" if language.startswith("fr") else "Programme of the event"
