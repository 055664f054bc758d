"""Every text of an event, once, with the place where it stands and the language it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias, get_type_hints

import attrs

from partenariats.model.event import Event
from partenariats.model.text import Text
from partenariats.model.timeline.problems import Path
from partenariats.model.timeline.references import LISTS, inner_type, key_of, values_of

NAMES: Final = frozenset({"name", "honorific", "acronym", "address", "city"})
"""Fields whose texts are names, no prose."""
PLAIN: Final = NAMES | {"kind"}
"""Fields of strings that are texts; other strings are ids, codes and places on the web."""
_OWN_TABLES: Final = (*LISTS, "registration")


class Form(NamedTuple):
    """Hold a text as one language reads it: its path, key and language tag (BCP 47).

    The path of one of several translations ends with its tag.
    """

    at: Path
    key: str
    language: str
    text: str

    @property
    def is_prose(self) -> bool:
        """Tell whether it is more than a name."""
        return self.key not in NAMES


Written: TypeAlias = tuple[Path, str, Text | str]
"""The path of a text, the key that holds it, and the text."""


class _Field(NamedTuple):
    """Say that a field holds texts, or things with texts of their own."""

    name: str
    key: str
    is_text: bool
    many: bool


@cache
def _fields(cls: type[Any]) -> tuple[_Field, ...]:
    """List the fields of a model class in which texts are found."""
    known = {field.name for field in attrs.fields(cls)}
    found: list[_Field] = []
    for name, hint in get_type_hints(cls).items():
        inner, many = inner_type(hint)
        is_text = inner is Text or (inner is str and name in PLAIN)
        if name in known and (is_text or (attrs.has(inner) and _fields(inner))):
            found.append(_Field(name, key_of(name), is_text, many))
    return tuple(found)


@cache
def _read(cls: Any) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[_Field, ...]]:
    """Return what reads the fields of a class in which texts are found, and them."""
    fields = _fields(cls)
    return values_of([field.name for field in fields]), fields


def texts(event: Event) -> list[Written]:
    """List everything that the organiser put into words."""
    found: list[Written] = []
    values, fields = _read(Event)
    for field, value in zip(fields, values(event), strict=True):
        if value:
            _gather(value, field, () if field.name in _OWN_TABLES else ("event",), found)
    return found


def _gather(value: Any, field: _Field, at: Path, found: list[Written]) -> None:
    """Add what a field holds to what was found; generators within generators would be slow."""
    _, key, is_text, many = field
    for index, item in enumerate(value if many else (value,)):
        item_at = (*at, key, index) if many else (*at, key)
        if is_text:
            found.append((item_at, key, item))
            continue
        kind: Any = type(item)
        values, fields = _read(kind)
        for inner, held in zip(fields, values(item), strict=True):
            if not held:
                continue
            if inner.is_text and not inner.many:
                found.append(((*item_at, inner.key), inner.key, held))
            else:
                _gather(held, inner, item_at, found)


def forms(event: Event, written: Iterable[Written]) -> Iterator[Form]:
    """Give every text of an event in each of its languages.

    A plain one is in the event's language, unless it belongs to a session held in another.
    """
    own = event.language
    spoken: dict[Path, str] = {
        (table, index): thing.language
        for table, things in (("sessions", event.sessions), ("workshops", event.workshops))
        for index, thing in enumerate(things)
        if thing.language
    }
    for at, key, text in written:
        if isinstance(text, Text) and text.translations:
            for tag, said in text.translations:
                yield Form((*at, tag), key, tag, said)
        else:
            language = spoken.get(at[:2], own) if spoken else own
            yield Form(at, key, language, text.plain if isinstance(text, Text) else text)
