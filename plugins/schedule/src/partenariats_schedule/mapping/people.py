"""The people of a schedule, each once: who has the same name and the same id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, TypeAlias

from partenariats.model.ids import PersonId
from partenariats.model.people import Credit, Person
from partenariats.model.text import Text
from partenariats_schedule.mapping.prose import Prose
from partenariats_schedule.mapping.slugs import Slugs, slug
from partenariats_schedule.notes import Notes
from partenariats_schedule.reading.conference import Speaker, Talk
from partenariats_schedule.rules import SharedPersonId

Key: TypeAlias = tuple[str, str]
NO_IDS: Final = frozenset({"", "0", "-1", "None", "null"})
"""What stands for an id where a schedule has none: many people share it."""


def key_of(speaker: Speaker) -> Key:
    """Return what tells a person from others: name and id together."""
    return " ".join(speaker.name.split()), "" if speaker.id in NO_IDS else speaker.id


class People:
    """Gather the people of all talks."""

    def __init__(self, talks: Iterable[Talk], prose: Prose, notes: Notes) -> None:
        found: dict[Key, Speaker] = {}
        names: dict[str, set[str]] = defaultdict(set)
        for talk in talks:
            for speaker in talk.speakers:
                key = key_of(speaker)
                kept = found.setdefault(key, speaker)
                names[key[1]].add(key[0])
                if not kept.biography and speaker.biography:
                    found[key] = speaker
        self._ids = _ids_of(found)
        self.people = tuple(
            Person(
                id=self._ids[key],
                name=key[0],
                biography=Text(biography) if biography else None,
                url=prose.address(speaker.url, "people"),
            )
            for key, speaker in found.items()
            for biography in [prose.text(speaker.biography, "biography")]
        )
        for identifier, shared in names.items():
            if identifier and len(shared) > 1:
                template = "ids belong to several people of different names ({n}): `{example}`"
                notes.add(SharedPersonId, template, example=identifier)

    def credits(self, talk: Talk) -> tuple[Credit, ...]:
        """Return who speaks in a talk, each once."""
        ids = dict.fromkeys(self._ids[key_of(speaker)] for speaker in talk.speakers)
        return tuple(Credit(person=person) for person in ids)


def _ids_of(keys: Iterable[Key]) -> dict[Key, PersonId]:
    """Give each person an id: the name, and where several have it, their own id with it."""
    wanted: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        wanted[slug(key[0]) or "person"].append(key)
    slugs = Slugs()
    ids: dict[Key, PersonId] = {}
    for name, sharing in wanted.items():
        for key in sharing:
            alone = len(sharing) == 1 and name != "person"
            own = "" if alone else slug(key[1])[-12:].strip("-")
            ids[key] = PersonId(slugs.give(f"{name}-{own}" if own else name))
    return ids
