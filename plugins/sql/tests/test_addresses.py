"""An address leads to a SQLite file or a PostgreSQL database, or what is wrong with it is told."""

from __future__ import annotations

import re

import pytest

from partenariats_sql.databases import errors
from partenariats_sql.databases.addresses import URL_VARIABLE, OutsideFolderError


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "mysql://u:secret@localhost/x",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///a\0b.db",
        "sqlite:///a.db?mode=ro",
        "sqlite://host/a.db",
        "postgresql://u:secret@localhost:abc/x",
        "postgresql://u:secret@[::1/x",
    ],
)
def test_an_address_that_leads_nowhere_is_told(url, open_backend, tmp_path):
    """Only files of SQLite and databases of PostgreSQL can be opened."""
    with pytest.raises(errors.NoConnectionError, match="not the address of a SQLite file") as told:
        open_backend().prepare()
    assert "secret" not in str(told.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("url", "driver", "right"),
    [
        ("postgresql+psycopg2://u@localhost/x", "psycopg2", "postgresql+psycopg://"),
        ("postgresql+asyncpg://u@localhost/x", "asyncpg", "postgresql+psycopg://"),
        ("postgresql+pg8000://u@localhost/x", "pg8000", "postgresql+psycopg://"),
        ("sqlite+aiosqlite:///a.db", "aiosqlite", "sqlite+pysqlite://"),
    ],
)
def test_another_driver_is_told(url, driver, right, open_backend):
    """Whoever asks for a driver that is not used is told what to write."""
    with pytest.raises(errors.NoConnectionError, match=f"the driver `{driver}`") as told:
        open_backend().prepare()
    assert str(told.value.advice) == f"write `{right}` at its beginning"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u:se@cret@localhost/x",
        "postgresql://u:5/se@cret@localhost/x",
        "postgresql://u/x:secret@localhost/x",
    ],
)
def test_a_password_with_an_at_sign_is_not_said_in_part(url, open_backend):
    """What stands behind an unescaped `@` is part of a password and not the name of a server."""
    with pytest.raises(errors.NoConnectionError, match=r"has an `@` or a `/`$") as told:
        open_backend().prepare()
    assert "cret" not in str(told.value)


@pytest.mark.parametrize(
    "url", ["sqlite:///../a.db", "sqlite:///b/../../a.db", "sqlite:///..", "sqlite:////tmp/a.db"]
)
def test_an_event_file_does_not_lead_out_of_its_folder(url, open_backend, tmp_path):
    """Whoever is given an event file writes nothing elsewhere by it, as with `include`."""
    with pytest.raises(OutsideFolderError, match=re.escape(f"`{url[10:]}`, outside")) as told:
        open_backend().prepare()
    assert URL_VARIABLE in str(told.value.advice)


def test_an_address_may_go_down_and_up_again(open_backend, tmp_path):
    """Only where an address ends matters."""
    (tmp_path / "b").mkdir()
    open_backend(url="sqlite+pysqlite:///b/../a.db").prepare()
    assert (tmp_path / "a.db").exists()


@pytest.mark.parametrize("how", ["sqlite:///other.db", "sqlite:///{folder}/a/../other.db"])
def test_the_environment_comes_before_the_option(how, open_backend, tmp_path, monkeypatch):
    """The address may come from the environment, which may lead anywhere."""
    (tmp_path / "a").mkdir()
    monkeypatch.setenv(URL_VARIABLE, how.format(folder=tmp_path))
    open_backend().prepare()
    assert (tmp_path / "other.db").exists()


@pytest.mark.parametrize("url", ["sqlite:///.", "sqlite:///b/.."])
def test_a_folder_is_no_database(url, open_backend, tmp_path):
    """An address that ends at a folder leads to no file."""
    (tmp_path / "b").mkdir()
    with pytest.raises(errors.NoConnectionError):
        open_backend().prepare()
