"""From a programme to the lines of a calendar: what becomes of each thing we know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from partenariats.interfaces.wording import Wording
from partenariats.model.clock import Instant, midnight_utc
from partenariats.model.people import Person
from partenariats.model.places import Venue
from partenariats.model.programme import Programme, ScheduledSession
from partenariats_ical.options import Split
from partenariats_ical.writing.colour import nearest_name
from partenariats_ical.writing.timezone import vtimezone
from partenariats_ical.writing.writer import line, lines, parameter, text, uri

_END: Final = b"END:VCALENDAR\r\n"
PRODUCT: Final = "-//partenariats//partenariats-ical//EN"
_UTC: Final = {"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal"}
_WEB: Final = ("http://", "https://")


class Calendar:
    """Say a programme in iCalendar, in the programme's language.

    What many sessions share (places, themes, instants) is said and folded once.
    """

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._event = programme.event
        self._wording = Wording(programme)
        self._zone = programme.event.timezone
        revision = self._event.revision
        stamp = revision.at if revision else self._first_day()
        self._stamp = f"{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        sequence = revision.number if revision else 0
        self._stamps = (
            f"DTSTAMP:{self._stamp}\r\nLAST-MODIFIED:{self._stamp}\r\nSEQUENCE:{sequence}\r\n"
        )
        self._organizer = lines(self._organizers())
        self._site = f"@{text(self._event.id)}.partenariats"
        self._instants: dict[tuple[Instant, int], str] = {}
        self._places: dict[tuple[str | None, str | None], bytes] = {}
        self._themes: dict[tuple[str, ...], bytes] = {}
        days = programme.days
        self._dates = {day.day.id: self._wording.day(day) for day in days}
        self._vtimezone = (
            tuple(vtimezone(self._zone, days[0].day.date, days[-1].day.date))
            if days and self._zone not in _UTC
            else ()
        )

    def content(self) -> bytes:
        """Return the whole calendar (RFC 5545, 3.6)."""
        title = self._wording.text(self._event.title)
        said = [lines(self._head(title))]
        for session in self._programme.sessions:
            said += self._vevent(session)
        said.append(_END)
        return b"".join(said)

    def parts(self, split: Split) -> Iterator[tuple[str, bytes]]:
        """Give for each day, theme, room or person its id and a calendar of its sessions.

        Sessions have the same `UID` as in the whole calendar. What has no session has no calendar.
        """
        title = self._wording.text(self._event.title)
        parts: dict[str, tuple[str, list[bytes]]] = {}
        for session in self._programme.sessions:
            said = b"".join(self._vevent(session))
            for key, name in self._belongs(session, split):
                parts.setdefault(key, (name, []))[1].append(said)
        for key, (name, vevents) in sorted(parts.items()):
            head = lines(self._head(f"{title} – {name}"))
            yield key, b"".join([head, *vevents, _END])

    def _belongs(self, session: ScheduledSession, split: Split) -> Iterator[tuple[str, str]]:
        """Give the id and the name of what a session belongs to, each once."""
        if split is Split.DAY:
            yield session.day.id, self._dates[session.day.id]
        elif split is Split.ROOM and session.room is not None:
            yield session.room.id, self._wording.text(session.room.name)
        elif split is Split.THEME:
            names = {theme.id: self._wording.text(theme.title) for theme in session.themes}
            yield from names.items()
        elif split is Split.PERSON:
            people = {one.who.id: one.who for one in session.participants}
            for who in people.values():
                if isinstance(who, Person):
                    yield who.id, self._wording.name(who)

    def _head(self, title: str) -> Iterator[str]:
        """Say what a calendar is, and its time zone."""
        yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN")
        yield from self._about(title)
        yield from self._vtimezone

    def _about(self, title: str) -> Iterator[str]:
        """Say what a calendar is: RFC 7986, and the older names that clients still read.

        It has no `UID` of its own: vdirsyncer would take it for that of every entry.
        """
        name = text(title)
        purpose = text(self._wording.text(self._event.purpose))
        yield f"LAST-MODIFIED:{self._stamp}"
        yield f"NAME;LANGUAGE={parameter(self._programme.language)}:{name}"
        yield f"X-WR-CALNAME:{name}"
        if purpose:
            yield f"DESCRIPTION:{purpose}"
        yield from self._url(self._event.url)
        yield f"X-WR-TIMEZONE:{text(self._zone)}"

    def _vevent(self, session: ScheduledSession) -> Iterable[bytes]:
        """Say one session (RFC 5545, 3.6.1)."""
        item = session.session
        end = f"DTEND{self._instant(session.end)}\r\n" if session.end is not None else ""
        description = self._description(session)
        return (
            b"BEGIN:VEVENT\r\n",
            line(f"UID:{text(session.id)}{self._site}"),
            f"{self._stamps}DTSTART{self._instant(session.start)}\r\n{end}".encode(),
            line(f"SUMMARY:{text(self._wording.title(session))}"),
            line(f"DESCRIPTION:{text(description)}") if description else b"",
            self._place(session),
            self._about_themes(session),
            self._organizer,
            b"STATUS:TENTATIVE\r\n" if item.tentative else b"STATUS:CONFIRMED\r\n",
            lines(self._url(item.url)) if item.url else b"",
            b"END:VEVENT\r\n",
        )

    def _instant(self, moment: Instant) -> str:
        """Write an instant with what stands before it (RFC 5545, 3.3.5).

        In an hour that the clocks show twice a local time means the first; the second is
        written in UTC.
        """
        # two equal hours of an autumn night are equal to Python, which compares them by the wall
        said = self._instants.get((moment, moment.fold))
        if said is None:
            if self._zone in _UTC or moment.fold:
                said = f":{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
            else:
                said = f";TZID={self._zone}:{moment:%Y%m%dT%H%M%S}"
            self._instants[moment, moment.fold] = said
        return said

    def _description(self, session: ScheduledSession) -> str:
        item, wording = session.session, self._wording
        description = wording.text(item.description)
        said = [description] if description else []
        if session.participants:
            said += wording.participants(session)
        if item.points:
            said += [f"- {point}" for point in wording.points(session)]
        return "\n".join(said)

    def _place(self, session: ScheduledSession) -> bytes:
        room, venue = session.room, session.venue
        key = (room.id if room else None, venue.id if venue else None)
        said = self._places.get(key)
        if said is None:
            place = self._wording.place(session)
            location = [f"LOCATION:{text(place)}"] if place else []
            said = self._places[key] = lines([*location, *self._geo(venue)])
        return said

    def _geo(self, venue: Venue | None) -> Iterator[str]:
        if venue and venue.latitude is not None and venue.longitude is not None:
            yield f"GEO:{venue.latitude:.6f};{venue.longitude:.6f}"

    def _about_themes(self, session: ScheduledSession) -> bytes:
        said = self._themes.get(session.session.themes)
        if said is None:
            titles = [text(title) for title in self._wording.themes(session)]
            categories = [f"CATEGORIES:{','.join(titles)}"] if titles else []
            colours = (nearest_name(theme.color) for theme in session.themes if theme.color)
            colour = next((f"COLOR:{name}" for name in colours if name), None)
            said = lines([*categories, colour] if colour else categories)
            self._themes[session.session.themes] = said
        return said

    def _organizers(self) -> Iterator[str]:
        """Name the first organizer (RFC 5545, 3.8.4.3, wants one, with an address).

        The address is the event's contact; else the organization's site; else a name that
        leads nowhere but is always the same.
        """
        bodies = {body.id: body for body in self._event.organizations}
        for body in (bodies[found] for found in self._event.organizers[:1]):
            name = parameter(self._wording.name(body))
            if self._event.contact:
                address = f"mailto:{uri(self._event.contact)}"
            elif body.url and body.url.startswith(_WEB):
                address = uri(body.url)
            else:
                address = uuid5(NAMESPACE_URL, f"partenariats:{body.id}").urn
            yield f"ORGANIZER;CN={name}:{address}"

    def _url(self, address: str | None) -> Iterator[str]:
        if address and address.startswith(_WEB):
            yield f"URL:{uri(address)}"

    def _first_day(self) -> datetime:
        days = self._programme.days
        return midnight_utc(days[0].day.date) if days else datetime(1970, 1, 1, tzinfo=UTC)
