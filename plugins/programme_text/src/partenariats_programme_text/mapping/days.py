"""Dates of the days: said, or counted from those that are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from partenariats.language.said_dates import SaidDate, find_years
from partenariats.model.clock import is_plausible, now
from partenariats_programme_text.notes import Notes
from partenariats_programme_text.parts.draft import Draft, DraftDay
from partenariats_programme_text.phrases.days import SaidDay
from partenariats_programme_text.rules import GuessedDate, GuessedYear, WrongWeekday

_WEEK = 7
_TOP = 10
"""Lines in which a year alone, as in `Congrès 2024`, is that of the event."""
_YEAR = re.compile(r"(?<![\w/.-])20\d\d(?![\w/-]|\s*(?:places|euros|€))")


class Dating:
    """Find the date of each day of a programme."""

    def __init__(
        self, draft: Draft, head: list[SaidDate], texts: Iterable[str], notes: Notes
    ) -> None:
        self._days = draft.days
        self._head = head
        self._texts = tuple(texts)
        self._notes = notes

    def dates(self, year: int | None) -> list[date]:
        """Return a date for each day, in their order; `year` is taken before any other."""
        chosen = year or self._year()
        head = [
            found
            for said in self._head
            if (
                found := _make(
                    said.day,
                    said.month,
                    said.year or chosen or self._nearest(said.day, said.month, said.weekday),
                )
            )
        ]
        dates: list[date | None] = [self._said(day, year, chosen, head) for day in self._days]
        self._count(dates, head)
        return [
            found if found is not None else self._placeholder(n, year)
            for n, found in enumerate(dates)
        ]

    def _year(self) -> int | None:
        """Return the year that the programme says with a date, or else says at all."""
        said = [day.said.year for day in self._days if day.said and day.said.year]
        said += [found.year for found in self._head if found.year]
        if not said:
            said = [year for text in self._texts for year in find_years(text)]
        if not said:
            near_top = (_YEAR.search(text) for text in self._texts[:_TOP])
            said = [int(found[0]) for found in near_top if found]
        return said[0] if said else None

    def _said(
        self, day: DraftDay, given: int | None, chosen: int | None, head: list[date]
    ) -> date | None:
        said = day.said
        if said is None or said.day is None:
            return None
        month = (
            said.month
            or next((found.month for found in head if found.day == said.day), None)
            or self._month()
        )
        if month is None:
            return None
        year = given or said.year
        if year is None:
            year = next(
                (found.year for found in head if (found.day, found.month) == (said.day, month)),
                None,
            )
            year = year or chosen or self._nearest(said.day, month, said.weekday)
            if not head or year not in {found.year for found in head}:
                self._notes.add(
                    GuessedYear,
                    day.line,
                    "no year is said for this day; {year} was taken",
                    year=year,
                )
        found = _make(said.day, month, year)
        if found is not None and said.weekday is not None and found.weekday() != said.weekday:
            self._notes.add(
                WrongWeekday,
                day.line,
                "{date} is not the weekday that this line names",
                date=found.isoformat(),
            )
        return found

    def _month(self) -> int | None:
        return next((day.said.month for day in self._days if day.said and day.said.month), None)

    def _nearest(self, day: int, month: int, weekday: int | None) -> int:
        """Return the year nearest to the present one in which a date falls on a weekday."""
        present = now().year
        years = sorted(
            range(present - 6, present + 7), key=lambda year: (abs(year - present), -year)
        )
        for year in years:
            found = _make(day, month, year)
            if found is not None and weekday in {None, found.weekday()}:
                return year
        return present

    def _count(self, dates: list[date | None], head: list[date]) -> None:
        """Give days without a date the one that their weekday or their number means."""
        span = _days_of(head)
        known = [(n, found) for n, found in enumerate(dates) if found is not None]
        for n, day in enumerate(self._days):
            if dates[n] is not None:
                continue
            found = self._counted(n, day.said, span, dict(known), len(dates))
            if found is None:
                continue
            dates[n] = found
            known.append((n, found))
            named = day.said is not None and day.said.weekday is not None and found in span
            if not named and not (found in span and len(span) == len(dates)):
                self._notes.add(
                    GuessedDate,
                    day.line,
                    "the date of this day was counted: {date}",
                    date=found.isoformat(),
                )

    def _counted(
        self, n: int, said: SaidDay | None, span: list[date], known: dict[int, date], total: int
    ) -> date | None:
        before = [known[m] for m in known if m < n]
        after = [known[m] for m in known if m > n]
        if said is not None and said.weekday is not None:
            fits = [found for found in span if found.weekday() == said.weekday]
            if fits:
                return fits[0]
            if before:
                return before[-1] + timedelta(
                    days=(said.weekday - before[-1].weekday()) % _WEEK or _WEEK
                )
            if after:
                return after[0] - timedelta(
                    days=(after[0].weekday() - said.weekday) % _WEEK or _WEEK
                )
            if span:
                return span[0] + timedelta(days=(said.weekday - span[0].weekday()) % _WEEK)
            return None
        number = said.number if said is not None and said.number else n + 1
        if len(span) >= number:
            return span[number - 1]
        if span and total == 1:
            return span[0]
        if before:
            return before[-1] + timedelta(days=1)
        return after[0] - timedelta(days=1) if after else None

    def _placeholder(self, n: int, year: int | None) -> date:
        """Return a date to be replaced, of the weekday that is said."""
        day = self._days[n]
        chosen = year or self._year() or now().year
        found = date(chosen if is_plausible(date(chosen, 1, 1)) else now().year, 1, 1) + timedelta(
            days=n
        )
        if day.said is not None and day.said.weekday is not None:
            found += timedelta(days=(day.said.weekday - found.weekday()) % _WEEK)
        self._notes.add(
            GuessedDate,
            day.line,
            "no date is said: {date} stands in its place",
            date=found.isoformat(),
        )
        return found


def _days_of(head: list[date]) -> list[date]:
    """Return the days of the event: a stretch where first and last are said."""
    if len(head) < 2:  # noqa: PLR2004  # one date is one day
        return head
    first, last = min(head), max(head)
    length = (last - first).days
    return [first + timedelta(days=n) for n in range(length + 1)] if length < 15 else sorted(head)  # noqa: PLR2004  # no event is longer


def _make(day: int, month: int, year: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if is_plausible(found) else None
