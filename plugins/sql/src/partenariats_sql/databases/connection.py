"""One connection to a database, opened when it is needed and again after it broke."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from typing import Any, Final, TypeVar

from partenariats.interfaces.registration_backend import BackendError
from partenariats_sql.databases.damage import DamagedStoreError
from partenariats_sql.databases.errors import (
    RETRIED,
    DiskError,
    DiskFullError,
    NoConnectionError,
    ReadOnlyError,
    newer_store,
    old_store,
    refuse_nul,
)
from partenariats_sql.databases.kinds import Database
from partenariats_sql.databases.migrating import Migrations
from partenariats_sql.schema.statements import Statement, statements_for
from partenariats_sql.schema.tables import VERSION_TABLE

T = TypeVar("T")
TRIES = 50
"""How often a transaction is tried that PostgreSQL ended because of another."""
IN_THE_WAY: Final = (DiskError, DiskFullError, NoConnectionError, ReadOnlyError)
"""What may keep a database from being opened as usual, and yet let it be read."""


class Connection:
    """Read and write a database whose tables are of the version that is wanted."""

    def __init__(self, database: Database, migrations: Migrations) -> None:
        self.database: Database = database
        self.statements: Mapping[str, Statement] = statements_for(database.name)
        self._migrations = migrations
        self._driver: Any = None

    def prepare(self) -> None:
        """Make the tables, or bring them up to the version that is wanted."""
        driver = self.database.connect()
        try:
            found = self._version(driver.cursor())
            if found is None or found < self._migrations.head:
                self._migrate(driver)
            else:
                self._check(found)
        except Exception as error:
            raise self._named(error) from error
        finally:
            driver.close()

    def _migrate(self, driver: Any) -> None:
        try:
            self.database.take_turn()
            self.database.make_ready(driver.cursor())
            self._migrations.run(self.database.url, driver, self.database.begin_alone)
        finally:
            self.database.give_turn()

    def read(self, name: str, row: Mapping[str, Any]) -> Sequence[Any]:
        """Return the rows that a statement finds."""
        refuse_nul(row.values())
        statement = self.statements[name]
        try:
            cursor = self._cursor()
        except IN_THE_WAY as error:
            return self._read_otherwise(statement, row, error)
        with self._naming():
            found: Sequence[Any] = statement.run(cursor, row).fetchall()
            return found

    def _read_otherwise(
        self, statement: Statement, row: Mapping[str, Any], error: BackendError
    ) -> Sequence[Any]:
        """Read on a connection that is not kept: it may see no change, or keep others out."""
        for connect in self.database.ways_to_read():
            with suppress(*IN_THE_WAY), closing(self._opened(connect)) as driver:
                try:
                    found: Sequence[Any] = statement.run(driver.cursor(), row).fetchall()
                except Exception as other:
                    raise self._named(other) from other
                return found
        raise error

    def write(self, work: Callable[[Any], tuple[T, bool]]) -> T:
        """Do some work in a transaction, which is kept where the work says so.

        The work is done again where another transaction came between.
        """
        for _ in range(TRIES - 1):
            try:
                return self._write(work)
            except BackendError as error:
                if getattr(error.__cause__, "sqlstate", None) not in RETRIED:
                    raise
        return self._write(work)

    def is_made(self, work: Callable[[Any], bool], refusals: frozenset[str]) -> bool:
        """Do some work that is a transaction by itself; tell whether it was made.

        It was not where it ended with one of some states, or because of another transaction.
        """
        cursor = self._cursor()
        with self._naming():
            try:
                return work(cursor)
            except Exception as error:
                if getattr(error, "sqlstate", None) in refusals | RETRIED:
                    self._driver.rollback()
                    return False
                raise

    def forget(self) -> None:
        """Write the tables anew, without what was in them before."""
        cursor = self._cursor()
        try:
            self.database.take_turn()
            with self._naming():
                self.database.forget(cursor)
        finally:
            self.database.give_turn()

    def close(self) -> None:
        """Let go of the database."""
        if self._driver is not None:
            with suppress(Exception):
                self._closing()
            self._driver = None
        self.database.close()

    def _write(self, work: Callable[[Any], tuple[T, bool]]) -> T:
        cursor = self._cursor()
        try:
            self.database.take_turn()
            with self._naming():
                cursor.execute(self.database.begin)
                done, is_kept = work(cursor)
                cursor.execute("COMMIT" if is_kept else "ROLLBACK")
        finally:
            self.database.give_turn()
        return done

    def _cursor(self) -> Any:
        if self._driver is None:
            if not self.database.is_there():
                raise old_store()
            driver = self._opened(self.database.connect)
            self._driver = driver
            # whoever forgets to close it, or is ended, leaves nothing open
            self._closing = weakref.finalize(self, driver.close)
        return self._driver.cursor()

    def _opened(self, connect: Callable[[], Any]) -> Any:
        driver = connect()
        try:
            self._check(self._version(driver.cursor()))
        except Exception as error:
            driver.close()
            raise self._named(error) from error
        return driver

    def _check(self, found: str | None) -> None:
        if found is None or found < self._migrations.head:
            raise old_store()
        if found > self._migrations.head:
            raise newer_store(found)

    def _version(self, cursor: Any) -> str | None:
        try:
            found = self.statements["version"].run(cursor, {}).fetchone()
        except Exception as error:
            told = self._named(error)
            if isinstance(told, DamagedStoreError) and told.names["name"] == VERSION_TABLE:
                return None
            raise
        return None if found is None else str(found[0])

    def _named(self, error: Exception) -> Exception:
        return self.database.named(error)

    @contextmanager
    def _naming(self) -> Generator[None]:
        """Give errors of the driver their names; undo what was begun, or open it anew later."""
        try:
            yield
        except Exception as error:
            self._undo()
            raise self._named(error) from error
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        try:
            self._driver.rollback()
        except Exception:  # noqa: BLE001  # whatever is wrong with it, a new one is opened
            with suppress(Exception):
                self._closing()
            self._driver = None
