"""Until when personal data is kept."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs

from partenariats.model.event import Event
from partenariats.registration.personal.fields import Field, fields_of


@attrs.frozen(kw_only=True)
class Due:
    """Say from which day on a field is not to be kept any more."""

    field: Field
    on: date


def last_day(event: Event) -> date | None:
    """Return the last day of an event, if it has days."""
    return max((day.date for day in event.days), default=None)


def due_dates(event: Event) -> tuple[Due, ...]:
    """Return when each field is due whose retention is declared, sensitive ones first, by day."""
    last = last_day(event)
    if last is None:
        return ()
    found = (
        Due(field=one, on=one.use.retention.end_after(last) + timedelta(days=1))
        for one in fields_of(event)
        if one.use.retention is not None
    )
    return tuple(sorted(found, key=lambda due: (not due.field.use.sensitive, due.on)))


def due_fields(event: Event, now: datetime) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the fields that are due: sensitive ones, then the others."""
    day = today(event, now)
    due = [one.field for one in due_dates(event) if one.on <= day]
    sensitive, others = (
        frozenset(one.name for one in due if one.use.sensitive is is_sensitive)
        for is_sensitive in (True, False)
    )
    return sensitive, others


def today(event: Event, now: datetime) -> date:
    """Return which day it is where the event takes place."""
    return now.astimezone(ZoneInfo(event.timezone)).date()


def is_over(event: Event, now: datetime) -> bool:
    """Tell whether the last day of an event is past."""
    last = last_day(event)
    return last is not None and today(event, now) > last
