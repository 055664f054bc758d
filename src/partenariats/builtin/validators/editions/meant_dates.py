"""Which date a text means, beside the days of the event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from partenariats.language.said_dates import SaidDate, find_years
from partenariats.model.clock import is_plausible
from partenariats.model.timeline import Timeline

NEAR: Final = timedelta(days=150)
"""How far from the event a date without a year is taken for one of the same season."""
LEFT_OVER: Final = timedelta(days=14)
"""How far editions move in the calendar from year to year."""
EDITIONS: Final = 10
"""Years; what lies further back is history, no earlier edition."""


def days_of(timeline: Timeline) -> Sequence[date]:
    """Give the dates of the event's days in order, without those that are slips of the pen."""
    return sorted(day.date for day in timeline.event.days if is_plausible(day.date))


def _date(year: int, said: SaidDate) -> date | None:
    """Return a date that was said in a year, or nothing where there is no such day."""
    try:
        day = date(year, said.month, said.day)
    except ValueError:
        return None
    return day if is_plausible(day) else None


def _within(day: date, days: Sequence[date], distance: timedelta) -> bool:
    """Tell whether a date lies within the event's days, or at some distance from them."""
    return days[0] - distance <= day <= days[-1] + distance


def disagrees(said: SaidDate, days: Sequence[date]) -> date | None:
    """Return the date that is meant where it is on another weekday than is said."""
    if said.weekday is None:
        return None
    if said.year is not None:
        possible = [_date(said.year, said)]
    elif days:
        years = range(days[0].year - 1, days[-1].year + 2)
        possible = [_date(year, said) for year in years]
        possible = [day for day in possible if day and _within(day, days, NEAR)]
    else:
        possible = []
    meant = [day for day in possible if day is not None]
    if not meant or any(day.weekday() == said.weekday for day in meant):
        return None
    return meant[0]


def is_left_over(said: SaidDate, year: int, days: Sequence[date]) -> bool:
    """Tell whether a date lies in another year where the event's days lie in theirs."""
    day = _date(year, said)
    if day is None or _within(day, days, LEFT_OVER):
        return False
    own = range(days[0].year - 1, days[-1].year + 2)
    if not own[0] - EDITIONS <= year <= own[-1] + EDITIONS:
        return False
    moved = (_date(other, said) for other in own)
    return any(day is not None and _within(day, days, LEFT_OVER) for day in moved)


def says_another_year(text: str, days: Sequence[date]) -> bool:
    """Tell whether a text says a year that is none of the event's days'."""
    return bool(days) and any(
        not days[0].year <= year <= days[-1].year for year in find_years(text)
    )


def is_of_another_day(dates: Sequence[SaidDate], day: date) -> bool:
    """Tell whether the title of a day says dates, and neither one nor a span of them is its own.

    Years further away than earlier editions are history.
    """
    years = [day.year if said.year is None else said.year for said in dates]
    said_days = [
        (year, said.month, said.day)
        for year, said in zip(years, dates, strict=True)
        if abs(year - day.year) <= EDITIONS
    ]
    own = (day.year, day.month, day.day)
    return bool(said_days) and not min(said_days) <= own <= max(said_days)
