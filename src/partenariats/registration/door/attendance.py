"""From check-ins to what people attended, half-day by half-day, and when they came."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from partenariats.model.ids import AttendeeId, SessionId
from partenariats.model.programme import Programme
from partenariats.model.registration.attendance import Attendance, AttendanceLine
from partenariats.model.registration.registrations import CheckIn
from partenariats.registration.door.entries import live
from partenariats.registration.door.half_days import HalfDay, HalfDays


def attendance(
    programme: Programme, half_days: HalfDays, check_ins: Iterable[CheckIn]
) -> Mapping[AttendeeId, Attendance]:
    """Return what each attendee came to; what was undone is left out.

    An entry to the event counts for the half-day in which it falls, or for the next that begins
    that day; one to a session for the session and its half-day.
    """
    came: dict[AttendeeId, list[CheckIn]] = defaultdict(list)
    for one in live(check_ins):
        came[one.attendee].append(one)
    return {
        attendee: Attendance(attendee=attendee, lines=_lines(programme, half_days, own))
        for attendee, own in came.items()
    }


def arrivals(
    half_days: HalfDays, check_ins: Iterable[CheckIn]
) -> Mapping[tuple[datetime, SessionId | None], int]:
    """Count who came in each hour, in the event's zone, to the event and to each session."""
    counts = Counter(
        (
            one.at.astimezone(half_days.zone).replace(minute=0, second=0, microsecond=0),
            one.session,
        )
        for one in live(check_ins)
    )
    return {key: counts[key] for key in sorted(counts, key=lambda key: (key[0], key[1] or ""))}


def _lines(
    programme: Programme, half_days: HalfDays, own: Iterable[CheckIn]
) -> tuple[AttendanceLine, ...]:
    attended: dict[HalfDay, set[SessionId]] = defaultdict(set)
    for one in own:
        if one.session is None:
            half_day = half_days.at(one.at)
            if half_day is not None:
                attended.setdefault(half_day, set())
        elif one.session in half_days.of_session:
            attended[half_days.of_session[one.session]].add(one.session)
    lines = []
    for half_day in sorted(attended, key=lambda one: (one.start, one.end)):
        day, block = half_day.day, half_day.block
        lines.append(AttendanceLine(day=day, block=block, minutes=half_day.minutes))
        for session in sorted(attended[half_day], key=lambda one: programme.session(one).start):
            minutes = _minutes(programme, session)
            lines.append(AttendanceLine(day=day, block=block, session=session, minutes=minutes))
    return tuple(lines)


def _minutes(programme: Programme, session: SessionId) -> int | None:
    item = programme.session(session)
    if item.end is None:
        return None
    return int(item.end.timestamp() - item.start.timestamp()) // 60
