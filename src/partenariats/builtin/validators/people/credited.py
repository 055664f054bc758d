"""The people of an event."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.model.people import Person
from partenariats.model.timeline import Timeline
from partenariats.model.timeline.problems import Path


def each_person(timeline: Timeline) -> Iterator[tuple[Path, Person]]:
    """Give every person once, and where; an id that is given twice is told by another rule."""
    first = timeline.ids["people"]
    for index, person in enumerate(timeline.event.people):
        at = ("people", index)
        if first[person.id] == at:
            yield at, person
