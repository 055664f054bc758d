"""The `SRC` rules: what is wrong with the text and the structure of an event file."""

from __future__ import annotations

from partenariats.diagnostics.rule import Rule
from partenariats.source.rules.structure import (
    BadCharacter,
    BadId,
    BadTime,
    MissingKey,
    UnknownKey,
    UnknownWord,
    WrongType,
)
from partenariats.source.rules.text import NoFormat, NotToml, NotUtf8, TooLarge, UnknownFormat
from partenariats.source.rules.whole import BadIgnore, BadInclude, TableTwice, UnusedIgnore

RULES: tuple[type[Rule], ...] = (
    NotToml,
    NotUtf8,
    TooLarge,
    NoFormat,
    UnknownFormat,
    UnknownKey,
    MissingKey,
    WrongType,
    BadTime,
    BadId,
    UnknownWord,
    BadCharacter,
    BadInclude,
    TableTwice,
    BadIgnore,
    UnusedIgnore,
)
"""Every rule of the event file, in the order of their codes."""

__all__ = [
    "RULES",
    "BadCharacter",
    "BadId",
    "BadIgnore",
    "BadInclude",
    "BadTime",
    "MissingKey",
    "NoFormat",
    "NotToml",
    "NotUtf8",
    "TableTwice",
    "TooLarge",
    "UnknownFormat",
    "UnknownKey",
    "UnknownWord",
    "UnusedIgnore",
    "WrongType",
]
