"""A VTIMEZONE for the years of an event, from the transitions of `zoneinfo` (RFC 5545, 3.6.5).

The writer of the `icalendar` library was not used: 7.3 puts the start of summer time at 3:00
instead of 2:00, and libical then shows the wrong hour.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

Observance: TypeAlias = tuple[timedelta, bool, str]
"""Offset from UTC, whether it is summer time, abbreviation."""

_MARGIN: Final = timedelta(days=3)
_DAY: Final = timedelta(days=1)
_SECOND: Final = timedelta(seconds=1)


def vtimezone(name: str, first: date, last: date) -> Iterator[str]:
    """Give the lines of a VTIMEZONE that is right from the year of `first` to that of `last`.

    It has one observance in force at the beginning and one for each transition.
    """
    zone = ZoneInfo(name)
    begin = datetime(first.year, 1, 1, tzinfo=UTC) - _MARGIN
    end = datetime(last.year + 1, 1, 1, tzinfo=UTC) + _MARGIN
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    before = _observed(begin, zone)
    yield from _observance(begin + before[0], before[0], before)
    for moment in _transitions(begin, end, zone):
        after = _observed(moment, zone)
        yield from _observance(moment + before[0], before[0], after)
        before = after
    yield "END:VTIMEZONE"


def _transitions(begin: datetime, end: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """Give the first second of every observance after the one in force at the beginning."""
    day = begin
    while day < end:
        following = day + _DAY
        if _observed(day, zone) != _observed(following, zone):
            yield _first_second(day, following, zone)
        day = following


def _first_second(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    old = _observed(low, zone)
    while high - low > _SECOND:
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        if middle == low:
            break
        if _observed(middle, zone) == old:
            low = middle
        else:
            high = middle
    return high


def _observed(moment: datetime, zone: ZoneInfo) -> Observance:
    local = moment.astimezone(zone)
    return (
        local.utcoffset() or timedelta(),
        bool(local.dst()),
        local.tzname() or zone.key,
    )


def _observance(local: datetime, before: timedelta, observed: Observance) -> Iterator[str]:
    """Give an observance that begins at a local time, as told by the clocks before it."""
    offset, is_summer, abbreviation = observed
    kind = "DAYLIGHT" if is_summer else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{local:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_offset(before)}"
    yield f"TZOFFSETTO:{_offset(offset)}"
    yield f"TZNAME:{abbreviation}"
    yield f"END:{kind}"


def _offset(offset: timedelta) -> str:
    """Write an offset from UTC (RFC 5545, 3.3.14)."""
    sign = "-" if offset < timedelta() else "+"
    minutes, seconds = divmod(int(abs(offset).total_seconds()), 60)
    said = f"{sign}{minutes // 60:02d}{minutes % 60:02d}"
    return f"{said}{seconds:02d}" if seconds else said
