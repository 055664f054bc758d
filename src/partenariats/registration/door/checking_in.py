"""Steps at the door: somebody comes in, or did not after all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

import attrs

from partenariats.interfaces.registration_backend import RegistrationBackend
from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId
from partenariats.model.programme import Programme
from partenariats.model.registration.registrations import CheckIn, Registration, RegistrationState
from partenariats.registration.door.entries import Entries, live, twin
from partenariats.registration.door.half_days import HalfDays
from partenariats.registration.errors import WrongStateError
from partenariats.registration.leaving import SETTLED, check_is_at_the_event, wrong
from partenariats.registration.plan import Plan

State = RegistrationState


class AlreadyInError(WrongStateError):
    """Somebody came in already; `check_in` says when, and at which door."""

    code: ClassVar[str] = "already-in"

    def __init__(self, check_in: CheckIn, zone: ZoneInfo) -> None:
        super().__init__(
            "`{id}` came in already: at {time}, at door {door}"
            if check_in.door
            else "`{id}` came in already: at {time}",
            id=check_in.attendee,
            time=f"{check_in.at.astimezone(zone):%Y-%m-%d %H:%M}",
            door=check_in.door,
            advice=Message.of("a mistake is taken back with `--undo`"),
        )
        self.check_in: CheckIn = check_in


class CheckingIn:
    """Plan what happens at the doors of an event."""

    def __init__(self, programme: Programme, backend: RegistrationBackend[Any]) -> None:
        self._programme = programme
        self.entries: Entries = Entries(backend)

    @cached_property
    def half_days(self) -> HalfDays:
        """Give the half-days of the event."""
        return HalfDays.of(self._programme)

    def check_ins(self) -> tuple[CheckIn, ...]:
        """Return all that doors noted by now, what was undone included."""
        return tuple(one for own in self.entries.all().values() for one in own.values())

    def unknown(self, check_ins: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
        """Return the entries that were not noted before, nor another of the same time."""
        known = self.entries.all()
        return tuple(
            made
            for made in check_ins
            if made.key not in known.get(made.attendee, {})
            and twin(made, known.get(made.attendee, {}).values(), self.half_days) is None
        )

    def check_in(self, plan: Plan, made: CheckIn) -> None:
        """Note that somebody came in now; raise `AlreadyInError`, or where it has no place."""
        own = {item.session: item for item in plan.registrations_of(made.attendee)}
        item = own.get(made.session)
        if item is None or item.state not in SETTLED:
            raise wrong(made.attendee, [] if item is None else [item])
        if made.session is not None:
            check_is_at_the_event(plan, made.attendee)
        # whoever did not come yet has nothing in the journal that counts: it is not read
        is_new = all(item.state is not State.ATTENDED for item in own.values())
        known = () if is_new else self.entries.of(made.attendee)
        before = twin(made, known, self.half_days)
        if before is not None:
            raise AlreadyInError(before, self.half_days.zone)
        self._note(plan, own.values(), known, [made])

    def undo(self, plan: Plan, made: CheckIn) -> None:
        """Note that the last entry of somebody was a mistake; raise where there is none."""
        own = plan.registrations_of(made.attendee)
        known = self.entries.of(made.attendee)
        there = [one for one in live(known) if one.session == made.session]
        if not there:
            raise WrongStateError(
                "`{id}` did not come in",
                id=made.attendee,
                advice=Message.of("`partenariats registration log FILE` shows who did"),
            )
        self._note(plan, own, known, [attrs.evolve(made, undoes=there[-1].key)])

    def note(self, plan: Plan, check_ins: Iterable[CheckIn]) -> None:
        """Note what doors and sheets tell, but for what was noted before and strangers."""
        new: dict[AttendeeId, list[CheckIn]] = defaultdict(list)
        for one in check_ins:
            if plan.backend.owner(claim_of(one.key)) is None:
                new[one.attendee].append(one)
        own = {attendee: plan.registrations_of(attendee) for attendee in new}
        known = self.entries.all()
        for attendee, made in new.items():
            if own[attendee]:
                self._note(plan, own[attendee], known.get(attendee, {}).values(), made)

    def _note(
        self,
        plan: Plan,
        own: Iterable[Registration],
        known: Iterable[CheckIn],
        made: list[CheckIn],
    ) -> None:
        """Enter check-ins, and let the registrations of their attendee stand as all of them say.

        The registrations were read before the journal: who enters something meanwhile makes them
        stale, so that the plan is worked out anew.
        """
        for one in made:
            plan.note(one, claim_of(one.key))
        sessions = {one.session for one in live((*known, *made))}
        for item in own:
            if item.state not in SETTLED:
                continue
            came = bool(sessions) if item.session is None else item.session in sessions
            state = State.ATTENDED if came else State.CONFIRMED
            # that to the event gets a version each time: of two doors at once, one looks again
            if item.session is None or item.state is not state:
                plan.move(item, attrs.evolve(item, state=state))


def claim_of(key: str) -> str:
    """Return the name that a check-in claims, so that it is entered once."""
    return f"check-in:{key}"
