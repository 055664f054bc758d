"""The people and the organizer of a calendar: what `ATTENDEE` and `ORGANIZER` say."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.model.ids import OrganizationId, PersonId
from partenariats.model.people import Credit, Organization, Person, Role
from partenariats.model.text import Text
from partenariats_ical.mapping.slugs import Slugs, slug
from partenariats_ical.notes import Notes
from partenariats_ical.reading.components import Component, Property
from partenariats_ical.reading.values import text
from partenariats_ical.rules import GuessedMeaning

_THINGS = frozenset({"ROOM", "RESOURCE", "GROUP"})
_WHO = frozenset({"ATTENDEE", "ORGANIZER"})
_MAIL = "mailto:"
_WEB = ("http://", "https://")


class People:
    """Gather the people of all entries, each name once.

    An organizer that all entries share is a body, and organizes the event; others are people with
    that role in their sessions. Addresses of attendees are personal, and left out.
    """

    def __init__(self, entries: list[Component], notes: Notes) -> None:
        self._notes = notes
        self._slugs = Slugs()
        self._people: dict[str, Person] = {}
        organizers = {_name(said): said for entry in entries for said in entry.all("ORGANIZER")}
        organizers.pop("", None)
        self.organizations: tuple[Organization, ...] = ()
        self.contact: str | None = None
        if len(organizers) == 1:
            ((name, said),) = organizers.items()
            self._organize(name, said)
        self._credits = {
            id(entry): tuple(self._of(entry))
            for entry in entries
            if not _WHO.isdisjoint(entry.properties)
        }

    @property
    def people(self) -> tuple[Person, ...]:
        """Give the people in the order in which they come."""
        return tuple(self._people.values())

    def credits(self, entry: Component) -> tuple[Credit, ...]:
        """Return who takes part in an entry, each once for each role."""
        return self._credits.get(id(entry), ())

    def _organize(self, name: str, said: Property) -> None:
        address = said.value.strip()
        if address.lower().startswith(_MAIL) and "@" in address:
            self.contact = text(address[len(_MAIL) :].partition("?")[0]) or None
        url = address if address.startswith(_WEB) else None
        given = OrganizationId(slug(name) or "organizer")
        self.organizations = (Organization(id=given, name=Text(name), url=url),)
        template = "the organizer was taken for a body, not a person: `{example}`"
        self._notes.add(GuessedMeaning, template, example=name, line=said.line)

    def _of(self, entry: Component) -> Iterator[Credit]:
        found: dict[tuple[PersonId, Role], Credit] = {}
        if not self.organizations:
            for said in entry.all("ORGANIZER"):
                self._add(said, Role.ORGANIZER, found)
        for said in entry.all("ATTENDEE"):
            if said.parameters.get("CUTYPE", "").upper() in _THINGS:
                self._notes.not_carried("attendees that are no persons", said.line)
            elif said.parameters.get("PARTSTAT", "").upper() == "DECLINED":
                self._notes.not_carried("attendees who declined", said.line)
            elif said.parameters.get("ROLE", "").upper() == "CHAIR":
                self._add(said, Role.CHAIR, found)
            else:
                self._add(said, Role.SPEAKER, found)
        yield from found.values()

    def _add(self, said: Property, role: Role, found: dict[tuple[PersonId, Role], Credit]) -> None:
        name = _name(said)
        if not name:
            self._notes.not_carried("attendees and organizers without a name", said.line)
            return
        if name not in self._people:
            given = PersonId(self._slugs.give(slug(name) or "person"))
            self._people[name] = Person(id=given, name=name)
        if role is Role.SPEAKER:
            template = "attendees were taken for speakers ({n}): `{example}`"
            self._notes.add(GuessedMeaning, template, example=name, line=said.line)
        if said.value.strip().lower().startswith(_MAIL):
            self._notes.not_carried("addresses of attendees", said.line)
        person = self._people[name].id
        found[person, role] = Credit(person=person, role=role)


def _name(said: Property) -> str:
    """Return the name of somebody on one line; nothing where an address stands for it."""
    name = " ".join(text(said.parameters.get("CN", "")).split())
    return "" if "@" in name else name
