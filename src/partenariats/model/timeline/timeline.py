"""The event with every session placed that can be placed, and the problems as values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Final, TypeVar

import attrs

from partenariats.model.clock import find_zone
from partenariats.model.collector import collector_at_rest
from partenariats.model.event import Event
from partenariats.model.ids import BlockId, DayId, PersonId, RoomId, SessionId, ThemeId
from partenariats.model.sessions import Workshop
from partenariats.model.timeline.index import Ids, check_references, check_theme_parents, index_ids
from partenariats.model.timeline.placed import Placed
from partenariats.model.timeline.placing import Edges, Placer
from partenariats.model.timeline.problems import Path, Problem, UnknownZone
from partenariats.model.timeline.texts import NAMES, Form, Written, forms, texts

Key = TypeVar("Key", bound=str)
ProblemT = TypeVar("ProblemT", bound=Problem)

_FIGURE: Final = re.compile("[0-9]")

_index = attrs.field(eq=False, repr=False, kw_only=True)


@attrs.frozen
class Timeline:
    """Hold what can be placed, in the programme's order, the indexes over it, and the problems.

    Every index maps an id to the placed sessions it concerns, in the same order. `ids` maps each
    table's ids to the path of their first declaration, `edges` tells when days and blocks start and
    end.
    """

    event: Event
    placed: tuple[Placed, ...]
    problems: tuple[Problem, ...]
    ids: Ids = _index
    edges: Edges = _index
    by_id: Mapping[SessionId, Placed] = _index
    by_day: Mapping[DayId, Sequence[Placed]] = _index
    by_block: Mapping[BlockId, Sequence[Placed]] = _index
    by_room: Mapping[RoomId, Sequence[Placed]] = _index
    by_person: Mapping[PersonId, Sequence[Placed]] = _index
    by_theme: Mapping[ThemeId, Sequence[Placed]] = _index
    by_host: Mapping[SessionId, Sequence[Placed]] = _index
    """The workshops held within each group-work session."""

    @classmethod
    @collector_at_rest()
    def of(cls, event: Event) -> Timeline:
        """Place the sessions of an event; never fail for what an organiser wrote."""
        ids, problems = index_ids(event)
        problems += check_references(event, ids)
        problems += check_theme_parents(event)
        zone = find_zone(event.timezone)
        placed: tuple[Placed, ...] = ()
        edges: Edges = {}
        if zone is None:
            problems.append(UnknownZone(("event", "timezone"), event.timezone))
        else:
            placer = Placer(event, ids, zone)
            edges = placer.settle_edges(event)
            placed = tuple(placer.place(event))
            problems += placer.problems
        return cls(
            event,
            placed,
            tuple(problems),
            ids=ids,
            edges=edges,
            by_id={item.session.id: item for item in reversed(placed)},
            by_day=_group((item.day.id, item) for item in placed),
            by_block=_group((item.block.id, item) for item in placed if item.block),
            by_room=_group((item.room.id, item) for item in placed if item.room),
            by_person=_group((id_, item) for item in placed for id_ in _people(item)),
            by_theme=_group((id_, item) for item in placed for id_ in _themes(item)),
            by_host=_group((id_, item) for item in placed for id_ in _host(item)),
        )

    @cached_property
    def first_sessions(self) -> Mapping[PersonId, Path]:
        """Map everybody who is credited to their first session, or one that is not placed.

        Of those that start together, or could not be placed, it is the first by its id.
        """
        found = {person: _first(items).at for person, items in self.by_person.items()}
        event = self.event
        if len(self.placed) == len(event.sessions) + len(event.workshops):
            return found
        unplaced: dict[PersonId, tuple[str, Path]] = {}
        for table, things in (("sessions", event.sessions), ("workshops", event.workshops)):
            for index, item in enumerate(things):
                for credit in item.credits:
                    person = credit.person
                    if person is not None and person not in found:
                        key: tuple[str, Path] = (item.id, (table, index))
                        unplaced[person] = min(key, unplaced.get(person, key))
        return found | {person: at for person, (_, at) in unplaced.items()}

    @cached_property
    def texts(self) -> tuple[Written, ...]:
        """List everything in the event that its organiser put into words, and where."""
        return tuple(texts(self.event))

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """List the event's texts in each of their languages; many rules read them all."""
        return tuple(forms(self.event, self.texts))

    @cached_property
    def prose(self) -> tuple[Form, ...]:
        """List those of the forms that are more than names."""
        return tuple([form for form in self.forms if form.key not in NAMES])

    @cached_property
    def with_figures(self) -> tuple[Form, ...]:
        """List the prose in which a figure stands, without which there is no date."""
        return tuple([form for form in self.prose if _FIGURE.search(form.text)])

    def problems_of(self, kind: type[ProblemT]) -> Iterator[ProblemT]:
        """Give the problems of one kind, in the order they were found."""
        return (problem for problem in self.problems if isinstance(problem, kind))


def _first(items: Sequence[Placed]) -> Placed:
    """Return the first of some sessions in their order; by its id, of those that start together."""
    first = items[0]
    if len(items) == 1 or items[1].start != first.start:
        return first
    start = first.order[:2]
    together = takewhile(lambda item: item.order[:2] == start, items)
    return min(together, key=lambda item: item.session.id)


def _people(item: Placed) -> Iterable[PersonId]:
    return dict.fromkeys([credit.person for credit in item.session.credits if credit.person])


def _themes(item: Placed) -> Iterable[ThemeId]:
    session = item.session
    if not session.points:
        return session.themes if len(session.themes) < 2 else dict.fromkeys(session.themes)  # noqa: PLR2004  # one is not given twice
    points = (point.theme for point in session.points if point.theme)
    return dict.fromkeys((*session.themes, *points))


def _host(item: Placed) -> Iterable[SessionId]:
    session = item.session
    return (session.within,) if isinstance(session, Workshop) and session.within else ()


def _group(pairs: Iterable[tuple[Key, Placed]]) -> dict[Key, Sequence[Placed]]:
    groups: dict[Key, list[Placed]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return {key: tuple(items) for key, items in groups.items()}
