"""From the address of a database to the database."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from partenariats.interfaces.registration_backend import BackendError
from partenariats.language.message import Message
from partenariats_sql.databases.errors import NoConnectionError, bad_url
from partenariats_sql.databases.kinds import Database, Postgresql, Sqlite
from partenariats_sql.options import SqlOptions

if TYPE_CHECKING:
    from sqlalchemy import URL

URL_VARIABLE: Final = "PARTENARIATS_SQL_URL"
OURS: Final = {"sqlite": "pysqlite", "postgresql": "psycopg"}
"""The driver by which each database is reached."""


class OutsideFolderError(BackendError):
    """An event file sends registrations out of its own folder."""


def database_for(options: SqlOptions, folder: Path, seconds: float) -> Database:
    """Return the database of the environment or of the options.

    Raise `BackendError` where the address leads to none, or an event file leads out of its folder.
    """
    given = os.environ.get(URL_VARIABLE)
    url = _read(given or options.url)
    if url.get_backend_name() == "postgresql":
        return Postgresql(url, seconds)
    name = url.database or ""
    if not name or name == ":memory:" or "\0" in name or url.host or url.query:
        raise bad_url()
    if not given and _is_outside(name):
        raise OutsideFolderError(
            "the `url` leads to `{file}`, outside the folder of the event file",
            file=name,
            advice=Message.of(
                "set `{name}` in the environment, which may lead anywhere", name=URL_VARIABLE
            ),
        )
    return Sqlite(url, seconds, folder / name, options.synchronous)


def _read(address: str) -> URL:
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise bad_url() from error
    database, _, driver = url.drivername.partition("+")
    if database not in OURS:
        raise bad_url()
    if driver not in {"", OURS[database]}:
        raise _other_driver(database, driver)
    if database == "postgresql" and "@" in f"{url.host}{url.database}":
        raise _open_password()
    return url


def _is_outside(name: str) -> bool:
    """Tell whether a file lies outside the folder that its name is counted from."""
    return Path(name).is_absolute() or Path(os.path.normpath(name)).parts[:1] == ("..",)


def _other_driver(database: str, driver: str) -> NoConnectionError:
    ours = f"{database}+{OURS[database]}"
    return NoConnectionError(
        "the `url` asks for the driver `{name}`, which is not used here",
        name=driver,
        advice=Message.of("write `{name}` at its beginning", name=f"{ours}://"),
    )


def _open_password() -> NoConnectionError:
    return NoConnectionError(
        "the user name or the password in the `url` has an `@` or a `/`",
        advice=Message.of("write `%40` for each `@` in them, and `%2F` for each `/`"),
    )
