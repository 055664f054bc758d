"""The plugin passes the tests that every plugin and every back-end must pass."""

from __future__ import annotations

import subprocess
import sys

import pytest

from partenariats.testing import RegistrationBackendConformance, check_plugin
from partenariats_sql.backend import SqlBackend
from partenariats_sql.options import SqlOptions


def test_the_plugin_is_as_plugins_must_be():
    """Names, hooks, import time, imports and options are in order."""
    check_plugin("sql")


def test_nothing_heavy_is_imported_before_the_work():
    """A command that registers nobody imports neither SQLAlchemy nor Alembic."""
    program = (
        "import sys; import partenariats as pa; from partenariats_sql import backend;"
        "pa.Toolkit().registry.registration_backends.get('sql');"
        "print(sorted({'sqlalchemy', 'alembic', 'sqlite3', 'psycopg'} & {*sys.modules}))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


class TestSqlite(RegistrationBackendConformance):
    """SQLite."""

    backend = SqlBackend


class TestPostgresql(RegistrationBackendConformance):
    """PostgreSQL."""

    backend = SqlBackend

    @pytest.fixture(autouse=True)
    def _server(self, postgresql):
        self.server = postgresql

    def make_backend(self, event, folder):
        """Give each folder tables of its own."""
        url = self.server.schema(folder.name)
        return SqlBackend(SqlOptions(url=url), event, folder)
