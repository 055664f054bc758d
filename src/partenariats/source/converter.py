"""From tables to the classes of the model and back: with `explain`, the one door of cattrs."""

from __future__ import annotations

import types
from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache, partial
from operator import is_
from typing import Any, Union, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from partenariats.model import ids
from partenariats.model.registration.deadline import Deadline
from partenariats.model.registration.personal import Retention
from partenariats.model.sessions import Point
from partenariats.model.table import Table
from partenariats.model.text import Text
from partenariats.model.timeline.references import TABLES, key_of
from partenariats.model.walltime import WallTime, say_duration
from partenariats.source.values import hooks

_VALUES: dict[Any, Callable[[Any, Any], Any]] = {
    str: hooks.to_text,
    int: hooks.to_whole_number,
    float: hooks.to_number,
    bool: hooks.to_truth,
    date: hooks.to_date,
    datetime: hooks.to_instant,
    timedelta: hooks.to_duration,
    WallTime: hooks.to_wall_time,
    Deadline: hooks.to_deadline,
    Retention: hooks.to_retention,
    Text: hooks.to_prose,
    Table: hooks.to_table,
}
_OTHER_IDS = (
    ids.EventId,
    ids.AttendeeId,
    ids.QuestionId,
    ids.ChoiceId,
    ids.ConsentId,
    ids.RecipientId,
)
"""Ids of what stands in no table of its own."""


@cache
def make_converter() -> cattrs.Converter:
    """Make the converter of event files: strict, unknown keys forbidden, every fault kept."""
    converter = cattrs.Converter(
        forbid_extra_keys=True, detailed_validation=True, omit_if_default=True, use_alias=False
    )
    for kind, hook in _VALUES.items():
        if not attrs.has(kind):
            converter.register_structure_hook(kind, hook)
    for kind in (*TABLES, *_OTHER_IDS):
        converter.register_structure_hook_func(partial(is_, kind), hooks.to_id)
    converter.register_structure_hook_func(_is_enum, hooks.to_word)
    converter.register_structure_hook_factory(_is_many, _structure_many)
    converter.register_structure_hook_factory(_is_optional, _structure_optional)
    converter.register_structure_hook_factory(attrs.has, _structure_class)
    for kind in (Text, Table, WallTime, Deadline, Retention):
        converter.register_structure_hook(kind, _VALUES[kind])
    _register_points(converter)
    _register_unstructuring(converter)
    return converter


def _is_enum(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Enum)


def _is_many(hint: Any) -> bool:
    return get_origin(hint) is tuple and get_args(hint)[1:] == (...,)


def _is_optional(hint: Any) -> bool:
    return get_origin(hint) in {Union, types.UnionType} and type(None) in get_args(hint)


def _structure_optional(hint: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    """Look the inner hook up once: cattrs does so for every value."""
    (inner,) = (option for option in get_args(hint) if option is not type(None))
    structure = converter.get_structure_hook(inner)

    def to_optional(value: Any, _hint: Any) -> Any:
        return None if value is None else structure(value, inner)

    return to_optional


def _structure_many(hint: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    inner: Any = types.GenericAlias(list, get_args(hint)[:1])
    structure = converter.get_structure_hook(inner)

    def to_tuple(value: Any, _hint: Any) -> Any:
        return tuple(structure(hooks.to_items(value), inner))

    return to_tuple


def _overrides(cls: type) -> dict[str, Any]:
    renamed = {field.name: key_of(field.name) for field in attrs.fields(cls)}
    return {name: override(rename=key) for name, key in renamed.items() if name != key}


def _structure_class(cls: type, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    structure: Callable[[Any, Any], Any] = make_dict_structure_fn(cls, converter, **_overrides(cls))

    def to_class(value: Any, hint: Any) -> Any:
        return structure(hooks.to_fields(value), hint)

    return to_class


def _register_points(converter: cattrs.Converter) -> None:
    structure = _structure_class(Point, converter)

    def to_point(value: Any, hint: Any) -> Point:
        if type(value) is dict and "text" in value:
            point: Point = structure(value, hint)
            return point
        return Point(text=hooks.to_prose(value))

    converter.register_structure_hook(Point, to_point)


def _register_unstructuring(converter: cattrs.Converter) -> None:
    converter.register_unstructure_hook_factory(
        attrs.has,
        lambda cls: make_dict_unstructure_fn(
            cls, converter, _cattrs_omit_if_default=True, **_overrides(cls)
        ),
    )
    converter.register_unstructure_hook_func(_is_enum, lambda word: word.value)
    converter.register_unstructure_hook(WallTime, str)
    converter.register_unstructure_hook(Deadline, _say_deadline)
    converter.register_unstructure_hook(Retention, str)
    converter.register_unstructure_hook(timedelta, say_duration)
    converter.register_unstructure_hook(Text, _say_text)
    converter.register_unstructure_hook(Table, thaw)
    plain_point = converter.get_unstructure_hook(Point)

    def say_point(point: Point) -> Any:
        if point.theme is None and point.kind is None:
            return _say_text(point.text)
        return plain_point(point)

    converter.register_unstructure_hook(Point, say_point)


def _say_deadline(deadline: Deadline) -> str | datetime:
    return str(deadline) if deadline.at is None else deadline.at


def _say_text(text: Text) -> str | dict[str, str]:
    return dict(text.translations) or text.plain


def thaw(value: Any) -> Any:
    """Return a free value with every `Table` a dictionary and every tuple a list."""
    if isinstance(value, Table):
        return {key: thaw(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [thaw(item) for item in value]
    return value
