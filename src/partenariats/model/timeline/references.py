"""Which fields point at which table, read off the types of the fields."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final, get_args, get_origin, get_type_hints

import attrs

from partenariats.model import ids
from partenariats.model.event import Event
from partenariats.model.timeline.problems import Path

TABLES: Final[dict[object, str]] = {
    ids.AudienceId: "audiences",
    ids.BlockId: "blocks",
    ids.DayId: "days",
    ids.OrganizationId: "organizations",
    ids.PersonId: "people",
    ids.RoomId: "rooms",
    ids.SessionId: "sessions",
    ids.ThemeId: "themes",
    ids.TopicId: "topics",
    ids.VenueId: "venues",
    ids.WorkingGroupId: "working_groups",
}
"""The table each kind of id belongs to; `sessions` stands for sessions and workshops."""

LISTS: Final = (
    "organizations", "people", "venues", "rooms", "themes", "topics", "working_groups",
    "days", "blocks", "sessions", "workshops",
)  # fmt: skip


@attrs.frozen
class Field:
    """Say that a field holds ids of a table (`table`), or things with fields of their own."""

    name: str
    key: str
    table: str | None
    many: bool


def key_of(field_name: str) -> str:
    """Return the key in the event file of a field: Python forbids a field named `as`."""
    return field_name.removesuffix("_")


def inner_type(hint: Any) -> tuple[Any, bool]:
    """Strip `| None` and `tuple[..., ...]` from a type, and tell whether it was a tuple."""
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    options = [option for option in get_args(hint) if option is not type(None)]
    if get_origin(hint) is not None and len(options) == 1:
        return inner_type(options[0])
    return hint, False


@cache
def fields_of(cls: type[Any]) -> tuple[Field, ...]:
    """List the fields of a model class through which something is pointed at."""
    found: list[Field] = []
    for name, hint in get_type_hints(cls).items():
        inner, many = inner_type(hint)
        if name == "id" or not any(field.name == name for field in attrs.fields(cls)):
            continue
        if inner in TABLES:
            found.append(Field(name, key_of(name), TABLES[inner], many))
        elif attrs.has(inner) and fields_of(inner):
            found.append(Field(name, key_of(name), None, many))
    return tuple(found)


def references(thing: Any, at: Path) -> Iterator[tuple[Path, str, str]]:
    """Give every id that `thing` points at: its path, the table it belongs to, the id."""
    kind: Any = type(thing)
    for field in fields_of(kind):
        value = getattr(thing, field.name)
        if value is None or value == ():
            continue
        path = (*at, field.key)
        items = (
            (((*path, index), item) for index, item in enumerate(value))
            if field.many
            else ((path, value),)
        )
        for item_at, item in items:
            if field.table is None:
                yield from references(item, item_at)
            else:
                yield item_at, field.table, item


def event_references(event: Event) -> Iterator[tuple[Path, str, str]]:
    """Give every id that is pointed at anywhere in the event."""
    for name in ("organizers", "partners"):
        for index, organization in enumerate(getattr(event, name)):
            yield ("event", name, index), "organizations", organization
    for name in LISTS:
        for index, thing in enumerate(getattr(event, name)):
            yield from references(thing, (name, index))
