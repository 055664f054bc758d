"""Ten thousand things that a desk may be asked for, in any order, over a back-end."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from typing import Any, ClassVar, Final

import attrs
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from partenariats.model.ids import AttendeeId, AudienceId, SessionId
from partenariats.registration.capacities import declared
from partenariats.registration.changing import AttendeeChange
from partenariats.registration.errors import RegistrationError
from partenariats.registration.requests.request import Entrant, Request
from partenariats.testing.backends import expected
from partenariats.testing.backends.desks import desk_over, programme_with
from partenariats.testing.backends.expected import Seen
from partenariats.testing.backends.stores import AT, State, StoreTests
from partenariats.testing.strategies import inherited

SESSIONS: Final = tuple(SessionId(name) for name in "abc")
NOBODY: Final[frozenset[AttendeeId]] = frozenset()

_sessions = st.lists(st.sampled_from(SESSIONS), unique=True, max_size=3).map(tuple)
_entrants = st.lists(
    st.tuples(
        st.sampled_from([None, AudienceId("student"), AudienceId("member")]),
        st.booleans(),
    ),
    min_size=1,
    max_size=3,
)
_limits = st.fixed_dictionaries(
    {
        "capacity": st.none() | st.integers(0, 5),
        "student": st.integers(0, 3),
        "a": st.integers(0, 3),
        "b": st.integers(0, 3),
    }
)
_who = st.integers(0, 30)


class DeskMachine(RuleBasedStateMachine):
    """Ask a desk for things in any order, and look after each whether all is as it must be."""

    tests: ClassVar[StoreTests]

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        self.store = self._open.enter_context(self.tests.opened())
        self.now = AT
        self.people: list[AttendeeId] = []
        self.requests: list[Request] = []
        self.last = 0

    def teardown(self) -> None:
        """Close the store."""
        self._open.close()

    @initialize(
        limits=_limits,
        approval=st.booleans(),
        waits=st.sampled_from([True, True, True, False]),
        offer=st.none() | st.just(timedelta(hours=3)),
    )
    def begin(self, limits: dict[str, Any], offer: Any, *, approval: bool, waits: bool) -> None:
        """Open registration for an event with some settings."""
        self.settings = {"approval": approval, "wait_list": waits, "offer": offer}
        self._use(limits)
        self.desk.init()
        self.seen = self._look()

    @rule(limits=_limits)
    def set_capacities(self, limits: dict[str, Any]) -> None:
        """Change the capacities in the event file."""
        self._use(limits)
        self._do(self.desk.update_capacities, NOBODY)

    @rule(entrants=_entrants, sessions=_sessions)
    def register(self, entrants: list[tuple[Any, bool]], sessions: tuple[SessionId, ...]) -> None:
        """Register somebody, or a group."""
        number = len(self.requests)
        request = Request(
            key=f"key-{number}",
            entrants=tuple(
                Entrant(
                    name=f"Person {number}-{n}",
                    email=f"p{number}.{n}@example.org" if with_email else None,
                    audience=audience,
                    sessions=sessions,
                )
                for n, (audience, with_email) in enumerate(entrants)
            ),
        )
        fits = self.seen.has_room(None, [audience for audience, _ in entrants])
        made = self._do(lambda: self.desk.register(request), NOBODY, new=True)
        if made is None:
            assert not self.settings["wait_list"]
            return
        self.requests.append(request)
        self.people += [item.attendee.id for item in made]
        expected.check_answer(made, sessions, fits=fits)

    @precondition(lambda self: self.requests)
    @rule(number=_who)
    def send_again(self, number: int) -> None:
        """Send a request that was answered once more."""
        request = self.requests[number % len(self.requests)]
        again = self.desk.register(request)
        assert [item.attendee.name for item in again] == [one.name for one in request.entrants]
        assert self._look() == self.seen

    @precondition(lambda self: self.people)
    @rule(number=_who, session=st.none() | st.sampled_from(SESSIONS))
    def cancel(self, number: int, session: SessionId | None) -> None:
        """Cancel everything of somebody, or a session."""
        own = self._who(number)
        if self._do(lambda: self.desk.cancel(own, session), {own}) is not None:
            gone = self.seen.states[own, session]
            assert gone.state is State.CANCELLED

    @precondition(lambda self: self.people)
    @rule(number=_who, session=st.none() | st.sampled_from(SESSIONS))
    def confirm(self, number: int, session: SessionId | None) -> None:
        """Approve what waits for approval, or accept what is offered."""
        own = self._who(number)
        self._do(lambda: self.desk.confirm(own, session), {own}, late=True)

    @precondition(lambda self: self.people)
    @rule(number=_who)
    def refuse(self, number: int) -> None:
        """Refuse somebody."""
        own = self._who(number)
        if self._do(lambda: self.desk.refuse(own), {own}) is not None:
            states = [item.state for thing, item in self.seen.states.items() if thing[0] == own]
            assert not any(state.holds and state is not State.ATTENDED for state in states)

    @precondition(lambda self: self.people)
    @rule(number=_who, session=st.none() | st.sampled_from(SESSIONS))
    def check_in(self, number: int, session: SessionId | None) -> None:
        """Note that somebody came."""
        own = self._who(number)
        self._do(lambda: self.desk.check_in(own, session), {own})

    @precondition(lambda self: self.people)
    @rule(number=_who, session=st.none() | st.sampled_from(SESSIONS))
    def undo_check_in(self, number: int, session: SessionId | None) -> None:
        """Note that somebody did not come after all."""
        own = self._who(number)
        self._do(lambda: self.desk.undo_check_in(own, session), {own})

    @precondition(lambda self: self.people)
    @rule(
        number=_who,
        add=_sessions,
        drop=_sessions,
        audience=st.sampled_from([None, AudienceId("student"), AudienceId("member")]),
    )
    def change(self, number: int, add: Any, drop: Any, audience: AudienceId | None) -> None:
        """Change the sessions and the audience of somebody."""
        own = self._who(number)
        asked = AttendeeChange(add=add, drop=drop, audience=audience)
        self._do(lambda: self.desk.change(own, asked), {own})

    @rule(hours=st.integers(0, 4))
    def promote(self, hours: int) -> None:
        """Let time go by, and promote whoever waits."""
        self.now += timedelta(hours=hours)
        self._do(self.desk.promote, NOBODY, late=True)

    @rule(crash=st.booleans())
    def open_again(self, *, crash: bool) -> None:
        """Close the store, or die; and open it again."""
        if crash:
            self.store.drop()
        else:
            self.store.close()
        self._use(self.limits)
        assert self._look() == self.seen

    @invariant()
    def all_is_as_it_must_be(self) -> None:
        """Check that the journal agrees with the store, and holds only steps of the states."""
        if hasattr(self, "seen"):
            assert self.desk.verify() == ()
            self.last = expected.check_steps(self.desk.backend, self.last)

    def _use(self, limits: dict[str, Any]) -> None:
        self.limits = limits
        self.programme = programme_with(**limits, **self.settings)
        self.desk = desk_over(self.store.instance(), self.programme, lambda: self.now)

    def _who(self, number: int) -> AttendeeId:
        return self.people[number % len(self.people)]

    def _look(self) -> Seen:
        return Seen.of(self.desk.backend, declared(self.programme))

    def _do(
        self,
        work: Callable[[], Any],
        own: frozenset[AttendeeId] | set[AttendeeId],
        *,
        late: bool = False,
        new: bool = False,
    ) -> Any:
        """Do something, and compare what was before and is after; return nothing if refused."""
        before = self.seen
        try:
            result = work()
        except RegistrationError:
            assert self._look() == attrs.evolve(before, capacities=declared(self.programme))
            return None
        self.seen = after = self._look()
        if new:
            own = after.attendees.keys() - before.attendees.keys()
        expected.check_others(before, after, frozenset(own), late=late)
        expected.check_places(before, after)
        expected.check_order(before, after)
        expected.check_nobody_waits_in_vain(after)
        return result


class RandomRunTests(StoreTests):
    """Hold the test of everything at random."""

    random_run: ClassVar[settings] = settings(inherited, max_examples=200, stateful_step_count=50)
    """How many runs, of how many steps each."""

    def test_any_run_of_a_desk_agrees_with_a_model(self) -> None:
        """Whatever is asked in whatever order, places are counted and given as they must be."""
        machine = type("Machine", (DeskMachine,), {"tests": self})
        run_state_machine_as_test(machine, settings=self.random_run)
