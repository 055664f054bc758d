"""How a programme is said in its language: what every exporter for people needs.

Everything returned is plain text with the typography of the language; an exporter escapes it
for its own format.
"""

from __future__ import annotations

from collections.abc import Sequence

from partenariats.language.dates import say_date, say_date_range
from partenariats.language.gettext import interface_language, translate
from partenariats.language.hours import say_hour, say_hours
from partenariats.language.lists import say_list
from partenariats.language.ordinals import say_ordinal
from partenariats.language.typography import typeset
from partenariats.model.people import Organization, Person, Role
from partenariats.model.places import Venue
from partenariats.model.programme import Participant, Programme, ScheduledDay, ScheduledSession
from partenariats.model.sessions import Block, Workshop
from partenariats.model.text import Text

_ROLES = {
    Role.SPEAKER: "Speaker",
    Role.CHAIR: "Chair",
    Role.FACILITATOR: "Facilitator",
    Role.RAPPORTEUR: "Rapporteur",
    Role.HOST: "Host",
    Role.ORGANIZER: "Organizer",
    Role.LEAD: "Lead",
}


class Wording:
    """Say the parts of a programme in the programme's language."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.language = interface_language(programme.language)
        """The language of our own words: English where we do not know the programme's."""
        self._said_in = programme.language
        self._own = programme.event.language
        self._tag = programme.language.partition("-")[0]
        self._templates: dict[str, str] = {}
        self._said: dict[tuple[type, str, Text | None], str] = {}
        self._roles = [(role, self._join(self.word(word), "")) for role, word in _ROLES.items()]
        self._titles = {theme.id: theme.title for theme in programme.event.themes}
        self._organizations = {body.id: body for body in programme.event.organizations}

    def word(self, message: str, **names: object) -> str:
        """Return a word or sentence of ours; what is filled in is typeset already."""
        template = self._templates.get(message)
        if template is None:
            template = typeset(translate(message, self.language), self.language)
            self._templates[message] = template
        return template.format(**names) if names else template

    def text(self, text: Text | None) -> str:
        """Return a text of the organiser's, with the spaces that its language wants."""
        if text is None:
            return ""
        said = text.say(self._said_in, self._own) if text.translations else text.plain
        return typeset(said, self._tag)

    def typeset(self, text: str) -> str:
        """Return a plain text with the spaces that the programme's language wants."""
        return typeset(text, self._tag)

    def edition(self) -> str:
        """Return `1re édition`, or nothing where the event has no edition."""
        number = self.programme.event.edition
        if number is None:
            return ""
        return self.word(
            "{ordinal} edition", ordinal=say_ordinal(number, self.language, feminine=True)
        )

    def dates(self) -> str:
        """Return the dates of the event: `24 et 25 mars 2022`."""
        days = [day.day.date for day in self.programme.days]
        return say_date_range(days[0], days[-1], self.language) if days else ""

    def day(self, day: ScheduledDay) -> str:
        """Return a day's date, with its title where it has one."""
        date = say_date(day.day.date, self.language)
        title = self.text(day.day.title)
        said = date[:1].upper() + date[1:]
        return f"{said} – {title}" if title else said

    def block(self, block: Block) -> str:
        """Return a block's label and title: `Matinée : Séance plénière`."""
        parts = [part for part in (self.text(block.label), self.text(block.title)) if part]
        return self._join(*parts) if len(parts) == 2 else "".join(parts)  # noqa: PLR2004  # both

    def start(self, session: ScheduledSession) -> str:
        """Return a session's start: `9 h 30`."""
        return say_hour(session.minutes()[0], self.language)

    def end(self, session: ScheduledSession) -> str:
        """Return `until 10:00`, or nothing for an end that nobody wrote."""
        end = session.minutes()[1]
        if end is None or session.end_is_inferred:
            return ""
        return self.word("until {end}", end=say_hour(end, self.language))

    def hours(self, session: ScheduledSession) -> str:
        """Return start and end; an end that nobody wrote is not said."""
        start, end = session.minutes()
        return say_hours(start, None if session.end_is_inferred else end, self.language)

    def title(self, session: ScheduledSession) -> str:
        """Return a session's title; a workshop's with its number."""
        item = session.session
        title = self.text(item.title)
        if isinstance(item, Workshop) and item.number is not None:
            name = self.word("Workshop {number}", number=item.number)
            return self._join(name, title) if title else name
        return title or self.word("Workshop")

    def name(self, who: Person | Organization) -> str:
        """Return the name of a person, with the honorific, or of an organization."""
        if isinstance(who, Person):
            return self.typeset(f"{who.honorific} {who.name}" if who.honorific else who.name)
        return self.text(who.name)

    def participant(self, participant: Participant) -> str:
        """Return a participant's name and in which capacity they come."""
        who = participant.who
        key = (who.__class__, who.id, participant.as_)
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = self._say_participant(participant)
        return said

    def _say_participant(self, participant: Participant) -> str:
        capacity = self.text(participant.as_) or self.positions(participant.who)
        name = self.name(participant.who)
        return f"{name} ({capacity})" if capacity else name

    def positions(self, who: Person | Organization) -> str:
        """Return what a person is, and of which organization, position by position."""
        positions = who.positions if isinstance(who, Person) else ()
        if not positions:
            return ""
        said: list[str] = []
        for position in positions:
            body = self._organizations.get(position.organization) if position.organization else None
            of = (body.acronym or self.text(body.name)) if body else ""
            title = self.text(position.title)
            named = of.casefold() in title.casefold()
            said.append(title if named else f"{title}, {of}")
        return self.typeset(" ; ".join(said)) if self.language == "fr" else "; ".join(said)

    def participants(self, session: ScheduledSession) -> Sequence[str]:
        """Return for each role a line with its name and who has it: `Animatrice : Mme Petit`."""
        by_role: dict[Role, list[str]] = {}
        for participant in session.participants:
            said = self.participant(participant)
            others = by_role.get(participant.role)
            if others is None:
                by_role[participant.role] = [said]
            else:
                others.append(said)
        return [
            f"{label}{self.list(by_role[role])}" for role, label in self._roles if role in by_role
        ]

    def list(self, items: Sequence[str]) -> str:
        """Return several things in one phrase."""
        return say_list(items, self.language) if len(items) != 1 else items[0]

    def place(self, session: ScheduledSession) -> str:
        """Return where a session is held: room, venue, address, city."""
        room = self.text(session.room.name) if session.room else ""
        venue = self.venue(session.venue) if session.venue else ""
        return ", ".join(part for part in (room, venue) if part)

    def venue(self, venue: Venue) -> str:
        """Return a venue's name, address and city."""
        parts = (self.text(venue.name), venue.address, venue.city)
        return ", ".join(self.typeset(part) for part in parts if part)

    def themes(self, session: ScheduledSession) -> tuple[str, ...]:
        """Return the titles of a session's themes."""
        return tuple(self.text(theme.title) for theme in session.themes)

    def block_themes(self, block: Block) -> str:
        """Return the themes of a block behind their name, or nothing where it has none."""
        return self._themes([self._titles[theme] for theme in block.themes])

    def session_themes(self, session: ScheduledSession) -> str:
        """Return the themes of a session behind their name, or nothing where it has none."""
        return self._themes([theme.title for theme in session.themes])

    def points(self, session: ScheduledSession) -> tuple[str, ...]:
        """Return the lines of a session's agenda."""
        return tuple(self.text(point.text) for point in session.session.points)

    def _themes(self, titles: Sequence[Text]) -> str:
        if not titles:
            return ""
        label = self.word("Themes" if len(titles) > 1 else "Theme")
        return self._join(label, self.list([self.text(title) for title in titles]))

    def _join(self, label: str, title: str) -> str:
        return self.word("{label}: {title}", label=label, title=title)
