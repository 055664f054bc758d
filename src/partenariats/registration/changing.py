"""Changes of an attendee, and of the sessions it registered for."""

from __future__ import annotations

import attrs

from partenariats.language.message import Message
from partenariats.model.ids import AudienceId, PersonId, SessionId
from partenariats.model.registration.registrations import (
    Attendee,
    Registration,
    RegistrationState,
    quota_of,
    quota_of_audience,
)
from partenariats.model.table import Table
from partenariats.registration.entering import full
from partenariats.registration.errors import ChangedError, WrongStateError
from partenariats.registration.plan import Plan
from partenariats.registration.requests.admission import check_domain
from partenariats.registration.requests.consents import check_consents, with_consents
from partenariats.registration.requests.entrants import attendee_of
from partenariats.registration.requests.request import ConsentAnswer, Entrant
from partenariats.registration.sessions import Sessions
from partenariats.registration.states import Step, can
from partenariats.registration.wishes.wishing import wished_ids

State = RegistrationState


@attrs.frozen(kw_only=True)
class AttendeeChange:
    """Say what becomes of an attendee; what is left out stays as it is."""

    name: str | None = None
    email: str | None = None
    """An empty text takes the address away."""
    organization: str | None = None
    audience: AudienceId | None = None
    answers: Table | None = None
    """All answers anew."""
    person: PersonId | None = None
    """Who it is in the programme; an empty text says that it is nobody."""
    wishes: tuple[str, ...] | None = None
    """All wishes anew: ids of workshops and themes, the first choice first."""
    add: tuple[SessionId, ...] = ()
    """Sessions to register for besides."""
    drop: tuple[SessionId, ...] = ()
    """Sessions to give up."""
    consents: tuple[ConsentAnswer, ...] = ()
    """Consents given or taken back."""


def change(
    plan: Plan, sessions: Sessions, attendee: Attendee, asked: AttendeeChange, version: int | None
) -> None:
    """Plan a change; raise `ChangedError` where the attendee has another version by now."""
    if version is not None and attendee.version != version:
        raise ChangedError(
            "it was changed since: it is version {found}, not {version}",
            found=attendee.version,
            version=version,
            advice=Message.of("look at it again first"),
        )
    own = {item.session: item for item in plan.registrations_of(attendee.id)}
    event = own.get(None)
    if event is None or event.state in {State.CANCELLED, State.REFUSED}:
        raise WrongStateError(
            "`{id}` cannot be changed: it is {state}",
            id=attendee.id,
            state=Message.of(event.state.value if event else State.CANCELLED.value),
        )
    # who meanwhile leaves the event, or gets a place at it, writes another version of this
    plan.move(event, event)
    _change_attendee(plan, attendee, asked, event)
    is_moved = asked.audience not in {None, attendee.audience}
    due = sessions.required.get(asked.audience, ()) if asked.audience and is_moved else ()
    # what is given up and asked for at once stays as it is
    _drop(plan, attendee, tuple(one for one in asked.drop if one not in asked.add), own)
    _check_times(sessions, attendee, asked.add, own)
    _add(plan, attendee, (*due, *asked.add), own)
    if is_moved:
        # a place of the former audience is free; and there may be one for whoever waits as another
        plan.promote(None)


def _change_attendee(
    plan: Plan, attendee: Attendee, asked: AttendeeChange, event: Registration
) -> None:
    new = _changed(plan, attendee, asked)
    # a plan without another version still finds out that somebody else made one meanwhile
    new = attrs.evolve(new, version=attendee.version + 1)
    answers = check_consents(plan.event, asked.consents)
    plan.write_attendee(with_consents(plan.event, new, answers, plan.now))
    before, after = ((one.email or "").casefold() for one in (attendee, new))
    if before != after:
        # whoever registered before the domains changed is bound to them with a new address only
        check_domain(plan.settings, new.email)
        if before:
            plan.releases.append(f"email:{before}")
        if after:
            plan.claims[f"email:{after}"] = attendee.id
    if new.audience is not None and new.audience != attendee.audience:
        key = quota_of_audience(new.audience)
        if event.state.holds and not plan.quota(key).has_room(1):
            raise full(key)
        plan.move_audience(event, attendee, new)


def _changed(plan: Plan, attendee: Attendee, asked: AttendeeChange) -> Attendee:
    """Return an attendee as it is to be, with what others gave it."""
    kept = Entrant(
        name=attendee.name if asked.name is None else asked.name,
        email=attendee.email if asked.email is None else asked.email or None,
        organization=attendee.organization
        if asked.organization is None
        else asked.organization or None,
        audience=asked.audience or attendee.audience,
        answers=attendee.answers if asked.answers is None else asked.answers,
    )
    # kept wishes are looked at again only where they or the part are said anew: a workshop that was
    # taken out of the event file keeps nobody from changing an address
    is_said = asked.person is not None or asked.wishes is not None
    if is_said:
        kept = attrs.evolve(
            kept,
            person=attendee.person if asked.person is None else asked.person or None,
            wishes=wished_ids(attendee) if asked.wishes is None else asked.wishes,
        )
    checked = attendee_of(plan.event, kept, attendee.id)
    return attrs.evolve(
        checked,
        person=checked.person if is_said else attendee.person,
        wishes=checked.wishes if is_said else attendee.wishes,
        working_groups=attendee.working_groups,
        consents=attendee.consents,
    )


def _drop(
    plan: Plan,
    attendee: Attendee,
    drop: tuple[SessionId, ...],
    own: dict[SessionId | None, Registration],
) -> None:
    for session in dict.fromkeys(drop):
        item = own.get(session)
        if item is None or not can(item.state, Step.CANCEL):
            raise WrongStateError(
                "`{id}` is not registered for `{session}`", id=attendee.id, session=session[:60]
            )
        own[session] = attrs.evolve(item, state=State.CANCELLED, position=None, until=None)
        plan.move(item, own[session])
        plan.promote(session)


def _check_times(
    sessions: Sessions,
    attendee: Attendee,
    wanted: tuple[SessionId, ...],
    own: dict[SessionId | None, Registration],
) -> None:
    """Raise where a wanted session is unknown, or takes place during one that was chosen."""
    must = set(sessions.required.get(attendee.audience, ())) if attendee.audience else set()
    # a session that left the programme stays registered for, and is in nobody's way
    kept = (
        session
        for session in _live(own)
        if session is not None and session in sessions.times and session not in must
    )
    sessions.check([*kept, *wanted])


def _live(own: dict[SessionId | None, Registration]) -> set[SessionId | None]:
    gone = {State.CANCELLED, State.REFUSED}
    return {session for session, item in own.items() if item.state not in gone}


def _add(
    plan: Plan,
    attendee: Attendee,
    wanted: tuple[SessionId, ...],
    own: dict[SessionId | None, Registration],
) -> None:
    new = [session for session in dict.fromkeys(wanted) if session not in _live(own)]
    for session in new:
        before = own.get(session)
        blank = Registration(attendee=attendee.id, session=session, state=State.DRAFT, at=plan.now)
        item = blank if before is None else attrs.evolve(before, group=None)
        if own[None].state in {State.WAITLISTED, State.OFFERED}:
            plan.move(before, attrs.evolve(item, state=State.DRAFT, position=None))
        elif not plan.settle([(before, item)]) and not plan.settings.wait_list:
            raise full(quota_of(session))
