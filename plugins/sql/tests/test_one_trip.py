"""An ordinary registration is one round trip to PostgreSQL, which does everything or nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import attrs
import psycopg
import pytest
from batches import AT, batch, registering
from places import lay_in, wait_for_lock

from partenariats.interfaces.registration_backend import Committed, Declined, Reason
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    Door,
    Registration,
    RegistrationState,
)
from partenariats_sql.committing import one_trip

ONE = registering(1)
ANNA = Attendee(id="p-000001", name="Anna")
CONFIRMED = Registration(
    attendee="p-000001", session=None, state=RegistrationState.CONFIRMED, at=AT
)
WAITING = attrs.evolve(CONFIRMED, state=RegistrationState.WAITLISTED)
TAKES = (("event", 1),)
BOTH = (("event", 1), ("session:a", 1))


@pytest.fixture
def url(new_schema):
    """Give the address of an empty PostgreSQL database."""
    return new_schema()


@pytest.fixture
def limited(backend):
    """Give a database where the event and the session have four places each, two in stock."""
    backend.commit(batch(*(Capacity(key=key, capacity=4) for key, _ in BOTH)))
    lay_in(backend, *(key for key, _ in BOTH))
    return backend


def is_made(backend, made):
    """Send an ordinary batch; tell whether it was made."""
    return one_trip.is_made(backend._connection._cursor(), backend.event, made)


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (ONE, True),
        (batch(ANNA, takes=TAKES), True),
        (batch(ANNA), False),
        (batch(claims=ONE.claims, takes=TAKES), False),
        (batch(ANNA, takes=(("event", -1),)), False),
        (attrs.evolve(ONE, releases=("email:a",)), False),
        (attrs.evolve(ONE, queues=(("event", 0),)), False),
        (attrs.evolve(ONE, full=(("session:a", 1),)), False),
        (batch(attrs.evolve(ANNA, version=2), takes=TAKES), False),
        (batch(ANNA, WAITING, takes=TAKES), False),
        (batch(ANNA, attrs.evolve(WAITING, position=3), takes=TAKES), True),
        (batch(ANNA, Door(is_open=True), takes=TAKES), False),
        (batch(ANNA, Capacity(key="event", capacity=1), takes=TAKES), False),
    ],
)
def test_only_new_things_that_take_places_are_ordinary(made, wanted):
    """What asks for more than places, or changes what there is, is made the other way."""
    assert one_trip.is_ordinary(made) is wanted


def test_it_writes_all_that_a_transaction_writes(limited, open_backend):
    """The round trip leaves what the transaction of other batches leaves."""
    other = open_backend("other")
    other.commit(batch(*(Capacity(key=key, capacity=4) for key, _ in BOTH)))
    made = attrs.evolve(ONE, takes=BOTH)
    assert is_made(limited, made)
    assert isinstance(other.commit(attrs.evolve(made, queues=(("event", 0),))), Committed)
    for read in ("roster", "quotas"):
        assert list(getattr(limited, read)()) == list(getattr(other, read)())
    assert limited.quotas() == other.quotas()
    assert [e.change for e in limited.journal()] == [e.change for e in other.journal()]
    assert limited.owner("request:1") == other.owner("request:1") == "p-000001"


def test_it_writes_nothing_where_it_sees_that_there_is_no_room(limited):
    """Where a stock was empty before, it does nothing and is no error."""
    assert [is_made(limited, registering(n)) for n in (1, 2, 3)] == [True, True, False]
    assert not is_made(limited, attrs.evolve(registering(4), takes=(("unknown", 1),)))
    assert len(list(limited.roster())) == 2
    assert limited.owner("request:3") is None


def test_many_may_come_together(limited):
    """A group is added by statements of some rows each, in the order of its changes."""
    people = [Attendee(id=f"g-{number:06d}", name="Zoé") for number in range(one_trip.MOST * 2 + 1)]
    group = batch(*people, claims=(("request:group", "g"),), takes=(("open", len(people)),))
    limited.commit(batch(Capacity(key="open", capacity=None)))
    lay_in(limited, "open")
    assert is_made(limited, group)
    assert [line.attendee for line in limited.roster()] == people
    assert [entry.change for entry in limited.journal()][-len(people) :] == list(group.changes)


@pytest.mark.parametrize("spoilt", ["claim", "attendee", "name"])
def test_nothing_is_kept_where_one_statement_fails(limited, spoilt, caplog):
    """A statement that fails on the server, or cannot even be sent, undoes those before it."""
    limited.commit(ONE)
    made = registering(2, "a\ud800" if spoilt == "name" else "Zoé")
    if spoilt == "claim":
        made = attrs.evolve(made, claims=(("a:new", "p"), *ONE.claims))
    if spoilt == "attendee":
        made = attrs.evolve(ONE, claims=(("a:new", "p"),))
    with pytest.raises((psycopg.Error, UnicodeError)) as told:
        is_made(limited, made)
    assert getattr(told.value, "sqlstate", "23505") == "23505"
    limited._connection._driver.rollback()
    assert [line.attendee.id for line in limited.roster()] == ["p-000001"]
    assert limited.quotas()["event"].taken == 1
    assert (limited.owner("a:new"), limited.owner("request:2")) == (None, None)
    assert caplog.records == []


@pytest.mark.parametrize("key", ["event", "session:a"])
def test_it_undoes_everything_where_a_place_is_taken_meanwhile(limited, url, key):
    """A stock whose places somebody is taking leaves nothing written or taken."""
    made = attrs.evolve(registering(1), takes=BOTH)
    with ThreadPoolExecutor(1) as pool, psycopg.connect(url.replace("+psycopg", "")) as other:
        other.execute("UPDATE partenariats_quotas SET taken = 4 WHERE key = %s", (key,))
        other.execute("DELETE FROM partenariats_stock WHERE key = %s", (key,))
        outcome = pool.submit(limited.commit, made)
        wait_for_lock(other)
        other.commit()
        assert outcome.result() == Declined(reason=Reason.FULL, what=key)
    assert list(limited.roster()) == []
    assert {quota.key: quota.taken for quota in limited.quotas().values()} == {
        "event": 0, "session:a": 0, key: 4,
    }  # fmt: skip


def test_a_deadlock_is_tried_again(backend, url):
    """A registration that the server ends because of another is made all the same."""
    backend.commit(batch(Capacity(key="event", capacity=4)))
    with ThreadPoolExecutor(1) as pool, psycopg.connect(url.replace("+psycopg", "")) as other:
        # so that the server ends the registration, and not this transaction
        other.execute("SET deadlock_timeout = '20s'")
        other.execute("SELECT * FROM partenariats_quotas WHERE key = 'event' FOR UPDATE")
        outcome = pool.submit(backend.commit, registering(1))
        wait_for_lock(other)
        other.execute("INSERT INTO partenariats_claims VALUES ('e', 'request:1', 'nobody')")
        other.rollback()
        assert isinstance(outcome.result(), Committed)
    assert [line.attendee.id for line in backend.roster()] == ["p-000001"]
    assert backend.quotas()["event"].taken == 1
