"""The plugin passes the tests that every plugin and every back-end must pass."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import settings

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


# `make.py proof` makes two hundred, which are 10,000 steps
RUNS = int(os.environ.get("PARTENARIATS_RUNS", "10"))
SOME = settings(RegistrationBackendConformance.random_run, max_examples=RUNS)


class TestSqlite(RegistrationBackendConformance):
    """SQLite."""

    backend = SqlBackend
    random_run = SOME


class TestPostgresql(RegistrationBackendConformance):
    """PostgreSQL."""

    backend = SqlBackend
    random_run = SOME

    @pytest.fixture(autouse=True)
    def _server(self, postgresql):
        self.server = postgresql

    def make_backend(self, event, folder):
        """Give each folder tables of its own."""
        url = self.server.schema(folder.name)
        return SqlBackend(SqlOptions(url=url), event, folder)
