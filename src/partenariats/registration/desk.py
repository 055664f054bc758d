"""The desk at which people register: every verb of registration, over any back-end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias
from warnings import warn

import attrs

from partenariats.interfaces.registration_backend import RegistrationBackend
from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId, SessionId
from partenariats.model.programme import Programme
from partenariats.model.registration.registrations import (
    Attendee,
    CheckIn,
    Door,
    Exported,
    JournalEntry,
    Quota,
    Registration,
    RegistrationState,
    Roster,
    RosterLine,
)
from partenariats.registration import capacities, changing, entering, leaving
from partenariats.registration.committing import CAPACITIES, Signed, commit, count_new
from partenariats.registration.door.checking_in import CheckingIn
from partenariats.registration.door.rosters import roster_of
from partenariats.registration.errors import UnknownAttendeeError
from partenariats.registration.personal import erasing
from partenariats.registration.personal.access import Access, access_to, of_whom
from partenariats.registration.personal.exports import exports_of, exports_with
from partenariats.registration.personal.retention import due_fields
from partenariats.registration.plan import Occasion, Plan
from partenariats.registration.requests.admission import check_open
from partenariats.registration.requests.request import Registered, Request
from partenariats.registration.requests.signature import clean_by, clean_why
from partenariats.registration.sessions import Sessions
from partenariats.registration.verifying import Difference, differences

if TYPE_CHECKING:  # who registers people needs nothing of allocation
    from partenariats.registration.wishes.rounds import Round
    from partenariats.registration.wishes.terms import Allocated, AllocationTerms

Told: TypeAlias = Callable[[tuple[Registration, ...], Programme], object]


def _tell_nobody(_changed: tuple[Registration, ...], _programme: Programme) -> None:
    """Keep changes to the desk."""


@attrs.frozen(kw_only=True)
class RegistrationDesk:
    """Register people for an event, and change what they registered for.

    Every verb does all it says, or raises an error of `registration.errors`, or `BackendError`,
    with nothing changed.
    """

    programme: Programme
    backend: RegistrationBackend[Any]
    now: Callable[[], datetime]
    """Gives the present moment, with a zone."""
    new_key: Callable[[], str]
    """Gives a key that was never given before."""
    tell: Told = _tell_nobody
    """Hears of registrations that changed; what it raises becomes a Python warning."""
    by: str = ""
    """Who is at the desk: it enters the journal with each change, as `why` does.

    Either is made a plain line first; what cannot be shown or is too long is refused.
    """
    _sessions: Sessions = attrs.field(
        init=False, default=attrs.Factory(lambda self: Sessions.of(self.programme), takes_self=True)
    )
    doors: CheckingIn = attrs.field(
        init=False,
        eq=False,
        repr=False,
        default=attrs.Factory(
            lambda self: CheckingIn(self.programme, self.backend), takes_self=True
        ),
    )
    """What the doors noted."""
    _counted: set[str] = attrs.field(init=False, factory=set[str], eq=False)
    """Keys of the quotas that the store is known to count."""

    def init(self) -> None:
        """Make the store, or bring it up to this version, and set the declared capacities."""
        self.backend.prepare()
        self.update_capacities()

    def update_capacities(self) -> tuple[Registration, ...]:
        """Set the capacities that the event declares; return those promoted to new places."""
        return self._do(CAPACITIES, lambda plan: capacities.set_declared(plan, self.programme))

    def open(self, why: str = "") -> None:
        """Open registration now, whatever dates are declared."""
        self._set_door(is_open=True, why=why)

    def close(self, why: str = "") -> None:
        """Close registration now, whatever dates are declared."""
        self._set_door(is_open=False, why=why)

    def follow_dates(self, why: str = "") -> None:
        """Let registration open and close on the declared dates again."""
        self._set_door(is_open=None, why=why)

    def check_open(self) -> None:
        """Raise `ClosedError` unless people may register now."""
        check_open(self.programme, self.backend.door(), self.now())

    def register(self, request: Request, why: str = "") -> tuple[Registered, ...]:
        """Register one or several persons for the event and for sessions of it.

        Whoever finds no place waits for one, where that is declared. Raise a `RegistrationError`
        where registration is closed or full, or the request is not as it should be.
        """
        key = request.key or self.new_key()
        entry = entering.Entry.of(self.programme, self._sessions, request, key)
        before = entry.done(self.backend) if request.key else None
        if before is not None:
            return before
        self.check_open()

        entry = entry.answered(self.programme.event, self.now())
        try:
            return entry.made(self._do(why, entry.enter))
        except entering.AlreadyEnteredError:
            return entry.done(self.backend) or entry.answer(self.backend)

    def change(
        self,
        attendee: AttendeeId,
        change: changing.AttendeeChange,
        *,
        why: str = "",
        version: int | None = None,
    ) -> Registered:
        """Change what is known of an attendee, or the sessions it registered for.

        Raise `ChangedError` where `version` is given and the attendee has another by now.
        """
        self._do(
            why,
            lambda plan: changing.change(
                plan, self._sessions, self._known(attendee), change, version
            ),
        )
        return self.show(attendee)

    def cancel(
        self,
        attendee: AttendeeId,
        session: SessionId | None = None,
        *,
        why: str = "",
        version: int | None = None,
    ) -> tuple[Registration, ...]:
        """Cancel everything of an attendee, or one session; whoever waits is promoted at once."""
        self._check_thing(attendee, session)
        return self._leave(attendee, leaving.cancel, session, why, version)

    def refuse(self, attendee: AttendeeId, *, why: str = "") -> tuple[Registration, ...]:
        """Refuse a registration that waits for approval or for a place, with all its sessions."""
        return self._leave(attendee, leaving.refuse, None, why, None)

    def confirm(
        self, attendee: AttendeeId, session: SessionId | None = None, *, why: str = ""
    ) -> tuple[Registration, ...]:
        """Approve what waits for approval and accept what is offered: all of it, or a session."""
        self._check_thing(attendee, session)
        return self._do(why, lambda plan: leaving.confirm(plan, self._known(attendee), session))

    def check_in(
        self,
        attendee: AttendeeId,
        session: SessionId | None = None,
        *,
        door: str = "",
        why: str = "",
    ) -> tuple[Registration, ...]:
        """Note that an attendee came, to the event or to a session and so to the event.

        Raise `AlreadyInError` where it came in before, in the same half-day or to that session.
        """
        return self._at_door(self.doors.check_in, attendee, session, door, why)

    def undo_check_in(
        self,
        attendee: AttendeeId,
        session: SessionId | None = None,
        *,
        door: str = "",
        why: str = "",
    ) -> tuple[Registration, ...]:
        """Note that the last entry of an attendee, to the event or to a session, was a mistake."""
        return self._at_door(self.doors.undo, attendee, session, door, why)

    def note_check_ins(
        self, check_ins: Iterable[CheckIn], *, why: str = ""
    ) -> tuple[Registration, ...]:
        """Note what doors without a network and sheets tell, all of it at once, each fact once.

        What is about nobody that is registered is left out.
        """
        made = tuple(check_ins)
        return self._do(why, lambda plan: self.doors.note(plan, made))

    def promote(self, *, why: str = "") -> tuple[Registration, ...]:
        """Take back the offers that expired, and give free places to those who wait."""
        return self._do(why, lambda plan: leaving.promote(plan, self._sessions.ids))

    def allocate(
        self,
        round_: Round,
        terms: AllocationTerms | None = None,
        *,
        why: str = "",
        dry_run: bool = False,
    ) -> Allocated:
        """Give workshops, or working groups, to those who wish for them, as well as can be.

        `round_` is one of `wishes.rounds.rounds_of`. All is made in one batch, or nothing where it
        is only tried; made again, it changes nothing. Raise `ContradictionError` where the sizes
        of workshops cannot be had, `MissingSolverError` where the terms need a solver.
        """
        from partenariats.registration.wishes.allocation import allocate
        from partenariats.registration.wishes.terms import AllocationTerms

        made: list[Allocated] = []

        def plan_round(plan: Plan) -> None:
            asked = terms or AllocationTerms()
            made.append(allocate(plan, self.programme, self._sessions, round_, asked))

        if dry_run:
            occasion = Occasion(at=self.now(), by=self.by, why=why)
            plan_round(Plan(self.backend, self.programme.event, occasion))
            return made[-1]
        changed = self._do(why, plan_round)
        own = tuple(item for item in changed if item.session is not None)
        return attrs.evolve(made[-1], changed=own)

    def show(self, attendee: AttendeeId) -> Registered:
        """Return an attendee with its registrations; raise `UnknownAttendeeError`."""
        found = self._known(attendee)
        own = self.backend.registrations_of(attendee)
        return Registered(attendee=found, registrations=own)

    def list(
        self,
        *,
        states: frozenset[RegistrationState] = frozenset(),
        session: SessionId | None = None,
    ) -> Iterator[RosterLine]:
        """Give attendees with their registrations, by id; those of some states, or of a session.

        Without a session the states are those of the registration to the event.
        """
        for line in self.backend.roster():
            own = [item for item in line.registrations if item.session == session]
            if any(not states or item.state in states for item in own):
                yield line

    def roster(self) -> Roster:
        """Return those who come, by name: badges, sheets and letters take it."""
        lines = self.list(states=leaving.SETTLED)
        return roster_of(self.programme, self.doors, lines)

    def status(self) -> Mapping[str, Quota]:
        """Return the counted places, by key."""
        return self.backend.quotas()

    def log(self, attendee: AttendeeId | None = None) -> Iterator[JournalEntry]:
        """Give the journal, or what it holds of one attendee."""
        for entry in self.backend.journal():
            if attendee is None or of_whom(entry) == attendee:
                yield entry

    def verify(self) -> tuple[Difference, ...]:
        """Rebuild the present state from the journal; return where the store differs from it.

        What is changed while it looks may be taken for a difference.
        """
        return tuple(differences(self.backend))

    def access(self, attendee: AttendeeId) -> Access:
        """Return everything that is kept of an attendee (GDPR, article 15)."""
        return access_to(self.backend, self._known(attendee))

    def note_export(self, exported: Exported, *, why: str = "") -> None:
        """Enter in the journal what was handed to whom."""
        self._do(why, lambda plan: plan.note_export(exported))

    def erase(self, attendee: AttendeeId, *, why: str = "") -> erasing.Erased:
        """Take whoever an attendee is out of everything that is kept (GDPR, article 17).

        Before the event is over, what it registered for is cancelled first. Its id, states, times
        and audience stay, so that counts do and the journal still verifies. Exported files that may
        hold it are deleted where they are as they were written. It can be asked for again, as after
        a `BackendError` that says that the store is in use. Raise `InvalidRequestError` for a `why`
        that names whoever it is.
        """
        erasing.check_reason(self._known(attendee), why)
        handed = exports_of(self.backend, attendee)
        changed = self._do(why, lambda plan: erasing.erase(plan, self._known(attendee)))
        self.backend.forget()
        return erasing.discarded(self.backend, handed, erasing.Erased(changed=changed))

    def purge(self, *, why: str = "", dry_run: bool = False) -> erasing.Erased:
        """Take out of everything that is kept what is due by its retention, sensitive fields first.

        A dry run says of how many each field would be erased. Exported files are deleted as for
        `erase`.
        """
        due = due_fields(self.programme.event, self.now())
        people: dict[str, int] = {}
        for fields in due:
            holders = erasing.Holders.of(self.backend, fields)
            people |= holders.people
            for part in () if dry_run else holders.parts():
                self._do(why, partial(erasing.purge, people=part, fields=fields))
        if dry_run or not any(due):
            return erasing.Erased(people=people)
        self.backend.forget()
        handed = exports_with(self.backend, frozenset().union(*due))
        return erasing.discarded(self.backend, handed, erasing.Erased(people=people))

    def _known(self, attendee: AttendeeId) -> Attendee:
        found = self.backend.attendee(attendee)
        if found is None:
            raise UnknownAttendeeError(
                "nobody is registered under `{id}`",
                id=attendee[:60],
                advice=Message.of("`partenariats registration list` shows the ids"),
            )
        return found

    def _check_thing(self, attendee: AttendeeId, session: SessionId | None) -> None:
        """Raise where a session is neither in the programme nor one that was registered for."""
        if session is not None and session not in self._sessions.times:
            own = self.backend.registrations_of(attendee)
            if all(item.session != session for item in own):
                self._sessions.check((session,))

    def _at_door(
        self,
        step: Callable[[Plan, CheckIn], None],
        attendee: AttendeeId,
        session: SessionId | None,
        door: str,
        why: str,
    ) -> tuple[Registration, ...]:
        self._known(attendee)
        self._check_thing(attendee, session)
        key = self.new_key()

        def fill(plan: Plan) -> None:
            made = CheckIn(key=key, attendee=attendee, session=session, at=plan.now, door=door)
            step(plan, made)

        return self._do(why, fill)

    def _leave(
        self,
        attendee: AttendeeId,
        leave: leaving.Leave,
        session: SessionId | None,
        why: str,
        version: int | None,
    ) -> tuple[Registration, ...]:
        return self._do(why, lambda plan: leave(plan, self._known(attendee), session, version))

    def _set_door(self, *, is_open: bool | None, why: str) -> None:
        self._do(why, lambda plan: plan.set_door(Door(is_open=is_open)))

    def _do(self, why: str, fill: Callable[[Plan], object]) -> tuple[Registration, ...]:
        """Commit what `fill` plans, and tell of it."""
        signed = Signed(by=clean_by(self.by), why=clean_why(why), now=self.now)
        count_new(self.backend, self.programme, signed, self._counted)
        changed = commit(self.backend, self.programme, signed, fill)
        if changed:
            self._tell(changed)
        return changed

    def _tell(self, changed: tuple[Registration, ...]) -> None:
        """Tell of what was changed, which stands whatever becomes of the telling."""
        try:
            self.tell(changed, self.programme)
        except Exception as error:  # noqa: BLE001  # a plain callable may raise anything
            warn(f"`tell` raised {error!r}; what it was told of is kept", stacklevel=4)
