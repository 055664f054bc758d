"""The people of an event, and where the programme first names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from partenariats.diagnostics.where import Where
from partenariats.model.ids import PersonId
from partenariats.model.people import Person
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.problems import Path


def each_person(timeline: Timeline) -> Iterator[tuple[Where, Person]]:
    """Give every person once, and where; an id that is given twice is told by another rule."""
    first = timeline.ids["people"]
    for index, person in enumerate(timeline.event.people):
        if first[person.id] == ("people", index):
            yield Where() / "people" / index, person


def _first(items: Sequence[Placed]) -> Placed:
    """Return the first of some sessions in their order; by its id, of those that start together."""
    start = items[0].order[:2]
    together = takewhile(lambda item: item.order[:2] == start, items)
    return min(together, key=lambda item: item.session.id)


def first_sessions(timeline: Timeline) -> Mapping[PersonId, Path]:
    """Map everybody who is credited to a session: their first, or one that could not be placed.

    Of those that start together, or could not be placed, it is the first by its id.
    """
    found = {person: _first(items).at for person, items in timeline.by_person.items()}
    unplaced: dict[PersonId, tuple[str, Path]] = {}
    for table in ("sessions", "workshops"):
        for index, item in enumerate(getattr(timeline.event, table)):
            for credit in item.credits:
                person = credit.person
                if person is not None and person not in found:
                    key = (str(item.id), (table, index))
                    unplaced[person] = min(key, unplaced.get(person, key))
    found |= {person: at for person, (_, at) in unplaced.items()}
    return found
