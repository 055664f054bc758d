"""The instants at which registration opens and closes."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from partenariats.model.clock import ClockFault, find_zone, settle
from partenariats.model.deadline import Deadline
from partenariats.model.event import Event
from partenariats.model.programme import Programme


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
    zone: ZoneInfo | None = find_zone(event.timezone)
    first = min((day.date for day in event.days), default=None)
    if first is None or zone is None:
        return None
    return settle(first - timedelta(days=deadline.days), deadline.time, zone)
