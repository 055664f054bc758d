"""The instants at which registration opens and closes."""

from __future__ import annotations

from datetime import date, timedelta

from partenariats.model.clock import ClockFault, find_zone, settle
from partenariats.model.event import Event
from partenariats.model.programme import Programme
from partenariats.model.registration.deadline import Deadline


def instant_of(programme: Programme, deadline: Deadline | None) -> int | None:
    """Return when a deadline is, in seconds since the epoch; nothing where there is none.

    One before the event is counted from its first day; an hour that the clocks leave out, or show
    twice, is a fault that rule `REG005` tells, and no deadline.
    """
    found = settle_deadline(programme.event, deadline) if deadline is not None else None
    return None if isinstance(found, ClockFault) else found


def settle_deadline(event: Event, deadline: Deadline) -> int | ClockFault | None:
    """Return when a deadline is, in seconds since the epoch, or why its hour is no instant.

    Nothing where it is counted from a day and the event has none, or no zone that is known.
    """
    if deadline.at is not None:
        return int(deadline.at.timestamp())
    day, zone = day_of(event, deadline), find_zone(event.timezone)
    return None if day is None or zone is None else settle(day, deadline.time, zone)


def day_of(event: Event, deadline: Deadline) -> date | None:
    """Return the day of a deadline that is counted from the first day of the event, if any."""
    first = min((day.date for day in event.days), default=None)
    return None if first is None else first - timedelta(days=deadline.days)


def closing_of(programme: Programme) -> int | None:
    """Return when registration closes, in seconds since the epoch; nothing where it never does.

    Where nothing is declared, it closes when the first session begins.
    """
    declared = programme.event.registration.closes
    if declared is not None:
        return instant_of(programme, declared)
    starts = [item.start.timestamp() for item in programme.sessions]
    return int(min(starts)) if starts else None
