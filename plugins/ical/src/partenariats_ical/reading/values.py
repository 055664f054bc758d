"""Values of properties: texts, moments, lengths of time and lists."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

import attrs

from partenariats.model.clock import FIRST_YEAR, LAST_YEAR
from partenariats_ical.characters import CONTROL, HARMLESS
from partenariats_ical.reading.components import Property

_ESCAPE: Final = re.compile(r"\\([\\;,:nN])")
_ITEM: Final = re.compile(r"(?:[^\\,]|\\.)+", re.DOTALL)
_MOMENT: Final = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[Tt ](\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?([Zz]?))?", re.ASCII
)
_LENGTH: Final = re.compile(
    r"([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?"
    r"(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?",
    re.ASCII,
)
_LEAP: Final = 60
"""A second that some minutes have (RFC 5545, 3.3.12)."""


@attrs.frozen
class Moment:
    """Hold a date, with a time unless `is_date`, by the clock of a zone.

    `zone` is a `TZID`, `UTC`, or nothing for a time that is everywhere the same.
    """

    local: datetime
    zone: str = ""
    is_date: bool = False


def unescape(value: str) -> str:
    """Return a TEXT value without its escapes (RFC 5545, 3.3.11), and without that of colons.

    Some programs escape colons too; any other backslash stays.
    """
    if "\\" not in value:
        return value
    if "\\\\" not in value:  # then nothing that is replaced can make another escape
        plain = value.replace("\\,", ",").replace("\\n", "\n")
        if "\\" not in plain:
            return plain
        return plain.replace("\\;", ";").replace("\\:", ":").replace("\\N", "\n")
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def text(value: str) -> str:
    """Return a TEXT value without escapes, control characters and space around it."""
    plain = unescape(value)
    if not plain.isprintable() and HARMLESS.match(plain) is None:
        plain = CONTROL.sub("", plain.replace("\r", "\n"))
    return plain.strip()


def items(value: str) -> list[str]:
    """Return the texts of a list (RFC 5545, 3.1.1), those that say something."""
    return [said for item in _ITEM.findall(value) if (said := text(item))]


def moment(said: Property) -> Moment | None:
    """Return the moment of a DATE or DATE-TIME; nothing for anything else."""
    return moment_of(said.value.strip(), said.parameters.get("TZID", ""))


@lru_cache(maxsize=4096)
def moment_of(value: str, zone: str) -> Moment | None:
    """Read a date or a date with a time, in a year in which an event may take place."""
    found = _MOMENT.fullmatch(value)
    if found is None:
        return None
    *numbers, utc = found.groups()
    year, month, day, hour, minute, second = (int(number or 0) for number in numbers)
    if not FIRST_YEAR < year < LAST_YEAR or second > _LEAP:
        return None
    try:
        local = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001  # the zone is beside it
    except ValueError:
        return None
    is_date = numbers[3] is None
    return Moment(local, "UTC" if utc else "" if is_date else zone, is_date)


def length(value: str) -> timedelta | None:
    """Read a DURATION (RFC 5545, 3.3.6); nothing for anything else, nor for one backwards."""
    found = _LENGTH.fullmatch(value.strip().upper())
    if found is None or not any(found.groups()[1:]) or found[1] == "-":
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
