"""How a request becomes registrations."""

from __future__ import annotations

from pathlib import Path

import pytest

from partenariats.builtin.backends.memory import MemoryBackend
from partenariats.interfaces.options import NoOptions
from partenariats.registration.errors import (
    EmailTakenError,
    FullError,
    InvalidRequestError,
    KeyReusedError,
    NotAdmittedError,
)
from partenariats.registration.requests.request import Entrant, Request
from partenariats.testing.backends.desks import request_of


def test_a_request_makes_registrations(make_desk, enter, states):
    """Somebody is registered for the event and for what it asked for."""
    desk = make_desk()
    (ada,) = enter(desk, "Ada", sessions=("c", "a"))
    assert states(desk, ada) == {None: "confirmed", "a": "confirmed", "c": "confirmed"}
    taken = {key: quota.taken for key, quota in desk.status().items() if quota.taken}
    assert taken == {"event": 1, "session:a": 1, "session:c": 1}


def test_the_same_request_registers_once(make_desk):
    """A request sent twice gets the same answer, and leaves one entry for each thing."""
    desk = make_desk()
    request = request_of("Ada", key="k", sessions=("a",))
    assert desk.register(request) == desk.register(request)
    assert len([e for e in desk.log() if e.change.why == ""]) == 3


class Late(MemoryBackend):
    """Not see a request at first, as if it were entered between the look and the commit."""

    looks = 1

    def owner(self, claim):
        """Look too early once."""
        self.looks -= 1
        return None if self.looks >= 0 else super().owner(claim)


@pytest.mark.parametrize("email", [None, "ada@example.org"])
def test_the_same_request_is_answered_when_it_lost_the_race(make_desk, email):
    """Who sent the same request meanwhile is answered with what was made for the other."""
    desk = make_desk(Late(NoOptions(), "example", Path()))
    request = request_of("Ada", key="k", email=email)
    first = desk.register(request)
    desk.backend.looks = 1
    assert desk.register(request) == first
    assert len(list(desk.list())) == 1


@pytest.mark.parametrize("email", [None, "ada@example.org"])
def test_a_key_is_used_once_though_two_come_at_once(make_desk, email):
    """Another request that lost the race for a key is refused."""
    desk = make_desk(Late(NoOptions(), "example", Path()))
    desk.register(request_of("Ada", key="k", email=email))
    desk.backend.looks = 1
    with pytest.raises(KeyReusedError):
        desk.register(request_of("Bob", key="k", email=email))


def test_a_key_is_used_for_one_request(make_desk):
    """Another request under the same key is refused."""
    desk = make_desk()
    desk.register(request_of("Ada", key="k"))
    with pytest.raises(KeyReusedError):
        desk.register(request_of("Bob", key="k"))


def test_an_address_is_registered_once(make_desk, enter):
    """In any letters; whoever cancels leaves it free for another request."""
    desk = make_desk()
    (ada,) = enter(desk, "Ada", email="Ada@Example.org")
    with pytest.raises(EmailTakenError) as caught:
        enter(desk, "Another", email="ada@example.ORG")
    said = f"{caught.value} {caught.value.advice}"
    assert "ada@example.org" in said
    assert ada not in said
    desk.cancel(ada)
    (again,) = enter(desk, "Ada", email="ada@example.org")
    assert again != ada


def test_two_persons_of_a_group_have_two_addresses(make_desk):
    """One address for two is refused, no address for either is not."""
    desk = make_desk()
    with pytest.raises(EmailTakenError):
        desk.register(request_of("Ada", "Bob", email="a@example.org"))
    assert len(desk.register(request_of("Ada", "Bob"))) == 2


def test_who_comes_too_late_waits(make_desk, enter, states):
    """At a full event one waits, and what was asked for besides is a draft."""
    desk = make_desk(capacity=1)
    enter(desk, "Ada")
    (bob,) = enter(desk, "Bob", sessions=("a",))
    assert states(desk, bob) == {None: "waitlisted", "a": "draft"}
    assert desk.status()["session:a"].taken == 0


def test_who_finds_a_session_full_waits_for_it_alone(make_desk, enter, states):
    """The event is confirmed while a session's list is joined."""
    desk = make_desk(a=0)
    (ada,) = enter(desk, "Ada", sessions=("a", "b"))
    assert states(desk, ada) == {None: "confirmed", "a": "waitlisted", "b": "confirmed"}


def test_nobody_waits_where_there_is_no_list(make_desk, enter):
    """Without a wait list the request is refused whole."""
    desk = make_desk(a=1, wait_list=False)
    enter(desk, "Ada", sessions=("a",))
    with pytest.raises(FullError) as caught:
        enter(desk, "Bob", sessions=("a", "b"))
    assert str(caught.value) == "there is no place left for `a`"
    assert desk.status()["session:b"].taken == 0
    assert len(list(desk.list())) == 1


def test_a_group_comes_whole_or_waits(make_desk, enter, states):
    """Two who want the last place wait together; one who comes later gets it."""
    desk = make_desk(capacity=1)
    group = enter(desk, "Ada", "Bob")
    assert [states(desk, one) for one in group] == [{None: "waitlisted"}] * 2
    (eve,) = enter(desk, "Eve")
    assert states(desk, eve) == {None: "confirmed"}


def test_an_audience_has_places_of_its_own(make_desk, enter, states):
    """Students beyond theirs wait, though the event has room."""
    desk = make_desk(student=1, capacity=5)
    _, second = enter(desk, "A", audience="student"), enter(desk, "B", audience="student")
    assert states(desk, second[0]) == {None: "waitlisted"}
    assert states(desk, enter(desk, "C", audience="member")[0]) == {None: "confirmed"}


def test_approval_comes_first(make_desk, enter, states):
    """Places are held while the organiser decides; who waits is not decided on."""
    desk = make_desk(capacity=1, approval=True)
    (ada,), (bob,) = enter(desk, "Ada", sessions=("a",)), enter(desk, "Bob", sessions=("a",))
    assert states(desk, ada) == {None: "pending", "a": "pending"}
    assert states(desk, bob) == {None: "waitlisted", "a": "draft"}


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        (Request(entrants=()), InvalidRequestError),
        (request_of("A", "B", "C", "D"), InvalidRequestError),
        (request_of("A", key="\0"), InvalidRequestError),
        (request_of("A", key="k" * 101), InvalidRequestError),
        (request_of("A", key=" k"), InvalidRequestError),
        (request_of("A", sessions=("b", "b", "a")), None),
        (Request(entrants=(Entrant(name="x" * 201),)), InvalidRequestError),
        (request_of("A", key="k" * 100), None),
    ],
)
def test_a_request_is_as_it_should_be(make_desk, request_, error):
    """Nobody, too many, and keys that cannot be kept are refused before anything is written."""
    desk = make_desk()
    before = list(desk.log())
    if error is None:
        assert len(desk.register(request_)) == 1
        return
    with pytest.raises(error):
        desk.register(request_)
    assert list(desk.log()) == before


def test_a_code_admits(make_desk):
    """Where access is by code, the request bears one of them."""
    from partenariats.model.registration.settings import Access

    desk = make_desk(access=Access.CODE, codes=("sesame",))
    with pytest.raises(NotAdmittedError):
        desk.register(request_of("Ada"))
    admitted = Request(entrants=(Entrant(name="Ada"),), code=" sesame ")
    assert len(desk.register(admitted)) == 1
