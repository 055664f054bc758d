"""Persons and organizations, each once."""

from __future__ import annotations

import attrs

from partenariats.model.ids import OrganizationId, PersonId
from partenariats.model.people import Credit, Organization, Person, Position
from partenariats.model.text import Text
from partenariats_programme_text.mapping.slugs import Slugs, slug
from partenariats_programme_text.parts.spelling import Spelling
from partenariats_programme_text.phrases.credits import SaidCredit
from partenariats_programme_text.phrases.names import SaidPerson


class People:
    """Gather the persons of a programme and their bodies."""

    def __init__(self, spelling: Spelling) -> None:
        self._spelling = spelling
        self._slugs = Slugs()
        self._body_slugs = Slugs()
        self._people: dict[str, Person] = {}
        self._bodies: dict[str, Organization] = {}

    @property
    def people(self) -> tuple[Person, ...]:
        """Give the persons in the order in which they are named."""
        return tuple(self._people.values())

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """Give the bodies in the order in which they are named."""
        return tuple(self._bodies.values())

    def organizer(self, name: str, kind: str | None) -> OrganizationId:
        """Return the id of the body that organises the event."""
        acronym = self._spelling.acronym_of(name)
        return self._body(name, kind, acronym)

    def credit(self, said: SaidCredit) -> Credit:
        """Return a credit of a person, who is known from here on."""
        return Credit(person=self._person(said.person), role=said.role)

    def _person(self, said: SaidPerson) -> PersonId:
        key = self._key(said.name)
        positions = tuple(
            Position(
                title=Text(position.title),
                organization=self._body(position.body.name, position.body.kind)
                if position.body
                else None,
            )
            for position in said.positions
        )
        known = self._people.get(key)
        if known is None:
            known = Person(
                id=PersonId(self._slugs.give(slug(said.name) or "personne")),
                name=said.name,
                honorific=said.honorific,
                positions=positions,
            )
        else:
            new = tuple(position for position in positions if position not in known.positions)
            known = attrs.evolve(
                known,
                honorific=known.honorific or said.honorific,
                positions=(*known.positions, *new),
            )
        self._people[key] = known
        return known.id

    def _key(self, name: str) -> str:
        return slug(name) or name

    def _body(self, name: str, kind: str | None, acronym: str | None = None) -> OrganizationId:
        key = slug(name) or name
        for known in self._bodies.values():
            if known.acronym is not None and slug(known.acronym) == key:
                return known.id
        if key not in self._bodies:
            self._bodies[key] = Organization(
                id=OrganizationId(self._body_slugs.give(slug(acronym or name) or "organisation")),
                name=Text(name),
                acronym=acronym,
                kind=kind,
            )
        return self._bodies[key].id
