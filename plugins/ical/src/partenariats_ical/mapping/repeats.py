"""The times at which an entry that repeats takes place (RFC 5545, 3.8.5), within bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

import attrs

from partenariats.interfaces.importer import UnreadableError
from partenariats_ical.reading.values import Moment, moment_of

MOST: Final = 366
"""Times that an entry may take place; a programme lasts days."""
LONGEST: Final = timedelta(days=366)
_FINE: Final = ("SECONDLY", "MINUTELY", "HOURLY")
_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UNDERSTOOD: Final = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"})
_DAY: Final = timedelta(days=1)
_DIGITS: Final = 12
"""More than any number that is meant."""


@attrs.frozen(kw_only=True)
class Repetition:
    """Hold a rule of repetition that programmes use: every so many days or weeks.

    `days` are days of the week from 0 for Monday; none where all do, or the first time's.
    """

    weekly: bool
    interval: int = 1
    count: int | None = None
    until: Moment | None = None
    days: frozenset[int] = frozenset()
    week_start: int = 0

    def times(self, first: datetime, until: datetime | None) -> tuple[list[datetime], bool]:
        """Return when it takes place, the first time included, and whether that was cut short.

        `first` and `until` are by one clock, that of the first time.
        """
        found = [first]
        latest = min(until, first + LONGEST) if until is not None else first + LONGEST
        for at in self._after(first):
            if self.count is not None and len(found) >= self.count:
                return found, False
            if at > latest:
                return found, until is None or until > latest
            if len(found) >= MOST:
                return found, True
            found.append(at)
        return found, False

    def _after(self, first: datetime) -> Iterator[datetime]:
        """Give the times after the first, without end."""
        days = self.days or (frozenset({first.weekday()}) if self.weekly else frozenset(range(7)))
        monday = first - ((first.weekday() - self.week_start) % 7) * _DAY
        at = first
        while at - first <= LONGEST + _DAY:
            at += _DAY
            passed = (at - monday).days // 7 if self.weekly else (at - first).days
            if passed % self.interval == 0 and at.weekday() in days:
                yield at
        yield at


def read_repetition(rule: str, line: Callable[[], int]) -> Repetition | None:
    """Read a rule; nothing for one that programmes do not use.

    Raise `UnreadableError` for one that repeats within a day: it would fill any memory.
    """
    pairs = (part.partition("=") for part in rule.strip().upper().split(";"))
    parts = {key.strip(): value.strip() for key, _, value in pairs if key.strip()}
    frequency = parts.get("FREQ", "")
    if frequency in _FINE:
        raise UnreadableError(
            "line {line}: `FREQ={frequency}` repeats more often than any programme",
            line=line(),
            frequency=frequency,
        )
    days = [day for day in parts.get("BYDAY", "").split(",") if day]
    week_start = parts.get("WKST", "MO")
    interval, count = (_number(parts.get(key, "1")) for key in ("INTERVAL", "COUNT"))
    until = moment_of(parts["UNTIL"], "") if "UNTIL" in parts else None
    if (
        frequency not in {"DAILY", "WEEKLY"}
        or not parts.keys() <= _UNDERSTOOD
        or not {*days, week_start} <= {*_DAYS}
        or not interval
        or not count
        or ("UNTIL" in parts and until is None)
    ):
        return None
    return Repetition(
        weekly=frequency == "WEEKLY",
        interval=interval,
        count=count if "COUNT" in parts else None,
        until=until,
        days=frozenset(_DAYS.index(day) for day in days),
        week_start=_DAYS.index(week_start),
    )


def _number(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) <= _DIGITS else 0
