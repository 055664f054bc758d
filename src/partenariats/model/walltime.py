"""What a clock on the wall shows, and lengths of time, as people write them."""

from __future__ import annotations

import re
from datetime import time, timedelta
from typing import Final

import attrs

MINUTES_IN_DAY: Final = 24 * 60
LAST_MINUTE: Final = 2 * MINUTES_IN_DAY - 1

_WALL = re.compile(
    r"\s*(?P<hour>\d{1,2})"
    r"(?: : (?P<minute>\d{2}) | \s*[hH]\s*(?P<minute_h>\d{2})? )"
    r"\s*(?P<offset>Z|[+-]\d{2}:\d{2})?\s*",
    re.VERBOSE | re.ASCII,
)
_DURATION = re.compile(
    r"\s*(?:(?P<hours>\d{1,3})\s*h)?\s*(?:(?P<minutes>\d{1,4})\s*(?P<unit>mn|min)?)?\s*",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_ISO_DURATION = re.compile(r"PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?", re.ASCII)
_NO_BREAK_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})


def _on_two_days(_wall: object, _attribute: object, minutes: int) -> None:
    if not 0 <= minutes <= LAST_MINUTE:
        message = f"a wall time lies between 0:00 and 47:59, not at minute {minutes}"
        raise ValueError(message)


@attrs.frozen(order=False)
class WallTime:
    """Say a time of day without date or zone, as `minutes` since the day's midnight.

    From 24:00 on it is a time in the night or morning after a day that ends after midnight;
    47:59 is the last. `offset` (minutes east of UTC) tells two equal hours of an autumn
    night apart.
    """

    minutes: int = attrs.field(validator=_on_two_days)
    offset: int | None = None

    @classmethod
    def of(cls, hour: int, minute: int = 0) -> WallTime:
        """Make a wall time from an hour (0 to 47) and a minute."""
        return cls(hour * 60 + minute)

    @classmethod
    def parse(cls, text: str) -> WallTime:
        """Read `9:30`, `09:30`, `18 h 00`, `18h`, `25:00` or `02:30+01:00`.

        Raise `ValueError` on anything else.
        """
        found = _WALL.fullmatch(text.translate(_NO_BREAK_SPACES))
        if found is None:
            message = f"not a time of day: {text[:40]!r}"
            raise ValueError(message)
        hour, minute = int(found["hour"]), int(found["minute"] or found["minute_h"] or 0)
        if minute > 59:  # noqa: PLR2004  # minutes of an hour need no name
            message = f"an hour has no minute {minute}"
            raise ValueError(message)
        return cls(hour * 60 + minute, _read_offset(found["offset"]))

    @classmethod
    def from_time(cls, moment: time) -> WallTime:
        """Make a wall time from a TOML local time; raise `ValueError` if it has seconds."""
        if moment.second or moment.microsecond:
            message = "a programme is written in minutes, not seconds"
            raise ValueError(message)
        return cls(moment.hour * 60 + moment.minute)

    def __str__(self) -> str:
        said = f"{self.minutes // 60:02d}:{self.minutes % 60:02d}"
        return said if self.offset is None else said + say_offset(self.offset)


def _read_offset(text: str | None) -> int | None:
    if text is None:
        return None
    if text == "Z":
        return 0
    minutes = int(text[1:3]) * 60 + int(text[4:6])
    return -minutes if text[0] == "-" else minutes


def say_offset(minutes: int) -> str:
    """Return an offset from UTC as ISO 8601 writes it: `+01:00`."""
    sign, size = ("-" if minutes < 0 else "+"), abs(minutes)
    return f"{sign}{size // 60:02d}:{size % 60:02d}"


def parse_duration(text: str) -> timedelta:
    """Read `45 min`, `1 h 30`, `2h` or `PT45M` (ISO 8601, hours and minutes).

    Raise `ValueError` on anything else, a length of nothing included.
    """
    plain = text.translate(_NO_BREAK_SPACES)
    if iso := _ISO_DURATION.fullmatch(plain.strip()):
        length = timedelta(hours=int(iso[1] or 0), minutes=int(iso[2] or 0))
    elif (found := _DURATION.fullmatch(plain)) and (found["hours"] or found["unit"]):
        length = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    else:
        length = timedelta()
    if not length:
        message = f"not a length of time: {text[:40]!r}"
        raise ValueError(message)
    return length


def say_duration(length: timedelta) -> str:
    """Return a length of time as the event file writes it: `45 min`, `1 h 30`, `2 h`."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes:02d}" if minutes else f"{hours} h"
