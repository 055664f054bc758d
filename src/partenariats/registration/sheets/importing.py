"""Register everybody on a sheet: once, however often it is imported."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import attrs

from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId, SessionId
from partenariats.model.registration.registrations import RegistrationState
from partenariats.registration.desk import RegistrationDesk
from partenariats.registration.entering import request_claim
from partenariats.registration.errors import KeyReusedError, RegistrationError
from partenariats.registration.requests.request import Registered
from partenariats.registration.sheets.reading import Sheet, SheetRequest

_WAITING = frozenset({RegistrationState.WAITLISTED, RegistrationState.DRAFT})


class Fate(Enum):
    """Name what became of a request of a sheet."""

    REGISTERED = "registered"
    WAITING = "waiting"
    """For the event, or for a session of it."""
    ALREADY_THERE = "already there"
    REFUSED = "refused"


@attrs.frozen(kw_only=True)
class Outcome:
    """Say what became of the rows of one request, or what would."""

    lines: tuple[int, ...]
    names: tuple[str, ...]
    fate: Fate
    attendees: tuple[AttendeeId, ...] = ()
    waits_for: tuple[SessionId | None, ...] = ()
    """Things without a place: nothing stands for the event itself."""
    why: RegistrationError | None = None
    """Why it was refused."""


def import_sheet(desk: RegistrationDesk, sheet: Sheet, why: str = "") -> Iterator[Outcome]:
    """Register what a sheet asks for, request by request, and give what became of each.

    Each is made whole or not at all. One that is refused does not keep the next from being
    registered. Raise `ClosedError` before the first where registration is closed.
    """
    desk.check_open()
    for item in sheet.requests:
        yield _enter(desk, item, why)


def outcome_of(item: SheetRequest, fate: Fate, why: RegistrationError | None = None) -> Outcome:
    """Return what became of a request of which nothing more is known."""
    return Outcome(
        lines=item.lines,
        names=tuple(entrant.name for entrant in item.request.entrants),
        fate=fate,
        attendees=item.ids if fate is Fate.ALREADY_THERE else (),
        why=why,
    )


def is_there(desk: RegistrationDesk, item: SheetRequest) -> bool:
    """Tell whether everybody of a request is known by an id: a sheet that was exported here."""
    return bool(item.ids) and all(desk.backend.attendee(one) is not None for one in item.ids)


def used() -> KeyReusedError:
    """Say that a row was registered before, and says something else now."""
    return KeyReusedError(
        "this was registered before, and the sheet says something else now",
        advice=Message.of("change it with `partenariats registration change`"),
    )


def _enter(desk: RegistrationDesk, item: SheetRequest, why: str) -> Outcome:
    if is_there(desk, item):
        return outcome_of(item, Fate.ALREADY_THERE)
    was_there = desk.backend.owner(request_claim(item.request.key or "")) is not None
    try:
        registered = desk.register(item.request, why)
    except KeyReusedError:
        return outcome_of(item, Fate.REFUSED, used())
    except RegistrationError as error:
        return outcome_of(item, Fate.REFUSED, error)
    waits_for = _waits_for(registered)
    fate = Fate.WAITING if waits_for else Fate.REGISTERED
    return attrs.evolve(
        outcome_of(item, Fate.ALREADY_THERE if was_there else fate),
        attendees=tuple(one.attendee.id for one in registered),
        waits_for=waits_for,
    )


def _waits_for(registered: tuple[Registered, ...]) -> tuple[SessionId | None, ...]:
    waiting = (
        registration.session
        for one in registered
        for registration in one.registrations
        if registration.state in _WAITING
    )
    return tuple(dict.fromkeys(waiting))
