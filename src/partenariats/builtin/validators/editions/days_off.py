"""Days on which most people are at home."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from partenariats.builtin.validators.editions.french_holidays import french_holidays
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.clock import is_plausible
from partenariats.model.event import Event
from partenariats.model.timeline import Timeline

SATURDAY: Final = 5


@attrs.frozen(kw_only=True)
class DayOffOptions:
    """Say which days off are told."""

    weekend: bool = True
    """Whether Saturdays and Sundays are told, besides public holidays."""


_FIXED: Final = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
_MOVABLE: Final = {
    0: (((3, 23), (4, 26)), ((5, 11), (6, 14))),
    3: (((4, 30), (6, 3)),),
}
"""By weekday, the first and the last month and day of holidays that follow Easter."""


class DayOff(Validator[DayOffOptions]):
    """A day of the event is a public holiday, or at a weekend.

    ## What it says

    A day is a public holiday in France, a Saturday or a Sunday. Public holidays are looked up for
    events in France: those whose `country` is `FR`, and those without one in the zone
    `Europe/Paris`. They need a library: run `pip install "partenariats[holidays]"`; without it
    only weekends are told. It is told once for a date.

    ## Why it matters

    Trains are full, venues closed, and some who were to come will not.

    ## Example

    ```toml
    [[days]]
    id = "samedi"
    date = 2022-03-26
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25
    ```

    ## Options

    `weekend` tells Saturdays and Sundays, which is so where it is not given; with
    `weekend = false` only public holidays are told.
    """

    code = "EDN003"
    name = "day-off"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every date that is off, once."""
        event = timeline.event
        years = {day.date.year for day in event.days if _may_be_holiday(day.date)}
        holidays = french_holidays(years) if years and _is_in_france(event) else {}
        first = {day.date: index for index, day in reversed(list(enumerate(event.days)))}
        for index, day in enumerate(event.days):
            if not is_plausible(day.date) or first[day.date] != index:
                continue
            where = Where() / "days" / index / "date"
            advice = Message.of("make sure that those who are to come can")
            if day.date in holidays:
                headline = Message.of(
                    "`{id}` is a public holiday: {name}", id=day.id, name=holidays[day.date]
                )
                yield self.found(where, headline, help=advice)
            elif self.options.weekend and day.date.weekday() == SATURDAY:
                yield self.found(where, Message.of("`{id}` is a Saturday", id=day.id), help=advice)
            elif self.options.weekend and day.date.weekday() > SATURDAY:
                yield self.found(where, Message.of("`{id}` is a Sunday", id=day.id), help=advice)


def _may_be_holiday(day: date) -> bool:
    """Tell whether a French holiday can fall on a day: asking the library takes a while."""
    span = _MOVABLE.get(day.weekday(), ())
    return is_plausible(day) and (
        (day.month, day.day) in _FIXED
        or any(first <= (day.month, day.day) <= last for first, last in span)
    )


def _is_in_france(event: Event) -> bool:
    """Tell whether an event is held in France; its zone says so where it names no country."""
    if event.country is None:
        return event.timezone == "Europe/Paris"
    return event.country.upper() == "FR"
