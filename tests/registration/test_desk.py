"""The desk: its verbs, whom it tells, and what it does when others are quicker."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import attrs
import pytest

from partenariats.builtin.backends.memory import MemoryBackend, Store
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.registration_backend import Declined, Reason
from partenariats.model.registration.deadline import Deadline
from partenariats.model.registration.registrations import Door
from partenariats.model.registration.registrations import RegistrationState as State
from partenariats.registration.changing import AttendeeChange
from partenariats.registration.committing import TRIES
from partenariats.registration.errors import (
    BusyError,
    ClosedError,
    FullError,
    UnknownAttendeeError,
)
from partenariats.testing.backends.desks import programme_with, request_of
from partenariats.testing.backends.stores import AT


class Busy(MemoryBackend):
    """Decline some batches as if others were quicker."""

    def __init__(self, declines, reason=Reason.STALE):
        super().__init__(NoOptions(), "example", Path(), Store())
        self.declines = 0
        self.then = declines
        self.reason = reason
        self.batches = []

    def commit(self, batch):
        """Decline as often as is asked for."""
        self.batches.append(batch)
        if self.declines:
            self.declines -= 1
            return Declined(reason=self.reason, what="event")
        return super().commit(batch)


@pytest.mark.parametrize(
    "reason", [Reason.STALE, Reason.QUEUE_MOVED, Reason.FULL, Reason.ROOM_LEFT]
)
@pytest.mark.parametrize("declines", [0, 1, TRIES - 1])
def test_a_plan_is_worked_out_anew(make_desk, declines, reason):
    """However often others are quicker, short of the last try, the request is entered once."""
    backend = Busy(declines, reason)
    desk = make_desk(backend)
    backend.declines = declines
    (made,) = desk.register(request_of("Ada"))
    assert [item.state for item in made.registrations] == [State.CONFIRMED]
    assert len(backend.batches) == 1 + declines + 1
    assert desk.verify() == ()


def test_a_desk_gives_up(make_desk):
    """After its last try it says so, and nothing is written."""
    backend = Busy(0)
    desk = make_desk(backend)
    backend.declines = TRIES
    before = list(desk.log())
    with pytest.raises(BusyError):
        desk.register(request_of("Ada"))
    assert (backend.declines, list(desk.log())) == (0, before)


def test_a_place_costs_one_commit_and_no_look(make_desk):
    """Where there is room, registering reads no quota and commits once."""

    class Blind(Busy):
        def quotas(self):
            raise AssertionError("it looked")

    backend = Busy(0)
    desk = make_desk(backend)
    backend.__class__ = Blind
    backend.batches.clear()
    desk.register(request_of("Ada", sessions=("a", "b")))
    assert len(backend.batches) == 1


def test_who_is_told_hears_once_of_what_was_made(make_desk, enter):
    """Each change is told once it is kept; what was refused is not told."""
    heard = []
    desk = attrs.evolve(
        make_desk(capacity=1, wait_list=False), tell=lambda made, event: heard.append((made, event))
    )
    (ada,) = enter(desk, "A", sessions=("a",))
    with pytest.raises(FullError):
        enter(desk, "B")
    desk.cancel(ada, "a")
    told = [[(one.session, one.state.value) for one in made] for made, _ in heard]
    assert told == [[(None, "confirmed"), ("a", "confirmed")], [("a", "cancelled")]]
    assert {event for _, event in heard} == {desk.programme}


def test_what_telling_raises_hides_no_change(make_desk, states):
    """The change is made and answered; the error is a warning."""

    def raise_it(_made, _programme):
        raise RuntimeError("boom")

    desk = attrs.evolve(make_desk(), tell=raise_it)
    with pytest.warns(UserWarning, match="boom"):
        (made,) = desk.register(request_of("Ada"))
    assert states(desk, made.attendee.id) == {None: "confirmed"}


def test_registration_is_opened_and_closed_by_hand(make_desk, clock):
    """By hand goes before the declared dates, until they are followed again."""
    desk = make_desk(opens=Deadline(at=AT + timedelta(hours=1)))
    with pytest.raises(ClosedError):
        desk.register(request_of("Ada"))
    desk.open("early birds")
    desk.register(request_of("Ada"))
    desk.close()
    clock.at = AT + timedelta(hours=2)
    with pytest.raises(ClosedError):
        desk.register(request_of("Bob"))
    desk.follow_dates()
    desk.register(request_of("Bob"))
    by_hand = [e.change for e in desk.log() if isinstance(e.change.subject, Door)]
    assert [(one.why, one.subject.is_open) for one in by_hand] == [
        ("early birds", True),
        ("", False),
        ("", None),
    ]


def test_who_was_registered_is_answered_after_the_end(make_desk):
    """A request that was answered once is answered again when registration is closed."""
    desk = make_desk()
    request = request_of("Ada", key="k")
    made = desk.register(request)
    desk.close()
    assert desk.register(request) == made


def test_nobody_is_known_before_it_registers(make_desk):
    """Every verb about an attendee tells that there is none."""
    desk = make_desk()
    for ask in (desk.show, desk.cancel, desk.refuse, desk.confirm, desk.check_in):
        with pytest.raises(UnknownAttendeeError):
            ask("p-nobody")
    with pytest.raises(UnknownAttendeeError):
        desk.change("p-nobody", AttendeeChange())


def test_lists_choose_by_state_and_session(make_desk, enter):
    """The event's states without a session; the roster holds who comes, by name."""
    desk = make_desk(capacity=2, a=1)
    (zoe,), (ada,), (bob,) = (enter(desk, name, sessions=("a",)) for name in ("Zoe", "Ada", "Bob"))

    def listed(*states, session=None):
        found = desk.list(states=frozenset(map(State, states)), session=session)
        return {line.attendee.id for line in found}

    assert listed() == {zoe, ada, bob}
    assert listed("confirmed") == {zoe, ada}
    assert listed("confirmed", "attended", session="a") == {zoe}
    assert listed("waitlisted") == {bob}
    assert listed(session="b") == set()
    assert [line.attendee.name for line in desk.roster().lines] == ["Ada", "Zoe"]


def test_the_log_says_who_and_why(make_desk, enter):
    """It is given whole, or for one attendee."""
    desk = make_desk()
    ada, bob = enter(desk, "Ada")[0], enter(desk, "Bob")[0]
    desk.cancel(ada, why="ill")
    own = [entry.change for entry in desk.log(ada)]
    assert [(one.by, one.why) for one in own] == [("k", ""), ("k", ""), ("k", "ill")]
    of_nobody = len(desk.status())
    assert list(desk.log())[of_nobody:] == sorted(
        [*desk.log(ada), *desk.log(bob)], key=lambda entry: entry.number
    )


def test_promotion_takes_offers_back_and_fills_what_is_free(make_desk, enter, states, clock):
    """Nothing to do changes nothing."""
    desk = make_desk(capacity=1, offer=timedelta(hours=1))
    (ada,), (bob,) = enter(desk, "A"), enter(desk, "B")
    assert desk.promote() == ()
    desk.cancel(ada)
    clock.at = AT + timedelta(hours=2)
    (again,) = desk.promote(why="nightly")
    assert (again.attendee, again.state) == (bob, State.OFFERED)
    assert (again.until, again.position) == (AT + timedelta(hours=3), None)
    assert states(desk, bob) == {None: "offered"}


def test_what_the_store_never_counted_is_counted_before_anybody_registers(make_desk, enter, states):
    """A session added to the event file has its capacity, without `init`."""
    desk = make_desk()
    store = desk.backend._store
    del store.quotas["session:a"]
    later = attrs.evolve(desk, programme=programme_with(a=1))
    people = [enter(later, name, sessions=("a",))[0] for name in "AB"]
    assert [states(later, one)["a"] for one in people] == ["confirmed", "waitlisted"]
