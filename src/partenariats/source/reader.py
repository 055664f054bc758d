"""From the text of one file to its tables: the one door of the TOML reader."""

from __future__ import annotations

import re
from typing import Any, Final

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.where import Span, Where
from partenariats.language.message import Message
from partenariats.source.files.text import SourceText
from partenariats.source.rules import NotToml, TooLarge

MOST_PARTS: Final = 80
"""Dotted parts of one key that the reader takes."""

_PLACE = re.compile(r"(?P<reason>.*?)(?: at line (?P<line>\d+) column (?P<column>\d+))?", re.DOTALL)
_LONG_KEY = re.compile(rf"(?<![\w.-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{MOST_PARTS}}}")
_DEPTH = Message.of("tables and lists are nested deeper here than in any event")
_PARTS = Message.of("a key has more than {limit} dotted parts", limit=MOST_PARTS)

_REASONS: Final[tuple[tuple[str, Message, Message | None], ...]] = (
    (
        "invalid basic string",
        Message.of("a text is not closed before here"),
        Message.of('end it with `"`'),
    ),
    (
        "invalid literal string",
        Message.of("a text is not closed before here"),
        Message.of("end it with `'`"),
    ),
    (
        "invalid multi-line",
        Message.of("a text of several lines is not closed"),
        Message.of('end it with `"""`'),
    ),
    (
        "string values must be quoted",
        Message.of("a value is missing here, or is a text without quotes"),
        Message.of('put quotes around a text: `"…"`'),
    ),
    (
        "key with no value",
        Message.of("a key has no value: `=` is missing"),
        Message.of("write `key = value`"),
    ),
    (
        "duplicate key",
        Message.of("this key or table is given twice"),
        Message.of("keep one of the two"),
    ),
    (
        "cannot extend",
        Message.of("this key or table is given twice"),
        Message.of("keep one of the two"),
    ),
    (
        "invalid unquoted key",
        Message.of("this is no key"),
        Message.of("a key is made of letters without accents and `_`"),
    ),
    ("unquoted keys cannot be empty", Message.of("a key is missing here"), None),
    (
        "missing comma",
        Message.of("a comma is missing before here"),
        Message.of("put `,` between the items of a list"),
    ),
    ("unclosed", Message.of("a bracket is not closed"), Message.of("end it with `]`")),
    (
        "invalid date",
        Message.of("there is no such date"),
        Message.of("write a date as `2022-03-25`"),
    ),
    (
        "invalid time",
        Message.of("there is no such time"),
        Message.of('write a time between quotes: `"9:30"`'),
    ),
    (
        "unexpected leading zero",
        Message.of("a number does not begin with a zero"),
        Message.of('write a time between quotes: `"09:30"`'),
    ),
    (
        "unexpected key or value",
        Message.of("something stands after the value"),
        Message.of("go to a new line"),
    ),
    (
        "missing escaped value",
        Message.of("after `\\` this letter means nothing"),
        Message.of("write `\\\\` for a backslash"),
    ),
)


def read_toml(source: SourceText) -> dict[str, Any] | Diagnostic:
    """Return the tables of a file, or say where it stops being TOML (TOML 1.0)."""
    import rtoml  # from 0.14 on it limits depth and dotted keys; before, a long key took all memory

    try:
        return rtoml.loads(source.content)
    except rtoml.TomlParsingError as error:
        return _explain(source, str(error))


def _explain(source: SourceText, complaint: str) -> Diagnostic:
    found = _PLACE.fullmatch(complaint)
    reason = found["reason"] if found else complaint
    if reason == "recursion limit":
        long_key = _LONG_KEY.search(source.content)
        span = source.span_at(long_key.start() if long_key else 0)
        return TooLarge.found(Where(), _PARTS, span=span)
    line = int(found["line"] or 1) if found else 1
    column = int(found["column"] or 1) if found else 1
    span = Span(source.name, line, column, line, column + 1)
    if "recurs" in reason:
        return TooLarge.found(Where(), _DEPTH, span=span)
    for start, headline, advice in _REASONS:
        if reason.startswith(start):
            return NotToml.found(Where(), headline, help=advice, span=span)
    return NotToml.found(
        Where(), Message.of("this is not TOML: {reason}", reason=reason), span=span
    )
