"""What goes wrong has a name and an advice, nothing of it is kept, and work goes on after it."""

from __future__ import annotations

import os
import signal
import sqlite3
import weakref

import attrs
import psycopg
import pytest
from batches import AT, batch, registering

from partenariats.interfaces.registration_backend import Committed, OldStoreError
from partenariats.model.registration.registrations import Attendee, Capacity, Registration
from partenariats.model.registration.registrations import RegistrationState as State
from partenariats_sql.backend import SqlBackend
from partenariats_sql.databases import errors


class Impatient(SqlBackend):
    """Wait less long than people do."""

    patience = 0.2


def ids(backend):
    """Give the ids of all attendees, and of those in the journal."""
    changed = (entry.change.subject for entry in backend.journal())
    return (
        [line.attendee.id for line in backend.roster()],
        [item.id for item in changed if hasattr(item, "name")],
    )


SQLITE = pytest.mark.parametrize("url", ["sqlite:///registrations.db"])


@SQLITE
def test_a_database_that_somebody_holds_is_told(url, open_backend, tmp_path):
    """Whoever waits too long is told so, and may try again."""
    backend = open_backend(cls=Impatient)
    backend.prepare()
    other = sqlite3.connect(tmp_path / "registrations.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(errors.LockedError, match=r"more than 0\.2 s") as caught:
        backend.commit(registering(1))
    assert "close what is using" in str(caught.value.advice)
    other.execute("ROLLBACK")
    other.close()
    assert isinstance(backend.commit(registering(1)), Committed)
    assert ids(backend) == (["p-000001"], ["p-000001"])


@SQLITE
def test_a_writer_that_hangs_is_told(url, open_backend, tmp_path):
    """Whoever waits too long in the queue leaves it, and the turn it had goes to the next."""
    fcntl = pytest.importorskip("fcntl")
    backend, other = open_backend(cls=Impatient), open_backend()
    backend.prepare()
    with (tmp_path / "registrations.db-turn").open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(errors.LockedError):
            backend.commit(registering(1))
    assert isinstance(other.commit(registering(2)), Committed)
    assert isinstance(backend.commit(registering(1)), Committed)


@SQLITE
def test_a_full_disk_is_told(url, open_backend):
    """A registration for which there is no room is not half there."""
    backend = open_backend()
    backend.prepare()
    driver = backend._connection._cursor().connection
    (pages,) = driver.execute("PRAGMA page_count").fetchone()
    driver.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(errors.DiskFullError):
        backend.commit(registering(1, "long " * 10_000))
    assert ids(backend) == ([], [])
    driver.execute("PRAGMA max_page_count=1000000")
    assert isinstance(backend.commit(registering(1)), Committed)


@SQLITE
def test_a_file_that_can_only_be_read_is_told(url, open_backend, tmp_path):
    """What SQLite says of a file that cannot be written has a name."""
    open_backend().prepare()
    where = f"file:{tmp_path}/registrations.db?mode=ro"
    driver = sqlite3.connect(where, uri=True)
    with pytest.raises(sqlite3.Error) as caught:
        driver.execute("DELETE FROM partenariats_claims")
    driver.close()
    assert type(errors.named(caught.value, 1)) is errors.ReadOnlyError


@SQLITE
@pytest.mark.parametrize("work", ["prepare", "door"])
def test_a_file_that_is_no_database_is_told(url, open_backend, tmp_path, work):
    """Another file of the name is left alone."""
    file = tmp_path / "registrations.db"
    file.write_bytes(b"a letter, and not a short one" * 100)
    before = file.read_bytes()
    with pytest.raises(errors.NotADatabaseError, match="is not a database"):
        getattr(open_backend(), work)()
    assert file.read_bytes() == before


@pytest.mark.parametrize("url", ["sqlite:///missing/registrations.db"])
@pytest.mark.parametrize("work", ["prepare", "door"])
def test_a_missing_folder_is_told(url, open_backend, tmp_path, work):
    """The folder of the database is not made by chance."""
    with pytest.raises(errors.NoConnectionError, match=r"there is no folder `.*missing`"):
        getattr(open_backend(), work)()
    assert list(tmp_path.iterdir()) == []


@SQLITE
def test_looking_makes_no_file(url, open_backend, tmp_path):
    """A database that is not there is not made by whoever only looks at it."""
    with pytest.raises(OldStoreError) as caught:
        open_backend().door()
    assert str(caught.value.advice) == "run `partenariats registration init`"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["postgresql://x:secret@/x?host=/nowhere&connect_timeout=2"])
def test_a_server_that_is_not_there_is_told(url, open_backend):
    """The server cannot be reached, and its password is not said."""
    with pytest.raises(errors.NoConnectionError, match="cannot be reached") as caught:
        open_backend().prepare()
    assert "secret" not in str(caught.value)


def test_a_later_version_is_told(backend, open_backend):
    """A program that is too old touches nothing."""
    backend._connection._cursor().execute("UPDATE partenariats_sql_version SET version_num='9999'")
    for work in (SqlBackend.prepare, SqlBackend.door, ids):
        with pytest.raises(errors.NewerStoreError, match=r"\(version 9999\)"):
            work(open_backend())


def test_an_earlier_version_is_told(backend, open_backend):
    """A program that is newer than the database asks for it to be prepared."""
    backend._connection._cursor().execute("UPDATE partenariats_sql_version SET version_num='0000'")
    with pytest.raises(OldStoreError, match="not prepared for this version"):
        open_backend().door()


@pytest.mark.parametrize("text", ["a\ud800", "a\0"])
def test_what_a_database_cannot_keep_is_told(backend, text):
    """A text that is no text, or has a NUL, is refused by name, and nothing of it is kept."""
    with pytest.raises(errors.NotKeptError):
        backend.commit(registering(1, text))
    assert ids(backend) == ([], [])
    assert isinstance(backend.commit(registering(1)), Committed)


@pytest.mark.parametrize(
    "spoilt",
    [
        batch(Attendee(id="p-1", name="Zoé", email="a\0")),
        batch(Attendee(id="p-1\0", name="Zoé")),
        batch(Registration(attendee="p", session="s\0", state=State.DRAFT, at=AT)),
        batch(Capacity(key="event\0", capacity=1)),
        batch(claims=(("request:\0", "p-1"),)),
        batch(claims=(("request:1", "p-1\0"),)),
        batch(releases=("request:\0",)),
        batch(takes=(("event\0", 1),)),
    ],
)
def test_a_nul_is_refused_wherever_it_is(backend, spoilt):
    """Both databases refuse the same texts by the same sentence."""
    with pytest.raises(errors.NotKeptError, match=r"a text has a NUL character$"):
        backend.commit(spoilt)
    with pytest.raises(errors.NotKeptError, match=r"a text has a NUL character$"):
        backend.attendee("p-1\0")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://localhost:port/x",
        "sqlite:///a\0b.db",
    ],
)
def test_an_address_that_is_half_right_is_told(url, open_backend, tmp_path):
    """A port that is no number and a name that is no name have no other end."""
    with pytest.raises(errors.NoConnectionError, match="not the address of"):
        open_backend().prepare()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", [f"sqlite:///{'a' * 300}.db", f"sqlite:///{'a' * 300}/b.db"])
@pytest.mark.parametrize("work", ["prepare", "door"])
def test_a_name_that_is_too_long_is_told(url, open_backend, work):
    """What the file system refuses before SQLite does has a name as well."""
    with pytest.raises((errors.NoConnectionError, OldStoreError)):
        getattr(open_backend(), work)()


@SQLITE
def test_any_name_of_a_file_is_taken_as_it_is(url, open_backend, tmp_path):
    """Characters that mean something in an address mean nothing in the name of a file."""
    open_backend(url="sqlite:///a b#é.db").prepare()
    assert (tmp_path / "a b#é.db").exists()


def test_a_row_that_somebody_holds_is_told(new_schema, open_backend):
    """Whoever waits too long for places on PostgreSQL is told so, and may try again."""
    url = new_schema()
    backend = open_backend(cls=Impatient, url=url)
    backend.prepare()
    backend.commit(registering(1))
    with psycopg.connect(url.replace("+psycopg", "")) as other:
        other.execute("SELECT * FROM partenariats_quotas FOR UPDATE")
        with pytest.raises(errors.LockedError):
            backend.commit(attrs.evolve(registering(2), queues=(("event", 0),)))
    assert isinstance(backend.commit(registering(2)), Committed)
    assert ids(backend) == (["p-000001", "p-000002"], ["p-000001", "p-000002"])


def test_a_server_that_goes_is_told(new_schema, open_backend, postgresql):
    """A connection that is cut is told, and the next work opens another."""
    backend = open_backend(url=new_schema())
    backend.prepare()
    backend.commit(registering(1))
    backend.commit(registering(2))
    own = backend._connection._cursor().connection.info.backend_pid
    with psycopg.connect(f"host={postgresql.folder} user=postgres", autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", (own,))
    with pytest.raises(errors.ServerGoneError) as caught:
        backend.commit(registering(3))
    assert "with the same key" in str(caught.value.advice)
    assert isinstance(backend.commit(registering(3)), Committed)
    assert ids(backend)[0] == ["p-000001", "p-000002", "p-000003"]


@pytest.mark.parametrize("number", [2, 3])
def test_a_server_that_is_silent_is_told(new_schema, open_backend, number):
    """A server that hangs is waited for so long and no longer, by a trip and by a transaction."""
    backend = open_backend(cls=Impatient, url=new_schema())
    backend.prepare()
    backend.commit(registering(1))
    made = registering(number)
    made = made if number == 2 else attrs.evolve(made, queues=(("event", 0),))
    own = backend._connection._cursor().connection.info.backend_pid
    os.kill(own, signal.SIGSTOP)
    try:
        with pytest.raises(errors.ServerGoneError, match=r"not answered for more than 0\.8 s"):
            backend.commit(made)
    finally:
        os.kill(own, signal.SIGCONT)
    assert isinstance(backend.commit(registering(4)), Committed)
    assert backend.quotas()["event"].taken == len(list(backend.roster()))


def test_a_connection_that_went_leaves_nothing_behind(new_schema, open_backend, postgresql):
    """However often a connection is cut and opened anew, only the last one is remembered."""
    backend = open_backend(url=new_schema())
    backend.prepare()

    def remembered():
        owners = [one.peek()[0] for one in list(weakref.finalize._registry)]
        return sum(owner is backend._connection for owner in owners)

    for _ in range(3):
        own = backend._connection._cursor().connection.info.backend_pid
        with psycopg.connect(f"host={postgresql.folder} user=postgres", autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", (own,))
        with pytest.raises(errors.ServerGoneError):
            backend.door()
        backend.door()
    assert remembered() == 1
    backend.close()
    assert remembered() == 0


@SQLITE
def test_another_user_waits_in_the_queue_too(url, open_backend, tmp_path):
    """Files of the queue that can only be read do as well: whoever holds the turn is waited for."""
    fcntl = pytest.importorskip("fcntl")
    open_backend().prepare()
    refused = os.open

    def opened(path, flags, *mode):
        if flags & os.O_RDWR and str(path).endswith(("-queue", "-turn")):
            raise PermissionError
        return refused(path, flags, *mode)

    backend = open_backend(cls=Impatient)
    with pytest.MonkeyPatch.context() as patch, (tmp_path / "registrations.db-turn").open() as held:
        patch.setattr(os, "open", opened)
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(errors.LockedError):
            backend.commit(registering(1))
    assert isinstance(backend.commit(registering(1)), Committed)


def test_numbers_have_64_bits(backend):
    """A number of 63 bits and a sign is kept, and a greater one is refused by name."""
    most = 2**63 - 1
    backend.commit(batch(Capacity(key="event", capacity=most)))
    assert isinstance(backend.commit(registering(1)), Committed)
    with pytest.raises(errors.NotKeptError):
        backend.commit(batch(Capacity(key="event", capacity=most + 1)))
    assert backend.quotas()["event"].capacity == most
