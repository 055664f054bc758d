"""The door through which files of an older format come in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message
from partenariats.source.rules import NoFormat, UnknownFormat

FORMAT: Final = 1
"""The format that this version writes."""

MIGRATIONS: Final[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}
"""For each older format, how its tables become those of the next one."""

_WRITE_FORMAT = Message.of("write `format = {format}` on the first line", format=FORMAT)


def migrate(tables: dict[str, Any]) -> tuple[dict[str, Any], Diagnostic | None]:
    """Bring the tables of a file up to the present format.

    A file without a usable format is taken for the present one, so that its other faults can be
    told too, and the fault is returned beside it.
    """
    if not tables:
        headline = Message.of("the file is empty")
        return tables, NoFormat.found(Where() / "format", headline, help=_WRITE_FORMAT)
    where = Where() / "format"
    number = tables.get("format")
    if number is None:
        headline = Message.of("the file does not say its format")
        return tables, NoFormat.found(where, headline, help=_WRITE_FORMAT)
    if type(number) is not int:
        headline = Message.of("the format is a whole number")
        return tables, NoFormat.found(where, headline, help=_WRITE_FORMAT)
    if number != FORMAT and number not in MIGRATIONS:
        headline = Message.of("this version does not know format {number}", number=number)
        advice = Message.of("install a newer version of partenariats, or check the number")
        return tables, UnknownFormat.found(where, headline, help=advice)
    while number != FORMAT:
        tables = MIGRATIONS[number](tables)
        number = tables["format"]
    return tables, None
