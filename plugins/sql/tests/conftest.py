"""Databases to be tried: a SQLite file for each test, one PostgreSQL server for all."""

from __future__ import annotations

import os
from itertools import count

import pytest
import server

from partenariats_sql.backend import SqlBackend
from partenariats_sql.options import SqlOptions

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql():
    """Give the server, or skip where its programs are missing."""
    if server.MISSING is not None and os.environ.get("PARTENARIATS_REQUIRE_ALL") != "1":
        pytest.skip(f"no PostgreSQL on this machine: `{server.MISSING}` is missing")
    running = server.Server()
    yield running
    running.close()


@pytest.fixture(scope="session")
def new_schema(postgresql):
    """Give the address of an empty part of the PostgreSQL database, another one at each call."""
    numbers = count()
    return lambda: postgresql.schema(f"s{os.getpid()}_{next(numbers)}")


@pytest.fixture(params=DATABASES)
def url(request):
    """Give the address of an empty database, of each kind."""
    if request.param == "sqlite":
        return "sqlite:///registrations.db"
    return request.getfixturevalue("new_schema")()


@pytest.fixture
def open_backend(url, tmp_path):
    """Give what opens the database for an event; everything is closed at the end."""
    opened = []

    def open_one(event="e", cls=SqlBackend, **options):
        opened.append(cls(SqlOptions(**{"url": url, **options}), event, tmp_path))
        return opened[-1]

    yield open_one
    for backend in opened:
        backend.close()


@pytest.fixture
def backend(open_backend):
    """Give a prepared database, of each kind."""
    made = open_backend()
    made.prepare()
    return made
