"""Which fields point at which table, read off the types of the fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, Final, TypeAlias, get_args, get_origin, get_type_hints

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

Dangling: TypeAlias = tuple[Path, str, str]
"""Where something is pointed at in vain, the table it should be in, and the id."""


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


def values_of(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads some fields of a thing at once, which is far faster than one by one."""
    if len(names) == 1:
        (only,) = names
        return lambda thing: (getattr(thing, only),)
    return attrgetter(*names) if names else lambda _: ()


@cache
def _read(cls: Any) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[Field, ...]]:
    """Return what reads the fields of a class through which something is pointed at, and them."""
    fields = fields_of(cls)
    return values_of([field.name for field in fields]), fields


def dangling(event: Event, ids: Mapping[str, Mapping[str, Path]]) -> list[Dangling]:
    """List every id anywhere in the event that is not among the ids of its table."""
    found: list[Dangling] = []
    known = ids["organizations"]
    for name in ("organizers", "partners"):
        found += [
            (("event", name, index), "organizations", organization)
            for index, organization in enumerate(getattr(event, name))
            if organization not in known
        ]
    for name in LISTS:
        for index, thing in enumerate(getattr(event, name)):
            _look_through(thing, (name, index), ids, found)
    return found


def _look_through(
    thing: Any, at: Path, ids: Mapping[str, Mapping[str, Path]], found: list[Dangling]
) -> None:
    """Add what a thing points at in vain; paths are made only of what is told."""
    kind: Any = type(thing)
    values, fields = _read(kind)
    for field, value in zip(fields, values(thing), strict=True):
        if value is None or value == ():
            continue
        items = value if field.many else (value,)
        if field.table is None:
            for index, item in enumerate(items):
                item_at = (*at, field.key, index) if field.many else (*at, field.key)
                _look_through(item, item_at, ids, found)
            continue
        known = ids[field.table]
        for index, item in enumerate(items):
            if item not in known:
                item_at = (*at, field.key, index) if field.many else (*at, field.key)
                found.append((item_at, field.table, item))
