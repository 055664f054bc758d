"""The instants at which registration opens and closes."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from partenariats.model.clock import ClockFault, settle
from partenariats.model.deadline import Deadline
from partenariats.model.programme import Programme


def instant_of(programme: Programme, deadline: Deadline | None) -> int | None:
    """Return when a deadline is, in seconds since the epoch; nothing where there is none.

    One before the event is counted from its first day; an hour that the clocks leave out, or show
    twice, is a fault that rule `REG004` tells, and no deadline.
    """
    if deadline is None:
        return None
    if deadline.at is not None:
        return int(deadline.at.timestamp())
    days = [day.date for day in programme.event.days]
    if not days:
        return None
    day = min(days) - timedelta(days=deadline.days)
    found = settle(day, deadline.time, ZoneInfo(programme.event.timezone))
    return None if isinstance(found, ClockFault) else found


def closing_of(programme: Programme) -> int | None:
    """Return when registration closes, in seconds since the epoch; nothing where it never does.

    Where nothing is declared, it closes when the first session begins.
    """
    declared = programme.event.registration.closes
    if declared is not None:
        return instant_of(programme, declared)
    starts = [item.start.timestamp() for item in programme.sessions]
    return int(min(starts)) if starts else None
