"""Where each id is declared, and what is wrong with ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from partenariats.model.event import Event
from partenariats.model.timeline.problems import (
    CircularTheme,
    CreditWithoutName,
    DuplicateId,
    Path,
    Problem,
    UnknownReference,
)
from partenariats.model.timeline.references import LISTS, dangling

Ids: TypeAlias = Mapping[str, Mapping[str, Path]]
"""For each table, the path of the first thing that bears each id."""


def declared(event: Event) -> Iterator[tuple[str, str, Path]]:
    """Give every id that is declared: the space it belongs to, the id, its path."""
    for index, audience in enumerate(event.audiences):
        yield "audiences", audience.id, ("event", "audiences", index)
    for name in LISTS:
        space = "sessions" if name == "workshops" else name
        for index, thing in enumerate(getattr(event, name)):
            yield space, thing.id, (name, index)


def index_ids(event: Event) -> tuple[Ids, list[Problem]]:
    """Map every id to the place of its first declaration; tell the others as problems."""
    ids: dict[str, dict[str, Path]] = {"audiences": {}}
    ids |= {name: {} for name in LISTS if name != "workshops"}
    problems: list[Problem] = []
    for space, identifier, at in declared(event):
        first = ids[space].setdefault(identifier, at)
        if first is not at:
            problems.append(DuplicateId((*at, "id"), identifier, (*first, "id")))
    return ids, problems


def check_references(event: Event, ids: Ids) -> Iterator[Problem]:
    """Tell every id that points at nothing, and every credit that names not exactly one."""
    for at, table, identifier in dangling(event, ids):
        yield UnknownReference(at, identifier, table)
    for name, things in (("sessions", event.sessions), ("workshops", event.workshops)):
        for index, thing in enumerate(things):
            for number, credit in enumerate(thing.credits):
                if (credit.person is None) == (credit.organization is None):
                    at = (name, index, "credits", number)
                    yield CreditWithoutName(at, both=credit.person is not None)


def check_theme_parents(event: Event) -> Iterator[Problem]:
    """Tell, once for each circle, a theme that is its own ancestor."""
    parents = {theme.id: theme.parent for theme in event.themes}
    positions = {theme.id: index for index, theme in enumerate(event.themes)}
    seen: set[str] = set()
    for theme in event.themes:
        trail: list[str] = []
        current = theme.id
        while current in parents and current not in seen:
            seen.add(current)
            trail.append(current)
            parent = parents[current]
            if parent is None:
                break
            if parent in trail:
                yield CircularTheme(("themes", positions[current], "parent"), parent)
            current = parent
