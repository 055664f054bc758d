"""Places in stock are counted exactly, whatever else is asked for meanwhile."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import attrs
import psycopg
import pytest
from batches import AT, batch, registering
from places import in_stock, lay_in, wait_for_lock

from partenariats.interfaces.registration_backend import Committed, Declined, Reason
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    Quota,
    Registration,
    RegistrationState,
)
from partenariats.registration.verifying import differences
from partenariats_sql.committing import one_trip
from partenariats_sql.committing.counting import in_doubt
from partenariats_sql.committing.stock import MOST, ROWS

FULL = Declined(reason=Reason.FULL, what="event")


@pytest.fixture
def url(new_schema):
    """Give the address of an empty PostgreSQL database."""
    return new_schema()


@pytest.fixture
def other(url):
    """Give a connection of somebody else, on which a transaction begins with the first word."""
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        yield connection
        connection.rollback()


@pytest.fixture
def with_places(backend):
    """Give what sets how many places there are, half of which it lays in."""

    def make(capacity):
        backend.commit(batch(Capacity(key="event", capacity=capacity)))
        lay_in(backend, "event")
        return backend

    return make


def group(number, count):
    """Register several persons together."""
    own = [f"g{number}-{n}" for n in range(count)]
    confirmed = RegistrationState.CONFIRMED
    return batch(
        *(Attendee(id=one, name="Zoé") for one in own),
        *(Registration(attendee=one, session=None, state=confirmed, at=AT) for one in own),
        claims=((f"request:g{number}", own[0]),),
        takes=(("event", count),),
    )


def waiting(number):
    """Let somebody wait for a place at the event, which must be full."""
    own = f"w-{number}"
    state = RegistrationState.WAITLISTED
    return batch(
        Attendee(id=own, name="Zoé"),
        Registration(attendee=own, session=None, state=state, at=AT),
        full=(("event", 1),),
    )


def counted(backend):
    """Count the places that are taken, and see that it is as many as people have."""
    assert list(differences(backend)) == []
    return backend.quotas()["event"].taken


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (batch(takes=(("event", 2),)), []),
        (batch(takes=(("event", 3),)), ["event"]),
        (batch(takes=(("event", -1),)), []),
        (batch(full=(("event", 3),)), ["event"]),
        (batch(full=(("event", 2),)), []),
        (batch(takes=(("event", -2),), full=(("event", 5),)), ["event"]),
        (batch(takes=(("event", -2),), full=(("event", 4),)), []),
        (batch(Capacity(key="event", capacity=11)), ["event"]),
        (batch(queues=(("event", 0),)), []),
    ],
)
def test_it_is_counted_where_it_matters(made, wanted):
    """A quota whose row has room beside the stock is not full, and need not be counted."""
    assert in_doubt(made, {"event": Quota(key="event", capacity=10, taken=8)}) == wanted


@pytest.mark.parametrize("capacity", [1, 2, 3, 7, 2 * ROWS, 2 * ROWS + 1, 10 * ROWS - 3])
def test_half_of_what_is_left_is_laid_in(with_places, capacity):
    """The places are spread over rows evenly, and nobody has taken any of them."""
    backend = with_places(capacity)
    places = (capacity + 1) // 2
    cursor = backend._connection._cursor().execute("SELECT places FROM partenariats_stock")
    found = [row[0] for row in cursor.fetchall()]
    assert (sum(found), len(found)) == (places, min(places, ROWS))
    assert max(found) - min(found) <= 1
    assert counted(backend) == 0


def test_as_many_as_there_are_get_a_place(with_places):
    """The last places are given as the first ones are, and then it is full."""
    backend = with_places(10)
    outcomes = [backend.commit(registering(number)) for number in range(12)]
    assert [isinstance(outcome, Committed) for outcome in outcomes] == [True] * 10 + [False] * 2
    assert outcomes[10:] == [FULL] * 2
    assert (counted(backend), in_stock(backend)) == (10, 0)


def test_groups_get_the_last_places_together(with_places):
    """A group for which no row has enough gets places out of several, and one too many none."""
    backend = with_places(10)
    outcomes = [backend.commit(group(number, 3)) for number in range(4)]
    assert [isinstance(outcome, Committed) for outcome in outcomes] == [True] * 3 + [False]
    assert outcomes[3] == FULL
    assert isinstance(backend.commit(registering(1)), Committed)
    assert counted(backend) == 10


def test_a_group_takes_from_one_row_in_one_trip(with_places):
    """Where a row has places for all of a group, they are taken together."""
    backend = with_places(10 * ROWS)
    before = in_stock(backend)
    assert one_trip.is_made(backend._connection._cursor(), backend.event, group(1, 5))
    assert (counted(backend), in_stock(backend)) == (5, before - 5)
    assert not one_trip.is_made(backend._connection._cursor(), backend.event, group(2, 6))


def test_nobody_waits_for_those_who_take(with_places, other):
    """A place that somebody is taking is passed by, and another one is taken at once."""
    backend = with_places(6)
    other.execute("UPDATE partenariats_stock SET places = 0 WHERE number = 1")
    assert one_trip.is_made(backend._connection._cursor(), backend.event, registering(1))
    other.rollback()
    assert (counted(backend), in_stock(backend)) == (1, 2)


@pytest.mark.parametrize("is_kept", [True, False])
def test_places_that_are_being_taken_are_waited_for_at_the_end(with_places, other, is_kept):
    """The last place is given only when those who take others are done, however they end."""
    backend = with_places(2)
    assert isinstance(backend.commit(group(1, 1)), Committed)
    lay_in(backend, "event")
    taking = other.execute("UPDATE partenariats_stock SET places = places - 1 WHERE places > 0")
    assert taking.rowcount == 1
    with ThreadPoolExecutor(1) as pool:
        outcome = pool.submit(backend.commit, registering(1))
        wait_for_lock(other)
        if is_kept:
            other.commit()
        else:
            other.rollback()
        assert isinstance(outcome.result(), Declined if is_kept else Committed)
    assert backend.quotas()["event"].taken == 2
    assert in_stock(backend) == 0


def test_what_is_undone_gives_its_places_back(with_places):
    """A registration that fails after it took places leaves them in stock."""
    backend = with_places(10)
    backend.commit(registering(1))
    before = in_stock(backend)
    again = attrs.evolve(registering(2), claims=(("request:1", "p-000002"),))
    assert backend.commit(again) == Declined(
        reason=Reason.CLAIMED, what="request:1", owner="p-000001"
    )
    assert (counted(backend), in_stock(backend)) == (1, before)


@pytest.mark.parametrize("capacity", [0, 3, 4])
def test_fewer_places_may_be_set_while_some_are_in_stock(with_places, capacity):
    """Nobody gets a place in stock that is no more."""
    backend = with_places(20)
    for number in range(3):
        backend.commit(registering(number))
    backend.commit(batch(Capacity(key="event", capacity=capacity)))
    assert (counted(backend), in_stock(backend)) == (3, 0)
    outcomes = [backend.commit(registering(number)) for number in (4, 5)]
    assert [isinstance(one, Committed) for one in outcomes] == [capacity == 4, False]
    assert counted(backend) == max(3, capacity)


def test_what_is_put_back_is_free(with_places):
    """A batch that counts and takes nothing leaves as many places as there were."""
    backend = with_places(4)
    made = batch(Attendee(id="p-9", name="Zoé"), full=(("event", 5),))
    assert isinstance(backend.commit(made), Committed)
    assert (backend.quotas()["event"].taken, in_stock(backend)) == (0, 0)


def test_nobody_waits_beside_places_in_stock(with_places):
    """A quota is full for those who wait only when its stock is taken too."""
    backend = with_places(2)
    backend.commit(registering(1))
    assert backend.commit(waiting(1)) == Declined(reason=Reason.ROOM_LEFT, what="event")
    backend.commit(registering(2))
    assert isinstance(backend.commit(waiting(1)), Committed)
    assert backend.commit(registering(3)) == FULL
    assert (counted(backend), backend.quotas()["event"].joined) == (2, 1)


@pytest.mark.parametrize("capacity", [None, 2**63 - 1])
def test_a_quota_without_a_limit_has_a_stock(backend, capacity):
    """Where there are places for everybody, some are in stock, and only those of people count."""
    if capacity is not None:
        backend.commit(batch(Capacity(key="event", capacity=capacity)))
    for number in range(3):
        assert isinstance(backend.commit(registering(number)), Committed)
    assert (counted(backend), in_stock(backend)) == (3, MOST - 2)


def test_a_place_that_is_given_back_is_counted(with_places):
    """Who cancels gives a place back, which is there for the next one."""
    backend = with_places(2)
    backend.commit(registering(1))
    backend.commit(registering(2))
    gone = attrs.evolve(
        registering(1).changes[1].subject, state=RegistrationState.CANCELLED, version=2
    )
    assert isinstance(backend.commit(batch(gone, takes=(("event", -1),))), Committed)
    assert counted(backend) == 1
    assert isinstance(backend.commit(registering(3)), Committed)
    assert backend.commit(registering(4)) == FULL
    assert counted(backend) == 2


def test_events_have_stocks_of_their_own(with_places, open_backend):
    """Another event of the same database takes nothing of this one."""
    with_places(10)
    second = open_backend("second")
    second.commit(batch(Capacity(key="event", capacity=1)))
    assert isinstance(second.commit(registering(1)), Committed)
    assert second.commit(registering(2)) == FULL
    assert (counted(second), in_stock(second)) == (1, 5)
