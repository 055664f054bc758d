"""What does not fit together when doors come back: clocks, and entries that contradict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from typing import ClassVar, Final, TypeAlias

import attrs

from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId, EventId, SessionId
from partenariats.model.registration.registrations import CheckIn, Registration
from partenariats.registration.door.entries import live, order, twin
from partenariats.registration.door.half_days import HalfDays
from partenariats.registration.door.journals import DoorJournal
from partenariats.registration.door.sealed import DoorFileError
from partenariats.registration.leaving import SETTLED

TOLERANCE: Final = timedelta(minutes=2)
"""By how much clocks may differ before it is told."""
_MINUTE: Final = timedelta(minutes=1)
Registered: TypeAlias = Mapping[AttendeeId, Mapping[SessionId | None, Registration]]


class ClockError(DoorFileError):
    """The clock of a door was certainly wrong; nothing was merged."""

    code: ClassVar[str] = "clock"


class NoDoorError(DoorFileError):
    """A clock is told of a door whose file is not there."""

    code: ClassVar[str] = "no-door"


class OtherEventFileError(DoorFileError):
    """A door file is that of another event."""

    code: ClassVar[str] = "other-event"


@attrs.frozen(kw_only=True)
class Conflict:
    """Say what does not fit; everything is noted as the doors told it."""

    code: str
    attendee: AttendeeId | None
    message: Message


def check_event(journal: DoorJournal, event: EventId) -> None:
    """Raise `OtherEventFileError` where a door file is not that of an event."""
    if journal.header.event != event:
        raise OtherEventFileError(
            "{file}: this is a door file of the event `{other}`",
            file=journal.name,
            other=journal.header.event,
            advice=Message.of("merge it into that event"),
        )


def on_time(journal: DoorJournal, now: datetime, minutes: Mapping[str, int]) -> tuple[CheckIn, ...]:
    """Return the check-ins of a door, by the clock of the desk.

    `minutes` says by how much the clocks of some doors are put forward; raise `ClockError` where
    one of another door was certainly wrong: before it was opened it let in nobody, nor after now.
    """
    header = journal.header
    if header.door in minutes:
        shift = minutes[header.door] * _MINUTE
        return tuple(attrs.evolve(one, at=one.at + shift) for one in journal.check_ins)
    if not journal.lines:
        return ()
    first = min(journal.lines, key=lambda line: line.check_in.at)
    last = max(journal.lines, key=lambda line: line.check_in.at)
    slow, fast = header.opened - first.check_in.at, last.check_in.at - now
    if slow > TOLERANCE:
        raise _wrong_clock(
            Message.of(
                "{place}: the clock of door {door} is slow by {minutes} minutes at least: it let "
                "somebody in before it was opened",
                place=first.place,
                door=header.door,
                minutes=slow // _MINUTE,
            ),
            header.door,
            slow // _MINUTE,
        )
    if fast > TOLERANCE:
        raise _wrong_clock(
            Message.of(
                "{place}: the clock of door {door} is fast by {minutes} minutes at least: it let "
                "somebody in after now",
                place=last.place,
                door=header.door,
                minutes=fast // _MINUTE,
            ),
            header.door,
            -(fast // _MINUTE),
        )
    return journal.check_ins


def clock_steps(journal: DoorJournal) -> Iterator[Conflict]:
    """Tell where the clock of a door was put back while people came in."""
    for before, after in pairwise(journal.lines):
        step = before.check_in.at - after.check_in.at
        if step > TOLERANCE:
            message = Message.of(
                "{place}: the clock of door {door} went back by {minutes} minutes here",
                place=after.place,
                door=journal.header.door,
                minutes=step // _MINUTE,
            )
            yield Conflict(code="clock-put-back", attendee=None, message=message)


def conflicts(
    merged: Iterable[CheckIn],
    known: Iterable[CheckIn],
    registered: Registered,
    half_days: HalfDays,
) -> tuple[Conflict, ...]:
    """Return what does not fit in what doors told, together with all that was noted elsewhere.

    It is the same in whatever order the doors were merged.
    """
    told = {one.key: one for one in merged}
    everything: dict[AttendeeId, dict[str, CheckIn]] = defaultdict(dict)
    for one in (*known, *told.values()):
        everything[one.attendee][one.key] = one
    found: list[Conflict] = []
    for attendee in sorted({one.attendee for one in told.values()}):
        own = sorted(everything[attendee].values(), key=order)
        found += _of_person(attendee, own, told, registered.get(attendee, {}), half_days)
    return tuple(found)


def _of_person(
    attendee: AttendeeId,
    own: list[CheckIn],
    told: Mapping[str, CheckIn],
    registered: Mapping[SessionId | None, Registration],
    half_days: HalfDays,
) -> Iterator[Conflict]:
    if not registered:
        message = Message.of(
            "`{id}` came in, and is not registered any more: left out", id=attendee
        )
        yield Conflict(code="unknown", attendee=attendee, message=message)
        return
    sessions = dict.fromkeys(one.session for one in own if one.key in told and one.session)
    found = (
        *_standing(attendee, sessions, registered, half_days),
        *_twins(own, told, half_days),
        *_undone(own, told, half_days),
    )
    for code, message in found:
        yield Conflict(code=code, attendee=attendee, message=message)


def _standing(
    attendee: AttendeeId,
    sessions: Iterable[SessionId],
    registered: Mapping[SessionId | None, Registration],
    half_days: HalfDays,
) -> Iterator[tuple[str, Message]]:
    """Tell who gave up meanwhile what they came to, and what is not in the programme."""
    event = registered.get(None)
    if event is not None and event.state not in SETTLED:
        state = Message.of(event.state.value)
        message = "`{id}` came in, and its registration is {state}"
        yield "gone", Message.of(message, id=attendee, state=state)
    for session in sessions:
        if session not in half_days.of_session:
            message = "`{id}` came to `{session}`, which is not in the programme any more"
            yield "unknown-session", Message.of(message, id=attendee, session=session)
        elif session not in registered or registered[session].state not in SETTLED:
            message = "`{id}` came to `{session}`, and is not registered for it any more"
            yield "gone", Message.of(message, id=attendee, session=session)


def _twins(
    own: Iterable[CheckIn], told: Mapping[str, CheckIn], half_days: HalfDays
) -> Iterator[tuple[str, Message]]:
    """Tell who came in twice."""
    there = live(own)
    for index, one in enumerate(there):
        before = twin(one, there[:index], half_days)
        if before is not None and (one.key in told or before.key in told):
            yield "twice", _about_two(_TWICE, before, one, half_days)


def _undone(
    own: Iterable[CheckIn], told: Mapping[str, CheckIn], half_days: HalfDays
) -> Iterator[tuple[str, Message]]:
    """Tell whose entry was undone at one door, and stands at another."""
    by_key = {one.key: one for one in own}
    for undo in by_key.values():
        mistake = by_key.get(undo.undoes or "")
        other = twin(mistake, by_key.values(), half_days) if mistake is not None else None
        if mistake is None or other is None or mistake.door == other.door:
            continue
        if undo.key in told or other.key in told:
            yield "undone", _about_two(_UNDONE, mistake, other, half_days)


_TWICE: Final = "`{id}` came in twice: at {time} at door {door}, and at {later} at door {other}"
_UNDONE: Final = (
    "`{id}` came in at {time} at door {door}, which was undone, and at {later} at door {other}, "
    "which stands"
)


def _about_two(template: str, one: CheckIn, other: CheckIn, half_days: HalfDays) -> Message:
    times = [f"{item.at.astimezone(half_days.zone):%Y-%m-%d %H:%M}" for item in (one, other)]
    return Message.of(
        template,
        id=one.attendee,
        time=times[0],
        door=one.door or "–",
        later=times[1],
        other=other.door or "–",
    )


def _wrong_clock(message: Message, door: str, minutes: int) -> ClockError:
    return ClockError(
        "{headline}",
        headline=message,
        advice=Message.of(
            "say by how many minutes it was slow, below 0 where it was fast: "
            "`--clock {door}={minutes}`; `--clock {door}=0` takes its times as they are",
            door=door,
            minutes=minutes,
        ),
    )
