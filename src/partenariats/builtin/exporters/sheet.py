"""The programme as lines of prose, before Markdown or plain text gives them a form."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

import attrs

from partenariats.interfaces.exporter import PERSONAL, SETTINGS
from partenariats.interfaces.wording import Wording
from partenariats.model.ids import VenueId
from partenariats.model.places import Accessibility, Venue
from partenariats.model.programme import Programme, ScheduledDay, ScheduledSession, Section
from partenariats.model.sessions import PAUSES, Session

OMITS: Final = (
    PERSONAL
    | SETTINGS
    | {
        "blocks.end",
        "blocks.start",
        "days.end",
        "days.start",
        "event.contact",
        "event.country",
        "event.expected",
        "event.languages",
        "event.revision",
        "event.series",
        "event.url",
        "organizations.kind",
        "organizations.url",
        "people.biography",
        "people.url",
        "rooms.accessibility",
        "rooms.capacity",
        "rooms.shared",
        "rooms.venue",
        "sessions.capacity",
        "sessions.expected",
        "sessions.kind",
        "sessions.language",
        "sessions.minimum",
        "sessions.required_for",
        "sessions.topics",
        "sessions.url",
        "texts.translations",
        "themes.color",
        "themes.description",
        "themes.parent",
        "topics",
        "venues.latitude",
        "venues.longitude",
        "venues.travel",
        "venues.url",
        "working_groups",
    }
)
"""Keys of the event file that a sheet does not say."""


_NEEDS: Final = {
    Accessibility.HEARING: "hearing impairment",
    Accessibility.VISUAL: "visual impairment",
    Accessibility.PSYCHIC: "psychic impairment",
    Accessibility.MOTOR: "reduced mobility",
    Accessibility.INTELLECTUAL: "intellectual impairment",
}
"""OpenAgenda's five codes in words."""


_SPACES: Final = dict.fromkeys(map(ord, "\t\u2028\u2029"), " ")


@attrs.frozen
class Entry:
    """Hold one session as it is printed: hours, title, what is said of it, workshops in it.

    `until` says the end alone, where it is written; `is_pause` marks breaks, meals and welcomes.
    """

    hours: str
    start: str
    until: str
    is_pause: bool
    title: str
    notes: tuple[str, ...]
    points: tuple[str, ...]
    workshops: tuple[Entry, ...]


@attrs.frozen
class Part:
    """Hold one section of a day as it is printed."""

    title: str
    notes: tuple[str, ...]
    points: tuple[str, ...]
    entries: tuple[Entry, ...]


@attrs.frozen
class Sheet:
    """Hold a programme as it is printed."""

    title: str
    subtitle: str
    motto: str
    notes: tuple[str, ...]
    days: tuple[tuple[str, tuple[Part, ...]], ...]

    @classmethod
    def of(cls, programme: Programme, days: tuple[ScheduledDay, ...] | None = None) -> Sheet:
        """Say a programme in its language; all its days, or only those given."""
        wording = Wording(programme)
        event = programme.event
        subtitle = (wording.edition(), wording.dates(), wording.typeset(event.city or ""))
        return cls(
            title=wording.text(event.title),
            subtitle=" – ".join(part for part in subtitle if part),
            motto=wording.text(event.motto),
            notes=tuple(_about(wording)),
            days=tuple(
                (wording.day(day), tuple(_parts(wording, day)))
                for day in (programme.days if days is None else days)
            ),
        )


def visible(text: str) -> str:
    """Return text without what a terminal or a browser would obey; line breaks stay."""
    return "".join(
        character
        for character in text.translate(_SPACES)
        if character == "\n" or unicodedata.category(character) not in {"Cc", "Cs"}
    )


def _about(wording: Wording) -> Iterator[str]:
    event = wording.programme.event
    yield from filter(None, (wording.text(event.purpose), wording.text(event.description)))
    bodies = {body.id: body for body in event.organizations}
    if event.organizers:
        names = wording.list([wording.name(bodies[body]) for body in event.organizers])
        yield wording.word("Organized by {names}", names=names)
    if event.partners:
        names = wording.list([wording.name(bodies[body]) for body in event.partners])
        yield wording.word("{label}: {title}", label=wording.word("Partners"), title=names)
    if event.audiences:
        names = wording.list([wording.text(audience.title) for audience in event.audiences])
        yield wording.word("{label}: {title}", label=wording.word("For"), title=names)
    fitted = [venue for venue in event.venues if venue.accessibility is not None]
    if fitted:
        names = wording.list([_fitted(wording, venue) for venue in fitted])
        yield wording.word("{label}: {title}", label=wording.word("Accessibility"), title=names)


def _fitted(wording: Wording, venue: Venue) -> str:
    """Say whom a venue is fitted for."""
    needs = [wording.word(_NEEDS[need]) for need in venue.accessibility or ()]
    said = wording.list(needs) if needs else wording.word("not fitted")
    return f"{wording.text(venue.name)} ({said})"


def _parts(wording: Wording, day: ScheduledDay) -> Iterator[Part]:
    for section in day.sections:
        block = section.block
        yield Part(
            title=wording.block(block) if block else "",
            notes=tuple(_block_notes(wording, section)),
            points=tuple(wording.text(point.text) for point in block.points) if block else (),
            entries=tuple(
                _entry(wording, session, block.venue if block else None)
                for session in section.sessions
            ),
        )


def _block_notes(wording: Wording, section: Section) -> Iterator[str]:
    if section.block is None:
        return
    if description := wording.text(section.block.description):
        yield description
    venues = {venue.id: venue for venue in wording.programme.event.venues}
    if section.block.venue is not None:
        yield wording.venue(venues[section.block.venue])
    if themes := wording.block_themes(section.block):
        yield themes


def _entry(wording: Wording, session: ScheduledSession, around: VenueId | None) -> Entry:
    """Say a session; its venue goes without saying where it is the one `around` it."""
    item = session.session
    inside = session.venue.id if session.venue else None
    return Entry(
        hours=wording.hours(session),
        start=wording.start(session),
        until=wording.end(session),
        is_pause=isinstance(item, Session) and item.kind in PAUSES,
        title=wording.title(session),
        notes=tuple(_notes(wording, session, around)),
        points=wording.points(session),
        workshops=tuple(_entry(wording, held, inside) for held in session.workshops),
    )


def _notes(wording: Wording, session: ScheduledSession, around: VenueId | None) -> Iterator[str]:
    if description := wording.text(session.session.description):
        yield description
    yield from wording.participants(session)
    if session.room is not None or (session.venue and session.venue.id != around):
        yield wording.place(session)
    if themes := wording.session_themes(session):
        yield themes
    if session.session.tentative:
        yield wording.word("tentative")
