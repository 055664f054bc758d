"""Approval, offers, coming and leaving."""

from __future__ import annotations

from datetime import timedelta

import pytest

from partenariats.registration.errors import ChangedError, UnknownSessionError, WrongStateError
from partenariats.testing.backends.stores import AT

HOUR = timedelta(hours=1)


def test_who_leaves_makes_room_at_once(make_desk, enter, states):
    """Whoever waits first gets the place, and with it what it asked for besides."""
    desk = make_desk(capacity=1)
    (ada,), (bob,), (eve,) = (enter(desk, name, sessions=("a",)) for name in ("A", "B", "E"))
    changed = desk.cancel(ada, why="ill")
    assert {(item.attendee, item.session, item.state.value) for item in changed} == {
        (ada, None, "cancelled"),
        (ada, "a", "cancelled"),
        (bob, None, "confirmed"),
        (bob, "a", "confirmed"),
    }
    assert states(desk, eve) == {None: "waitlisted", "a": "draft"}
    assert [entry.change.why for entry in desk.log(bob)][-2:] == ["ill", "ill"]


def test_a_session_is_given_up_alone(make_desk, enter, states):
    """Its place goes to who waits for it; the event stays."""
    desk = make_desk(a=1)
    (ada,), (bob,) = enter(desk, "A", sessions=("a",)), enter(desk, "B", sessions=("a",))
    desk.cancel(ada, "a")
    assert states(desk, ada) == {None: "confirmed", "a": "cancelled"}
    assert states(desk, bob) == {None: "confirmed", "a": "confirmed"}


def test_a_group_is_promoted_whole_or_skipped(make_desk, enter, states):
    """One free place passes over two who wait together; the next two places are theirs."""
    desk = make_desk(capacity=3)
    holders = [enter(desk, name)[0] for name in ("A", "B", "C")]
    group = enter(desk, "D", "E")
    (single,) = enter(desk, "F")
    desk.cancel(holders[0])
    assert [states(desk, one)[None] for one in (*group, single)] == [
        "waitlisted",
        "waitlisted",
        "confirmed",
    ]
    desk.cancel(holders[1])
    assert states(desk, group[0]) == {None: "waitlisted"}
    desk.cancel(holders[2])
    assert [states(desk, one)[None] for one in group] == ["confirmed", "confirmed"]


def test_who_leaves_a_group_that_waits_makes_it_fit(make_desk, enter, states):
    """The rest of a group gets the one place that was too few for both."""
    desk = make_desk(capacity=1)
    one, other = enter(desk, "D", "E")
    desk.cancel(one)
    assert states(desk, other) == {None: "confirmed"}


def test_an_offer_is_accepted_or_goes_to_the_next(make_desk, enter, states, clock):
    """It is held to the very end of its time, and then its holder waits behind the others."""
    desk = make_desk(capacity=1, offer=HOUR)
    (ada,), (bob,), (eve,) = (enter(desk, name) for name in ("A", "B", "E"))
    desk.cancel(ada)
    (offered,) = desk.show(bob).registrations
    assert (offered.state.value, offered.until) == ("offered", AT + HOUR)
    clock.at = AT + HOUR - timedelta(seconds=1)
    assert desk.promote() == ()
    clock.at = AT + HOUR
    with pytest.raises(WrongStateError, match=r"was held for .* until 2026-01-02 05:04"):
        desk.confirm(bob)
    desk.promote()
    assert (states(desk, bob), states(desk, eve)) == ({None: "waitlisted"}, {None: "offered"})
    desk.confirm(eve)
    assert states(desk, eve) == {None: "confirmed"}
    assert [item.position for item in desk.show(bob).registrations] == [3]
    assert desk.verify() == ()


def test_an_offer_that_expired_is_renewed_where_nobody_else_waits(make_desk, enter, states, clock):
    """No place stays free while somebody waits for it, and whoever comes new waits behind."""
    desk = make_desk(a=1, offer=HOUR)
    (ada,), (bob,) = enter(desk, "A", sessions=("a",)), enter(desk, "B", sessions=("a",))
    desk.cancel(ada, "a")
    clock.at = AT + HOUR
    (again,) = desk.promote()
    assert (again.attendee, again.state.value, again.until) == (bob, "offered", AT + 2 * HOUR)
    (eve,) = enter(desk, "E", sessions=("a",))
    assert states(desk, eve) == {None: "confirmed", "a": "waitlisted"}
    clock.at = AT + 3 * HOUR
    desk.promote()
    assert (states(desk, bob)["a"], states(desk, eve)["a"]) == ("waitlisted", "offered")


def test_whose_offer_expired_may_accept_it_while_nobody_else_waits(make_desk, enter, states, clock):
    """The place is still free for it."""
    desk = make_desk(capacity=1, offer=HOUR)
    (ada,), (bob,) = enter(desk, "A"), enter(desk, "B")
    desk.cancel(ada)
    clock.at = AT + 5 * HOUR
    desk.confirm(bob)
    assert states(desk, bob) == {None: "confirmed"}


@pytest.mark.parametrize("verb", ["cancel", "confirm", "check_in"])
def test_a_session_that_is_not_there_is_said_so(make_desk, enter, verb):
    """It is unknown, and not only one that was not registered for."""
    desk = make_desk()
    (ada,) = enter(desk, "A")
    with pytest.raises(UnknownSessionError):
        getattr(desk, verb)(ada, "aa")


def test_drafts_wait_for_the_offer_to_be_accepted(make_desk, enter, states):
    """Sessions get their places once there is one at the event for good."""
    desk = make_desk(capacity=1, offer=HOUR)
    (ada,), (bob,) = enter(desk, "A"), enter(desk, "B", sessions=("a",))
    desk.cancel(ada)
    assert states(desk, bob) == {None: "offered", "a": "draft"}
    desk.confirm(bob)
    assert states(desk, bob) == {None: "confirmed", "a": "confirmed"}


def test_approval_confirms_everything_or_one_thing(make_desk, enter, states):
    """Whatever waits for approval is approved together; no session before the event."""
    desk = make_desk(approval=True)
    (ada,) = enter(desk, "A", sessions=("a", "b"))
    with pytest.raises(WrongStateError, match="to the event comes first: it is pending"):
        desk.confirm(ada, "a")
    assert states(desk, ada) == {None: "pending", "a": "pending", "b": "pending"}
    desk.confirm(ada)
    assert states(desk, ada) == {None: "confirmed", "a": "confirmed", "b": "confirmed"}
    with pytest.raises(WrongStateError):
        desk.confirm(ada)


def test_who_is_refused_loses_everything(make_desk, enter, states):
    """Its places go to whoever waits."""
    desk = make_desk(approval=True, a=1)
    (ada,), (bob,) = (enter(desk, name, sessions=("a", "b")) for name in "AB")
    desk.refuse(ada)
    assert states(desk, ada) == {None: "refused", "a": "refused", "b": "refused"}
    assert states(desk, bob) == {None: "pending", "a": "pending", "b": "pending"}
    assert desk.verify() == ()


def test_only_what_was_confirmed_is_checked_in(make_desk, enter, states):
    """Whoever is in a session is at the event; neither is noted twice, nor cancelled after."""
    desk = make_desk()
    (ada,), (bob,) = enter(desk, "A", sessions=("a",)), enter(desk, "B", sessions=("a",))
    desk.check_in(ada, "a")
    assert states(desk, ada) == {None: "attended", "a": "attended"}
    desk.check_in(bob)
    assert states(desk, bob) == {None: "attended", "a": "confirmed"}
    with pytest.raises(WrongStateError):
        desk.cancel(ada)
    for session in (None, "a", "b"):
        with pytest.raises(WrongStateError):
            desk.check_in(ada, session)


@pytest.mark.parametrize("verb", ["cancel", "refuse", "confirm", "check_in"])
def test_nothing_starts_from_what_was_cancelled(make_desk, enter, verb):
    """Each step tells how the registration stands."""
    desk = make_desk()
    (ada,) = enter(desk, "A")
    desk.cancel(ada)
    before = list(desk.log())
    with pytest.raises(WrongStateError) as caught:
        getattr(desk, verb)(ada)
    assert str(caught.value) == f"`{ada}` cannot do that: it is cancelled"
    assert list(desk.log()) == before


def test_a_version_that_is_gone_cancels_nothing(make_desk, enter, states):
    """Who looked at an older version is told."""
    desk = make_desk(approval=True)
    (ada,) = enter(desk, "A")
    desk.confirm(ada)
    with pytest.raises(ChangedError):
        desk.cancel(ada, version=1)
    desk.cancel(ada, version=2)
    assert states(desk, ada) == {None: "cancelled"}
