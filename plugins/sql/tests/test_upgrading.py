"""The tables of an earlier version become those of a later one, whole or not at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from batches import registering

from partenariats.interfaces.registration_backend import OldStoreError
from partenariats_sql.backend import SqlBackend
from partenariats_sql.databases.damage import DamagedStoreError
from partenariats_sql.databases.errors import NewerStoreError
from partenariats_sql.databases.migrating import HERE, MIGRATIONS, Migrations
from partenariats_sql.schema.tables import METADATA, VERSION_TABLE

SECOND = '''
"""The second version: attendees have a badge."""

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
        text = SECOND.replace("{table}", table).replace("{head}", MIGRATIONS.head)
        (folder / "second.py").write_text(text, encoding="utf-8")
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
