"""Dates in texts, against the calendar and the days of the event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from partenariats.builtin.validators.editions.meant_dates import (
    days_of,
    disagrees,
    is_left_over,
    is_of_another_day,
    says_another_year,
)
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
    starts_with_date,
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


class WeekdayDisagrees(Validator[NoOptions]):
    """A date is not on the weekday that is said.

    ## What it says

    A text says a weekday with a date, in French or English, and the date is on another weekday.
    Where a date has no year, it is that of the event's days; a date more than five months from
    them is left alone, and so is one in a text that says another year. The title of a day is held
    against the date of the day: the weekday it begins with, and the dates it says where it begins
    with one, alone or after a label like "Jour 1 :", unless the day is one of them or lies between
    them. The organiser's words are never corrected by a
    warning; this is one all the same, because a date is no matter of wording.

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
        """Tell every date on a wrong weekday, and titles of days that say another date."""
        days = days_of(timeline)
        titles = [form for form in timeline.prose if _titles_day(form)]
        for form in titles:
            yield from self._check_title(timeline, form, days)
        for form in timeline.with_figures:
            if not may_say_weekday(form.text) or _titles_day(form):
                continue
            dates = find_dates(form.text)
            if any(said.year is None for said in dates) and says_another_year(form.text, days):
                dates = [said for said in dates if said.year is not None]
            for said in dates:
                meant = disagrees(said, days)
                if meant is not None:
                    yield self._wrong(timeline, form, said.said, meant)

    def _check_title(
        self, timeline: Timeline, form: Form, days: Sequence[date]
    ) -> Iterator[Diagnostic]:
        """Tell what the title of a day says otherwise than the day's date."""
        day = timeline.event.days[int(form.at[1])].date
        dates = find_dates(form.text)
        wrong = [(said, meant) for said in dates if (meant := disagrees(said, days)) is not None]
        for said, meant in wrong:
            yield self._wrong(timeline, form, said.said, meant)
        if wrong or not is_plausible(day):
            return
        weekday = starts_with_weekday(form.text)
        if starts_with_date(form.text, dates) and is_of_another_day(dates, day):
            headline = Message.of("`{said}` is not the date of the day", said=dates[0].said)
            where = Where() / "days" / form.at[1] / "date"
            related = (Related(where, Message.of("the date of the day")),)
            advice = Message.of("correct the title or the date")
            yield self.found(Where(form.at), headline, help=advice, related=related)
        elif not dates and weekday is not None and weekday != day.weekday():
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
    years more than ten away. It is told once for a text. It is a question: a text may well speak
    of the last edition.

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
        """Tell every text with a date that looks like one of an earlier edition, once."""
        days = days_of(timeline)
        for form in timeline.with_figures if days else ():
            dates = find_dates(form.text) if may_say_year(form.text) else []
            said = next((said for said in dates if _is_of_another_edition(said, days)), None)
            if said is None or (_titles_day(form) and _is_told(timeline, form, dates)):
                continue
            headline = Message.of("`{said}` is of another year than the event", said=said.said)
            advice = Message.of("correct the year, unless another edition is meant")
            yield self.found(Where(form.at), headline, help=advice)


def _titles_day(form: Form) -> bool:
    """Tell whether a text is the title of a day."""
    return form.at[0] == "days" and form.key == "title"


def _is_told(timeline: Timeline, form: Form, dates: Sequence[SaidDate]) -> bool:
    """Tell whether the title of a day is held to have another date than the day."""
    day = timeline.event.days[int(form.at[1])].date
    is_its_own = starts_with_date(form.text, dates)
    return is_its_own and is_plausible(day) and is_of_another_day(dates, day)


def _is_of_another_edition(said: SaidDate, days: Sequence[date]) -> bool:
    """Tell whether a date is left over from another year, and its weekday does not tell already."""
    return (
        said.year is not None
        and disagrees(said, days) is None
        and is_left_over(said, said.year, days)
    )
