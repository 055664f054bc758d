"""Changes of an attendee and of its sessions."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from partenariats.builtin.backends.memory import MemoryBackend
from partenariats.interfaces.options import NoOptions
from partenariats.model.programme import Programme
from partenariats.model.registration.settings import Access
from partenariats.model.timeline import Timeline
from partenariats.registration.changing import AttendeeChange
from partenariats.registration.errors import (
    ChangedError,
    EmailTakenError,
    FullError,
    InvalidRequestError,
    NotAdmittedError,
    UnknownSessionError,
    WrongStateError,
)
from partenariats.testing.backends.desks import programme_with


def test_what_is_left_out_stays(make_desk, enter):
    """A name is changed, and an empty text takes an address away."""
    desk = make_desk()
    (ada,) = enter(desk, "Ada", email="ada@example.org", organization="X", audience="member")
    changed = desk.change(ada, AttendeeChange(name="Ada L.", email="")).attendee
    assert (changed.name, changed.email, changed.organization, changed.audience) == (
        "Ada L.",
        None,
        "X",
        "member",
    )
    assert changed.version == 2
    assert enter(desk, "Other", email="ada@example.org")


def test_an_address_of_another_is_refused(make_desk, enter):
    """An address changes hands only when it is free."""
    desk = make_desk()
    (ada,), (bob,) = (
        enter(desk, "A", email="a@example.org"),
        enter(desk, "B", email="b@example.org"),
    )
    with pytest.raises(EmailTakenError):
        desk.change(bob, AttendeeChange(email="A@example.org"))
    desk.change(ada, AttendeeChange(email="c@example.org"))
    assert desk.change(bob, AttendeeChange(email="A@example.org")).attendee.version == 2


def test_the_same_change_made_twice_at_once_is_made(make_desk, enter):
    """Who finds its own address taken by its own other change works it out anew."""
    desk = make_desk()
    (ada,) = enter(desk, "Ada")
    asked = AttendeeChange(email="ada@example.org")
    old = desk.backend.attendee(ada)
    desk.change(ada, asked)
    look = iter([old])
    early = lambda self, one: next(look, None) or MemoryBackend.attendee(self, one)  # noqa: E731  # one look
    desk.backend.__class__ = type("Early", (MemoryBackend,), {"attendee": early})
    assert desk.change(ada, asked).attendee.email == "ada@example.org"


def test_a_version_that_is_gone_is_told(make_desk, enter):
    """Who read version 1 does not overwrite version 2."""
    desk = make_desk()
    (ada,) = enter(desk, "Ada")
    desk.change(ada, AttendeeChange(name="One"), version=1)
    with pytest.raises(ChangedError):
        desk.change(ada, AttendeeChange(name="Two"), version=1)
    assert desk.show(ada).attendee.name == "One"


def test_sessions_are_added_and_dropped_at_once(make_desk, enter, states):
    """The place that is given up goes to who waits; what is dropped and added stays."""
    desk = make_desk(a=1)
    (ada,), (bob,) = enter(desk, "A", sessions=("a",)), enter(desk, "B", sessions=("a",))
    desk.change(ada, AttendeeChange(add=("a", "b"), drop=("a",)))
    assert states(desk, ada) == {None: "confirmed", "a": "confirmed", "b": "confirmed"}
    assert states(desk, bob)["a"] == "waitlisted"
    desk.change(ada, AttendeeChange(add=("c",), drop=("a",)))
    assert states(desk, ada)["a"] == "cancelled"
    assert (states(desk, ada)["c"], states(desk, bob)["a"]) == ("confirmed", "confirmed")
    assert desk.verify() == ()


def test_a_session_that_is_full_is_waited_for(make_desk, enter, states):
    """Or refused, where there is no wait list, with the whole change."""
    desk = make_desk(a=0)
    (ada,) = enter(desk, "A")
    desk.change(ada, AttendeeChange(add=("a",)))
    assert states(desk, ada) == {None: "confirmed", "a": "waitlisted"}
    strict = make_desk(a=0, wait_list=False)
    (bob,) = enter(strict, "B")
    with pytest.raises(FullError):
        strict.change(bob, AttendeeChange(name="Bobby", add=("a",)))
    assert strict.show(bob).attendee.name == "B"


def test_who_waits_for_the_event_adds_a_draft(make_desk, enter, states):
    """It gets its place with the one at the event."""
    desk = make_desk(capacity=1)
    (ada,), (bob,) = enter(desk, "A"), enter(desk, "B")
    desk.change(bob, AttendeeChange(add=("a",)))
    assert states(desk, bob) == {None: "waitlisted", "a": "draft"}
    desk.cancel(ada)
    assert states(desk, bob) == {None: "confirmed", "a": "confirmed"}


def test_another_audience_takes_its_places(make_desk, enter, states):
    """The former audience's place goes to who waits; a full audience is refused."""
    desk = make_desk(student=1)
    (ada,), (bob,) = (enter(desk, name, audience="student") for name in "AB")
    (eve,) = enter(desk, "E", audience="member")
    with pytest.raises(FullError):
        desk.change(eve, AttendeeChange(audience="student"))
    desk.change(ada, AttendeeChange(audience="member"))
    assert states(desk, bob) == {None: "confirmed"}
    taken = {key: quota.taken for key, quota in desk.status().items() if quota.taken}
    assert taken == {"event": 3, "audience:student": 1, "audience:member": 2}
    assert desk.verify() == ()


def test_who_waits_may_fit_as_another_audience(make_desk, enter, states):
    """A student beyond the students' places gets one as a member, and its sessions with it."""
    desk = make_desk(student=0)
    (ada,) = enter(desk, "A", audience="student", sessions=("a",))
    assert states(desk, ada) == {None: "waitlisted", "a": "draft"}
    desk.change(ada, AttendeeChange(audience="member", add=("b",)))
    assert states(desk, ada) == {None: "confirmed", "a": "confirmed", "b": "confirmed"}
    assert desk.verify() == ()


def test_another_audience_attends_what_it_must(make_desk, enter, states):
    """Sessions that are required for it are added, whatever takes place at the same time."""
    desk = make_desk()
    event = desk.programme.event
    clashing = attrs.evolve(
        event.sessions[0], id="must", required_for=("member",), capacity=None, room=None
    )
    more = attrs.evolve(event, sessions=(*event.sessions, clashing))
    desk = attrs.evolve(desk, programme=Programme.of(Timeline.of(more)))
    (ada,) = enter(desk, "A", audience="student", sessions=("a",))
    desk.change(ada, AttendeeChange(audience="member"))
    assert states(desk, ada) == {None: "confirmed", "a": "confirmed", "must": "confirmed"}
    desk.change(ada, AttendeeChange(name="Ada", add=("b",)))
    assert states(desk, ada)["b"] == "confirmed"


class Interrupted(MemoryBackend):
    """Let something be done between the plan and the commit of a batch."""

    then = None

    def commit(self, batch):
        """Do it once, before the batch."""
        then, self.then = self.then, None
        if then is not None:
            then()
        return super().commit(batch)


def test_a_session_is_added_to_no_registration_that_is_cancelled_meanwhile(
    make_desk, enter, states
):
    """Who leaves the event at the same moment holds no place in a session afterwards."""
    desk = make_desk(Interrupted(NoOptions(), "example", Path()))
    (ada,) = enter(desk, "A")
    desk.backend.then = lambda: desk.cancel(ada)
    with pytest.raises(WrongStateError):
        desk.change(ada, AttendeeChange(add=("a",)))
    assert (states(desk, ada), desk.status()["session:a"].taken) == ({None: "cancelled"}, 0)


def test_a_session_that_is_added_at_the_moment_of_promotion_is_decided_on(make_desk, enter, states):
    """It does not stay a draft of somebody who has a place at the event."""
    desk = make_desk(Interrupted(NoOptions(), "example", Path()), capacity=1)
    (ada,), (bob,) = enter(desk, "A"), enter(desk, "B")
    desk.backend.then = lambda: desk.cancel(ada)
    desk.change(bob, AttendeeChange(add=("a",)))
    assert states(desk, bob) == {None: "confirmed", "a": "confirmed"}
    assert desk.verify() == ()


def test_a_session_that_left_the_programme_is_in_nobodys_way(make_desk, enter):
    """Who registered for it may change its name, and give it up."""
    desk = make_desk()
    (ada,) = enter(desk, "A", sessions=("a",))
    event = desk.programme.event
    less = attrs.evolve(event, sessions=tuple(one for one in event.sessions if one.id != "a"))
    later = attrs.evolve(desk, programme=Programme.of(Timeline.of(less)))
    assert later.change(ada, AttendeeChange(name="Ada", drop=("a",))).attendee.name == "Ada"


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (AttendeeChange(drop=("a",)), WrongStateError),
        (AttendeeChange(add=("nowhere",)), UnknownSessionError),
        (AttendeeChange(audience="pilot"), InvalidRequestError),
        (AttendeeChange(name=" "), InvalidRequestError),
    ],
)
def test_a_change_that_cannot_be_is_refused_whole(make_desk, enter, change, error):
    """Nothing of it is kept."""
    desk = make_desk()
    (ada,) = enter(desk, "Ada")
    before = list(desk.log())
    with pytest.raises(error):
        desk.change(ada, change)
    assert list(desk.log()) == before


def test_who_cancelled_is_not_changed(make_desk, enter):
    """It registers anew instead."""
    desk = make_desk()
    (ada,) = enter(desk, "Ada")
    desk.cancel(ada)
    with pytest.raises(WrongStateError):
        desk.change(ada, AttendeeChange(name="Eve"))


def test_an_address_is_changed_within_the_domains(make_desk, enter):
    """Where access is by domain, the new address is at one of them; other changes are free."""
    desk = make_desk(access=Access.DOMAIN, domains=("example.org",))
    (ada,) = enter(desk, "A", email="a@example.org")
    with pytest.raises(NotAdmittedError):
        desk.change(ada, AttendeeChange(email="a@example.net"))
    narrower = attrs.evolve(
        desk, programme=programme_with(access=Access.DOMAIN, domains=("example.com",))
    )
    assert narrower.change(ada, AttendeeChange(name="Ada")).attendee.name == "Ada"
