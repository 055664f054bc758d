"""The people of an event, and where the programme first names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from partenariats.diagnostics.where import Where
from partenariats.model.ids import PersonId
from partenariats.model.people import Person
from partenariats.model.timeline import Timeline
from partenariats.model.timeline.problems import Path


def each_person(timeline: Timeline) -> Iterator[tuple[Where, Person]]:
    """Give every person once, and where; an id that is given twice is told by another rule."""
    first = timeline.ids["people"]
    for index, person in enumerate(timeline.event.people):
        if first[person.id] == ("people", index):
            yield Where() / "people" / index, person


def first_sessions(timeline: Timeline) -> Mapping[PersonId, Path]:
    """Map everybody who is credited to a session: their first, or one that could not be placed.

    Of those that start together, or could not be placed, it is the first by its id.
    """
    found = {
        person: min(items, key=lambda item: (*item.order[:2], item.session.id)).at
        for person, items in timeline.by_person.items()
    }
    for table in ("sessions", "workshops"):
        things = enumerate(getattr(timeline.event, table))
        for index, item in sorted(things, key=lambda thing: str(thing[1].id)):
            for credit in item.credits:
                if credit.person is not None:
                    found.setdefault(credit.person, (table, index))
    return found
