"""Dates in texts, against the calendar and the days of the event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.language.said_dates import (
    SaidDate,
    find_dates,
    may_say_weekday,
    may_say_year,
    starts_with_weekday,
)
from partenariats.model.clock import is_plausible
from partenariats.model.timeline import Timeline
from partenariats.model.timeline.texts import Form

WEEKDAYS: Final = (
    Message.of("Monday"),
    Message.of("Tuesday"),
    Message.of("Wednesday"),
    Message.of("Thursday"),
    Message.of("Friday"),
    Message.of("Saturday"),
    Message.of("Sunday"),
)
NEAR: Final = timedelta(days=150)
"""How far from the event a date without a year is taken for one of the same season."""
LEFT_OVER: Final = timedelta(days=14)
"""How far editions move in the calendar from year to year."""
EDITIONS: Final = 10
"""Years; what lies further back is history, no earlier edition."""


class WeekdayDisagrees(Validator[NoOptions]):
    """A date is not on the weekday that is said.

    ## What it says

    A text says a weekday with a date, in French or English, and the date is on another weekday.
    Where the text gives no year, it is that of the event's days; a date more than five months
    from them is left alone. The title of a day that begins with a weekday is held against the
    date of the day. The organiser's words are never corrected by a warning; this is one all the
    same, because a date is no matter of wording.

    ## Why it matters

    Somebody will come on the wrong day.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25
    title = "Jeudi 25 mars"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25
    title = "Vendredi 25 mars"
    ```
    """

    code = "EDN001"
    name = "weekday-disagrees"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every date with a wrong weekday in any text."""
        days = _days(timeline)
        for form in timeline.forms:
            dates = find_dates(form.text) if form.is_prose and may_say_weekday(form.text) else []
            for said in dates:
                meant = _disagrees(said, days)
                if meant is not None:
                    yield self._wrong(timeline, form, said.said, meant)
            if form.at[0] == "days" and not dates:
                day = timeline.event.days[int(form.at[1])].date
                weekday = starts_with_weekday(form.text)
                if weekday is not None and weekday != day.weekday() and is_plausible(day):
                    yield self._wrong(timeline, form, form.text.split()[0], day)

    def _wrong(self, timeline: Timeline, form: Form, said: str, day: date) -> Diagnostic:
        """Say on which weekday a date is, and where the event has a day of that date."""
        headline = Message.of(
            "a text says `{said}`, but {date} is a {weekday}",
            said=said,
            date=day.isoformat(),
            weekday=WEEKDAYS[day.weekday()],
        )
        related = tuple(
            Related(Where() / "days" / index / "date", Message.of("the day is declared here"))
            for index, known in enumerate(timeline.event.days)
            if known.date == day
        )[:1]
        advice = Message.of("correct the weekday or the date")
        return self.found(Where(form.at), headline, help=advice, related=related)


class AnotherYear(Validator[NoOptions]):
    """A date is of another year than the event.

    ## What it says

    A text gives a date with its year, and the date would fall on the event's days, or within two
    weeks of them, if its year were the event's. Other dates are taken for history, and so are
    years more than ten away. It is a question: a text may well speak of the last edition.

    ## Why it matters

    Texts are copied from one edition to the next, and their dates with them.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[themes]]
    id = "avenir"
    title = "L'avenir des territoires"
    description = "Les groupes se constituent le 26 mars 2021."
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[themes]]
    id = "avenir"
    title = "L'avenir des territoires"
    description = "Les groupes se constituent le 25 mars 2022."
    ```
    """

    code = "EDN002"
    name = "another-year"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every date that looks like one of an earlier edition."""
        days = _days(timeline)
        if not days:
            return
        for form in timeline.forms:
            for said in find_dates(form.text) if form.is_prose and may_say_year(form.text) else ():
                if said.year is None or _disagrees(said, days) is not None:
                    continue
                if _is_left_over(said, said.year, days):
                    headline = Message.of(
                        "`{said}` is of another year than the event", said=said.said
                    )
                    advice = Message.of("correct the year, unless another edition is meant")
                    yield self.found(Where(form.at), headline, help=advice)


def _days(timeline: Timeline) -> Sequence[date]:
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


def _disagrees(said: SaidDate, days: Sequence[date]) -> date | None:
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


def _is_left_over(said: SaidDate, year: int, days: Sequence[date]) -> bool:
    """Tell whether a date lies in another year where the event's days lie in theirs."""
    day = _date(year, said)
    if day is None or _within(day, days, LEFT_OVER):
        return False
    own = range(days[0].year - 1, days[-1].year + 2)
    if not own[0] - EDITIONS <= year <= own[-1] + EDITIONS:
        return False
    moved = (_date(other, said) for other in own)
    return any(day is not None and _within(day, days, LEFT_OVER) for day in moved)
