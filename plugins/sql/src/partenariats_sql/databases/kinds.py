"""The two databases: how each is reached, and how its transactions begin."""

from __future__ import annotations

import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from functools import partial
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from partenariats_sql.databases.errors import (
    DiskError,
    NoConnectionError,
    full,
    locked,
    named,
    no_driver,
    no_folder,
    read_only,
    unreachable,
)
from partenariats_sql.databases.silence import patient_connection
from partenariats_sql.databases.writers import Turn

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

    def ways_to_read(self) -> Iterator[Callable[[], Any]]:
        """Give what else to try where a database cannot be opened as usual, to read it once."""
        return iter(())

    def named(self, error: Exception) -> Exception:
        """Return what an error of the driver means; any other error as it is."""
        return named(error, self.seconds)

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
    def forget(self, cursor: Any) -> None:
        """Write all tables anew, so that no file holds what was in them before."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what is held besides the connection."""


class Sqlite(Database):
    """A file, in which one writes at a time and all may read."""

    name = "sqlite"
    begin = "BEGIN IMMEDIATE"
    begin_alone = (begin,)
    room: int = 65_536
    """With fewer free bytes a disk is full: the index of the log of changes grows by half as many,
    and the log by a page."""

    def __init__(self, url: URL, seconds: float, file: Path, synchronous: str) -> None:
        super().__init__(url, seconds)
        self._file = file
        self._synchronous = synchronous
        self._turn = Turn(file)

    def connect(self, how: str = "", locking: str = "NORMAL") -> Any:
        """Open the file, or make it."""
        import sqlite3

        if not os.path.isdir(self._file.parent):  # noqa: PTH112  # it never raises
            raise no_folder(str(self._file.parent))
        try:
            connection = sqlite3.connect(
                f"{self._file.absolute().as_uri()}{how}",
                uri=True,
                timeout=self.seconds,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=256,
            )
        except sqlite3.Error as error:
            raise self.named(error) from error
        try:
            connection.text_factory = _text
            connection.execute(f"PRAGMA locking_mode={locking}")
            connection.execute(f"PRAGMA synchronous={self._synchronous}")
            connection.execute("PRAGMA secure_delete=ON")
        except sqlite3.Error as error:
            connection.close()
            raise self.named(error) from error
        return connection

    def ways_to_read(self) -> Iterator[Callable[[], Any]]:
        """Read without the files that a log of changes needs, which cannot be made here."""
        log = f"{self._file}-wal"
        if self._is_writable():
            yield partial(self.connect, locking="EXCLUSIVE")  # which needs no index
        elif not os.path.exists(log) or os.path.getsize(log) == 0:  # noqa: PTH110, PTH202  # as below
            yield partial(self.connect, "?immutable=1")

    def named(self, error: Exception) -> Exception:
        """Return what an error of SQLite means, on this disk and in this folder."""
        found = super().named(error)
        if isinstance(found, DiskError) and self._free() < self.room:
            return full()
        if isinstance(found, NoConnectionError) and self.is_there() and not self._is_writable():
            return read_only()
        return found

    def _free(self) -> int:
        try:
            return shutil.disk_usage(self._file.parent).free
        except OSError:  # a disk that is gone is not full
            return self.room

    def _is_writable(self) -> bool:
        return os.access(self._file.parent, os.W_OK)

    def is_there(self) -> bool:
        """Tell whether the file exists, whatever it holds."""
        folder = self._file.parent
        # these never raise, whatever the address and whatever may be looked at
        return os.path.exists(self._file) or not os.path.isdir(folder)  # noqa: PTH110, PTH112

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

    def forget(self, cursor: Any) -> None:
        """Write the file anew, and empty the log of changes."""
        cursor.execute("VACUUM")
        (is_busy, *_) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_busy:  # somebody still reads what was there before
            raise locked(self.seconds)

    def close(self) -> None:
        """Leave the queue."""
        self._turn.close()


def _text(found: bytes) -> str | bytes:
    """Give a text that is none as it is, so that whoever reads its row says which it is."""
    try:
        return found.decode()
    except UnicodeDecodeError:
        return found


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
            connection = patient_connection().connect(text, autocommit=True, prepare_threshold=1)
            milliseconds = f"{round(self.seconds * 1000)}"
            connection.execute("SELECT set_config('lock_timeout', %s, false)", (milliseconds,))
        except psycopg.Error as error:
            raise unreachable(error) from error
        # the server itself ends each wait for a lock earlier
        connection.silence = 4 * self.seconds
        return connection

    def is_there(self) -> bool:
        """Leave it to the server."""
        return True

    def take_turn(self) -> None:
        """Leave it to the server."""

    def give_turn(self) -> None:
        """Leave it to the server."""

    def make_ready(self, cursor: Any) -> None:
        """Let the server take its time to make tables."""
        cursor.connection.silence = inf

    def forget(self, cursor: Any) -> None:
        """Write the tables anew; the log of changes and backups are the server's, and expire."""
        from partenariats_sql.schema.tables import METADATA

        for table in METADATA.sorted_tables:
            cursor.execute(f"VACUUM FULL {table.name}")

    def close(self) -> None:
        """Do nothing: there is only the connection."""
