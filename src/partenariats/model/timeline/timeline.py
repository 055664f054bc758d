"""The event with every session placed that can be placed, and the problems as values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

import attrs

from partenariats.model.clock import find_zone
from partenariats.model.collector import collector_at_rest
from partenariats.model.event import Event
from partenariats.model.ids import BlockId, DayId, PersonId, RoomId, SessionId, ThemeId
from partenariats.model.sessions import Workshop
from partenariats.model.timeline.index import Ids, check_references, check_theme_parents, index_ids
from partenariats.model.timeline.placed import Placed
from partenariats.model.timeline.placing import Edges, Placer
from partenariats.model.timeline.problems import Problem, UnknownZone
from partenariats.model.timeline.texts import Form, Written, forms, texts

Key = TypeVar("Key", bound=str)
ProblemT = TypeVar("ProblemT", bound=Problem)

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
            by_day=_group(placed, lambda item: [item.day.id]),
            by_block=_group(placed, lambda item: [item.block.id] if item.block else []),
            by_room=_group(placed, lambda item: [item.room.id] if item.room else []),
            by_person=_group(placed, _people),
            by_theme=_group(placed, _themes),
            by_host=_group(placed, _host),
        )

    @cached_property
    def texts(self) -> tuple[Written, ...]:
        """List everything in the event that its organiser put into words, and where."""
        return tuple(texts(self.event))

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """List the event's texts in each of their languages; many rules read them all."""
        return tuple(forms(self.event, self.texts))

    def problems_of(self, kind: type[ProblemT]) -> Iterator[ProblemT]:
        """Give the problems of one kind, in the order they were found."""
        return (problem for problem in self.problems if isinstance(problem, kind))


def _people(item: Placed) -> Iterable[PersonId]:
    return dict.fromkeys(credit.person for credit in item.session.credits if credit.person)


def _themes(item: Placed) -> Iterable[ThemeId]:
    points = (point.theme for point in item.session.points if point.theme)
    return dict.fromkeys((*item.session.themes, *points))


def _host(item: Placed) -> Iterable[SessionId]:
    session = item.session
    return [session.within] if isinstance(session, Workshop) and session.within else []


def _group(
    placed: Sequence[Placed], keys: Callable[[Placed], Iterable[Key]]
) -> dict[Key, Sequence[Placed]]:
    groups: dict[Key, list[Placed]] = defaultdict(list)
    for item in placed:
        for key in keys(item):
            groups[key].append(item)
    return {key: tuple(items) for key, items in groups.items()}
