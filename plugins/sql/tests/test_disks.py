"""Disks that are full, fail, or can only be read: what can be read is, and the rest is told."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from batches import registering

from partenariats.interfaces.registration_backend import Committed
from partenariats_sql.backend import SqlBackend
from partenariats_sql.databases import errors
from partenariats_sql.options import SqlOptions

NOBODY = 65_534
NO_DISK = 2**62
"""More free bytes than any disk has."""


@contextmanager
def no_file_grows():
    """Let no file grow beyond a few bytes, as on a full disk."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def as_somebody():
    """Have no more rights than the files give: root has them all."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def folder():
    """Give a folder that everybody may enter."""
    made = Path(tempfile.mkdtemp(prefix="partenariats-disk-", dir="/tmp"))
    made.chmod(0o777)
    yield made
    made.chmod(0o777)
    shutil.rmtree(made)


@pytest.fixture
def open_here(folder):
    """Give what opens the database of the folder; everything is closed at the end."""
    opened = []

    def open_one(room=None):
        opened.append(SqlBackend(SqlOptions(), "e", folder))
        if room is not None:
            opened[-1]._connection.database.room = room
        return opened[-1]

    yield open_one
    for backend in opened:
        backend.close()


@pytest.fixture
def filled(open_here):
    """Give the folder a database with somebody in it, which nobody has open."""
    backend = open_here()
    backend.prepare()
    backend.commit(registering(1))
    backend.close()


def everything(backend):
    """Read with each function."""
    return (
        backend.attendee("p-000001").name,
        [item.state.value for item in backend.registrations_of("p-000001")],
        list(backend.waiting(None)),
        list(backend.offered()),
        [line.attendee.id for line in backend.roster()],
        [quota.taken for quota in backend.quotas().values()],
        backend.owner("request:1"),
        backend.door().is_open,
        [entry.number for entry in backend.journal()],
    )


ALL = ("Zoé", ["confirmed"], [], [], ["p-000001"], [1], "p-000001", None, [1, 2])


@pytest.mark.usefixtures("filled")
def test_what_is_there_is_read_where_no_file_can_grow(open_here):
    """Whoever opens the database on a full disk reads it, and may write once there is room."""
    backend = open_here(NO_DISK)
    with no_file_grows():
        assert everything(backend) == ALL
        with pytest.raises(errors.DiskFullError) as caught:
            backend.commit(registering(2))
        assert str(caught.value.advice) == "make room, and send the same request again"
        with pytest.raises(errors.DiskFullError):
            open_here(NO_DISK).prepare()
        assert everything(backend) == ALL
    assert isinstance(backend.commit(registering(2)), Committed)


@pytest.mark.usefixtures("filled")
def test_reading_on_a_full_disk_keeps_nobody_out(open_here):
    """What is read with the database to oneself is let go of at once."""
    one, other = open_here(NO_DISK), open_here()
    with no_file_grows():
        assert everything(one) == ALL
    assert isinstance(other.commit(registering(2)), Committed)
    assert [line.attendee.id for line in one.roster()] == ["p-000001", "p-000002"]


@pytest.mark.usefixtures("filled")
def test_a_file_that_cannot_grow_is_not_a_full_disk(open_here):
    """Where the disk has room, its refusal is told by the name that SQLite gives it."""
    backend, working = open_here(), open_here()
    assert everything(working) == ALL
    for one in (backend, working):
        with no_file_grows(), pytest.raises(errors.DiskError, match=r"\(SQLITE_IOERR_\w+\)"):
            one.commit(registering(2))
    assert everything(working) == ALL
    assert isinstance(working.commit(registering(2)), Committed)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("file", "around"), [(0o444, 0o555), (0o444, 0o777), (0o644, 0o555)])
def test_what_can_only_be_read_is_read(open_here, folder, file, around):
    """Each function that reads works without the right to write, and each other is told."""
    backend = open_here()
    (folder / "registrations.db").chmod(file)
    folder.chmod(around)
    before = sorted(folder.iterdir())
    with as_somebody():
        assert everything(backend) == ALL
        with pytest.raises(errors.ReadOnlyError) as caught:
            backend.commit(registering(2))
        assert str(caught.value.advice).startswith("give whoever runs this the right to write")
        assert everything(backend) == ALL
        backend.close()
    assert around == 0o777 or sorted(folder.iterdir()) == before


@pytest.mark.usefixtures("filled")
def test_what_cannot_be_written_is_not_prepared(open_here, folder):
    """A database that can only be read is told so by whoever would prepare it."""
    (folder / "registrations.db").chmod(0o444)
    folder.chmod(0o555)
    with as_somebody(), pytest.raises(errors.ReadOnlyError):
        open_here().prepare()


@pytest.mark.usefixtures("filled")
def test_changes_that_are_not_in_the_file_yet_are_not_passed_over(open_here, folder):
    """Where the log of changes cannot be read with the file, nothing is, rather than too little."""
    writing = open_here()
    writing.commit(registering(2))
    copy = folder / "copy"
    copy.mkdir()
    for end in ("", "-wal"):
        shutil.copy(folder / f"registrations.db{end}", copy / f"registrations.db{end}")
    copy.chmod(0o555)
    backend = SqlBackend(SqlOptions(), "e", copy)
    with as_somebody(), pytest.raises(errors.ReadOnlyError):
        backend.door()
    copy.chmod(0o777)
    assert [line.attendee.id for line in backend.roster()] == ["p-000001", "p-000002"]
    backend.close()


@pytest.mark.usefixtures("filled")
def test_a_folder_that_may_not_be_entered_is_told(open_here, folder):
    """A folder that is closed to whoever asks is no failure of the program."""
    backend = open_here()
    folder.chmod(0o000)
    for work in (SqlBackend.door, SqlBackend.prepare):
        with as_somebody(), pytest.raises(errors.BackendError) as caught:
            work(backend)
        assert caught.value.advice is not None
