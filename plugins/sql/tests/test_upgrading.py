"""The tables of an earlier version become those of a later one, whole or not at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import attrs
import pytest
from batches import batch, registering

from partenariats.interfaces.registration_backend import (
    Declined,
    OldStoreError,
    Reason,
)
from partenariats.model.registration.registrations import Attendee, Capacity, Quota
from partenariats_sql.backend import SqlBackend
from partenariats_sql.committing.one_trip import new_rows
from partenariats_sql.databases.damage import DamagedStoreError
from partenariats_sql.databases.errors import NewerStoreError
from partenariats_sql.databases.migrating import HERE, MIGRATIONS, Migrations
from partenariats_sql.schema.tables import METADATA, VERSION_TABLE

LATER = '''
"""A later version: attendees have a badge."""

import sqlalchemy as sa
from alembic import op

revision = "0099"
down_revision = "{head}"

def upgrade():
    op.add_column("partenariats_attendees", sa.Column("badge", sa.Text))
    op.execute("UPDATE partenariats_attendees SET badge = name")
    op.execute("UPDATE {table} SET joined = 0")
'''


@pytest.fixture
def later(tmp_path):
    """Give the plugin as a later version will be; it goes wrong where a table is unknown."""

    def make(table="partenariats_quotas"):
        folder = tmp_path / f"later-{table}"
        folder.mkdir()
        text = LATER.replace("{table}", table).replace("{head}", MIGRATIONS.head)
        (folder / "later.py").write_text(text, encoding="utf-8")
        found = Migrations(head="0099", folders=(*MIGRATIONS.folders, folder))
        return type("Later", (SqlBackend,), {"migrations": found})

    return make


def test_a_later_version_keeps_what_there_is(backend, open_backend, later):
    """Upgrading keeps every registration, and shuts out the earlier program by name."""
    backend.commit(registering(1))
    before = (list(backend.roster()), list(backend.journal()))
    new = open_backend(cls=later())
    with pytest.raises(OldStoreError):
        new.door()
    new.prepare()
    new.prepare()
    assert (list(new.roster()), list(new.journal())) == before
    found = new._connection._cursor().execute("SELECT badge FROM partenariats_attendees")
    assert found.fetchall() == [("Zoé",)]
    with pytest.raises(NewerStoreError):
        open_backend().door()


def test_the_first_version_becomes_this_one(open_backend):
    """What the first version kept is there, and places are taken of it as of a new database."""

    class First(SqlBackend):
        migrations = attrs.evolve(MIGRATIONS, head="0001")

    first = open_backend(cls=First)
    first.prepare()
    kept = [batch(Capacity(key="event", capacity=4)), registering(1), registering(2)]
    keep(first, *kept)
    backend = open_backend()
    with pytest.raises(OldStoreError):
        backend.door()
    backend.prepare()
    changes = [change for made in kept for change in made.changes]
    assert [entry.change for entry in backend.journal()] == changes
    people = [one.subject for one in changes if isinstance(one.subject, Attendee)]
    assert [line.attendee for line in backend.roster()] == people
    assert [len(line.registrations) for line in backend.roster()] == [1, 1]
    assert backend.quotas() == {"event": Quota(key="event", capacity=4, taken=2)}
    outcomes = [backend.commit(registering(number)) for number in (3, 4, 5)]
    assert outcomes[2] == Declined(reason=Reason.FULL, what="event")
    assert backend.quotas() == {"event": Quota(key="event", capacity=4, taken=4)}
    with pytest.raises(NewerStoreError):
        open_backend(cls=First).door()


def keep(backend, *batches):
    """Write batches as the first version did, which knew neither stock nor details."""
    execute = backend._connection._cursor().execute
    taken = sum(count for made in batches for _, count in made.takes)
    execute(f"INSERT INTO partenariats_quotas VALUES ('{backend.event}', 'event', 4, {taken}, 0)")
    for made in batches:
        for table, rows in new_rows(backend.event, made).items():
            for row in rows:
                kept = {"event": backend.event, **row}
                kept.pop("details", None)
                columns = ", ".join(f'"{name}"' for name in kept)
                values = ", ".join(map(written, kept.values()))
                execute(f"INSERT INTO {table.name} ({columns}) VALUES ({values})")


def written(value):
    """Return a value as SQL has it."""
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'{}'".format(value.replace("'", "''"))


def test_an_upgrade_that_fails_changes_nothing(backend, open_backend, later):
    """Where a later step fails, the steps before it are undone, and the earlier program works."""
    backend.commit(registering(1))
    with pytest.raises(DamagedStoreError, match="`partenariats_nowhere` is missing"):
        open_backend(cls=later("partenariats_nowhere")).prepare()
    cursor = backend._connection._cursor()
    columns = cursor.execute("SELECT * FROM partenariats_attendees").description
    assert "badge" not in {column[0] for column in columns}
    assert [line.attendee.id for line in open_backend().roster()] == ["p-000001"]


def test_several_may_prepare_at_once(open_backend):
    """Programs that prepare the same new database at the same time all find it prepared."""
    backends = [open_backend() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(SqlBackend.prepare, backends))
    assert [list(backend.journal()) for backend in backends] == [[]] * 4


@pytest.mark.parametrize("url", ["sqlite:///0.db"])
def test_several_databases_may_be_prepared_at_once(url, open_backend):
    """Threads that prepare a new database each, at the same time, all find their own prepared."""
    backends = [open_backend(url=f"sqlite:///{number}.db") for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(SqlBackend.prepare, backends))
    assert [list(backend.journal()) for backend in backends] == [[]] * 8


def test_the_migrations_make_the_tables(backend):
    """What the migrations lead to is what the statements are made for, to the last column."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy import StaticPool, create_engine

    connection = backend._connection
    driver = connection._cursor().connection
    engine = create_engine(connection.database.url, creator=lambda: driver, poolclass=StaticPool)
    with engine.connect() as found:
        options = {"version_table": VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(found, opts=options)
        assert compare_metadata(context, METADATA) == []


def test_the_head_is_the_last_migration():
    """The version that is wanted is the last of those in the package, and they are in one line."""
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(HERE))
    assert ScriptDirectory.from_config(config).get_heads() == [MIGRATIONS.head]
