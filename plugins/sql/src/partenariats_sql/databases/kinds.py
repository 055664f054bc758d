"""The two databases: how each is reached, and how its transactions begin."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from partenariats_sql.databases.errors import (
    bad_url,
    locked,
    named,
    no_driver,
    no_folder,
    unreachable,
)
from partenariats_sql.databases.writers import Turn
from partenariats_sql.options import SqlOptions

if TYPE_CHECKING:
    from sqlalchemy import URL


class Database(ABC):
    """Reach a database; the drivers begin no transaction by themselves."""

    name: ClassVar[str]
    begin: ClassVar[str]
    """The statement that begins a transaction which writes."""
    begin_alone: ClassVar[tuple[str, ...]]
    """What begins a transaction beside which no other of these runs."""

    def __init__(self, url: URL, seconds: float) -> None:
        self.url: URL = url
        self.seconds: float = seconds

    @abstractmethod
    def connect(self) -> Any:
        """Return a connection of the driver; raise `BackendError` where there is none."""

    @abstractmethod
    def is_there(self) -> bool:
        """Tell whether there is anything to connect to without making it."""

    @abstractmethod
    def take_turn(self) -> None:
        """Wait until this one may write."""

    @abstractmethod
    def give_turn(self) -> None:
        """Let the next one write."""

    @abstractmethod
    def make_ready(self, cursor: Any) -> None:
        """Set what lasts with the database, before its tables are made."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what is held besides the connection."""


class Sqlite(Database):
    """A file, in which one writes at a time and all may read."""

    name = "sqlite"
    begin = "BEGIN IMMEDIATE"
    begin_alone = (begin,)

    def __init__(self, url: URL, seconds: float, file: Path, synchronous: str) -> None:
        super().__init__(url, seconds)
        self._file = file
        self._synchronous = synchronous
        self._turn = Turn(file)

    def connect(self) -> Any:
        """Open the file, or make it."""
        import sqlite3

        if not self._file.parent.is_dir():
            raise no_folder(str(self._file.parent))
        try:
            connection = sqlite3.connect(
                self._file,
                timeout=self.seconds,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=256,
            )
            connection.execute(f"PRAGMA synchronous={self._synchronous}")
        except sqlite3.Error as error:
            raise named(error, self.seconds) from error
        return connection

    def is_there(self) -> bool:
        """Tell whether the file exists, whatever it holds."""
        return self._file.exists() or not self._file.parent.is_dir()

    def take_turn(self) -> None:
        """Wait in the queue of writers."""
        if not self._turn.take(self.seconds):
            raise locked(self.seconds)

    def give_turn(self) -> None:
        """Let the next in the queue write."""
        self._turn.give_up()

    def make_ready(self, cursor: Any) -> None:
        """Let the file be read while it is written."""
        cursor.execute("PRAGMA journal_mode=WAL")

    def close(self) -> None:
        """Leave the queue."""
        self._turn.close()


class Postgresql(Database):
    """A server, to which several machines write at once."""

    name = "postgresql"
    begin = "BEGIN"
    begin_alone = (begin, "SELECT pg_advisory_xact_lock(7272722020)")

    def connect(self) -> Any:
        """Connect to the server."""
        try:
            import psycopg
        except ImportError as error:
            raise no_driver() from error
        url = self.url.set(drivername="postgresql")
        if "connect_timeout" not in url.query:
            url = url.update_query_dict({"connect_timeout": f"{max(2, round(self.seconds))}"})
        text = url.render_as_string(hide_password=False)
        try:
            connection = psycopg.connect(text, autocommit=True, prepare_threshold=1)
            milliseconds = f"{round(self.seconds * 1000)}"
            connection.execute("SELECT set_config('lock_timeout', %s, false)", (milliseconds,))
        except psycopg.Error as error:
            raise unreachable(error) from error
        return connection

    def is_there(self) -> bool:
        """Leave it to the server."""
        return True

    def take_turn(self) -> None:
        """Leave it to the server."""

    def give_turn(self) -> None:
        """Leave it to the server."""

    def make_ready(self, cursor: Any) -> None:
        """Do nothing: a server is set up by those who run it."""

    def close(self) -> None:
        """Do nothing: there is only the connection."""


def database_for(address: str, options: SqlOptions, folder: Path, seconds: float) -> Database:
    """Return the database of an address; raise `BackendError` where it is none."""
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(address)
    except ArgumentError as error:
        raise bad_url() from error
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database and url.database != ":memory:":
        return Sqlite(url, seconds, folder / url.database, options.synchronous)
    if kind == "postgresql":
        return Postgresql(url, seconds)
    raise bad_url()
