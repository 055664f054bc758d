"""Steps of a registration after it was made: approval, offers, and leaving."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import takewhile
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

import attrs

from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId, SessionId
from partenariats.model.registration.registrations import Attendee, Registration, RegistrationState
from partenariats.registration.errors import ChangedError, WrongStateError
from partenariats.registration.plan import Plan
from partenariats.registration.states import Step, can, follows

State = RegistrationState
SETTLED: Final = frozenset({State.CONFIRMED, State.ATTENDED})
"""States of registrations that are nobody's to decide any more."""
Leave: TypeAlias = Callable[[Plan, Attendee, SessionId | None, int | None], None]


def cancel(plan: Plan, attendee: Attendee, session: SessionId | None, version: int | None) -> None:
    """Cancel everything of an attendee, or one session, and promote whoever waits."""
    own = _chosen(plan, attendee, session, Step.CANCEL)
    _check_version(own, session, version)
    _leave(plan, attendee, own, State.CANCELLED)


def leave_all(plan: Plan, attendee: Attendee) -> None:
    """Cancel whatever an attendee can still give up, and promote whoever waits."""
    own = plan.registrations_of(attendee.id)
    _leave(plan, attendee, [item for item in own if can(item.state, Step.CANCEL)], State.CANCELLED)


def refuse(plan: Plan, attendee: Attendee, session: SessionId | None, version: int | None) -> None:
    """Refuse what waits for approval or for a place, with all that was asked for besides."""
    own = _chosen(plan, attendee, session, Step.REFUSE)
    _check_version(own, session, version)
    _leave(plan, attendee, own, State.REFUSED)


def confirm(plan: Plan, attendee: Attendee, session: SessionId | None) -> None:
    """Approve what waits for approval and accept what is offered, unless the offer expired."""
    late = [item for item in _of(plan, attendee, session) if _is_late(plan, item)]
    expire(plan)
    found = _of(plan, attendee, session)
    ready = [
        item for item in found if can(item.state, Step.APPROVE) or can(item.state, Step.ACCEPT)
    ]
    if not ready and late:
        raise _expired(plan, attendee, late[0])
    if not ready:
        raise wrong(attendee.id, sorted(found, key=lambda item: item.state in SETTLED))
    if session is not None:
        check_is_at_the_event(plan, attendee.id)
    for item in ready:
        plan.move(item, attrs.evolve(item, state=State.CONFIRMED, until=None))
    plan.settle_drafts(item for item in ready if item.session is None)


def promote(plan: Plan, sessions: Iterable[SessionId]) -> None:
    """Take back the offers that expired, and give free places to those who wait."""
    expire(plan)
    # whoever waits for a session comes before those who only now get a place at the event
    for session in (*sessions, None):
        plan.promote(session)


def expire(plan: Plan) -> None:
    """Send those whose offer expired to the end of the list, and offer the place to the next."""
    expired = list(takewhile(lambda item: _is_late(plan, item), plan.backend.offered()))
    for item in expired:
        plan.expire(item)
    freed = dict.fromkeys(item.session for item in expired)
    for session in sorted(freed, key=lambda session: session is None):
        plan.promote(session)


def _is_late(plan: Plan, item: Registration) -> bool:
    return item.state is State.OFFERED and item.until is not None and item.until <= plan.now


def _of(plan: Plan, attendee: Attendee, session: SessionId | None) -> list[Registration]:
    """Return all registrations of an attendee, or that for a session."""
    own = plan.registrations_of(attendee.id)
    return [item for item in own if session is None or item.session == session]


def check_is_at_the_event(plan: Plan, attendee: AttendeeId) -> Registration:
    """Return the registration to the event; raise where it is not confirmed yet."""
    (event,) = (item for item in plan.registrations_of(attendee) if item.session is None)
    if event.state not in SETTLED:
        raise WrongStateError(
            "the registration of `{id}` to the event comes first: it is {state}",
            id=attendee,
            state=Message.of(event.state.value),
            advice=Message.of("confirm that one"),
        )
    return event


def _leave(plan: Plan, attendee: Attendee, own: list[Registration], state: State) -> None:
    for item in own:
        # a session that was confirmed by itself is not refused any more: it is given up
        end = state if follows(item.state, state) else State.CANCELLED
        plan.move(item, attrs.evolve(item, state=end, position=None, until=None))
    if any(item.session is None for item in own) and attendee.email:
        plan.releases.append(f"email:{attendee.email.casefold()}")
    # whoever waits for a session comes before those who only now get a place at the event
    for item in sorted(own, key=lambda item: item.session is None):
        # those who wait on in a group may fit in now that it is smaller
        if item.state.holds or item.state is State.WAITLISTED:
            plan.promote(item.session)


def _chosen(
    plan: Plan, attendee: Attendee, session: SessionId | None, step: Step
) -> list[Registration]:
    """Return what a step starts from: one session, or all that goes with the event."""
    found = _of(plan, attendee, session)
    asked = [item for item in found if item.session == session]
    if not asked or not can(asked[0].state, step):
        raise wrong(attendee.id, asked)
    return [item for item in found if can(item.state, Step.CANCEL)]


def _check_version(own: list[Registration], session: SessionId | None, version: int | None) -> None:
    (asked,) = (item for item in own if item.session == session)
    if version is not None and asked.version != version:
        raise ChangedError(
            "it was changed since: it is version {found}, not {version}",
            found=asked.version,
            version=version,
            advice=Message.of("look at it again first"),
        )


def _expired(plan: Plan, attendee: Attendee, item: Registration) -> WrongStateError:
    zone = ZoneInfo(plan.event.timezone)
    until = item.until.astimezone(zone) if item.until is not None else plan.now
    return WrongStateError(
        "the place was held for `{id}` until {until}",
        id=attendee.id,
        until=f"{until:%Y-%m-%d %H:%M}",
        advice=Message.of("whoever waits next gets it with `partenariats registration promote`"),
    )


def wrong(attendee: AttendeeId, found: list[Registration]) -> WrongStateError:
    """Say that nothing starts from how a registration stands."""
    if not found:
        return WrongStateError("`{id}` is not registered for that", id=attendee)
    return WrongStateError(
        "`{id}` cannot do that: it is {state}",
        id=attendee,
        state=Message.of(found[0].state.value),
    )
