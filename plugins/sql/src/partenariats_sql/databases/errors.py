"""What the databases refuse, named, with what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from partenariats.interfaces.registration_backend import BackendError, OldStoreError
from partenariats.language.message import Message
from partenariats_sql.databases.damage import missing


class LockedError(BackendError):
    """Another program keeps the database to itself."""


class ReadOnlyError(BackendError):
    """The database cannot be written."""


class DiskFullError(BackendError):
    """There is no room left for the database."""


class DiskError(BackendError):
    """The disk did not do what was asked of it."""


class NotADatabaseError(BackendError):
    """The file is no database, or a damaged one."""


class NewerStoreError(BackendError):
    """A later version of this plugin has written the database."""


class NoConnectionError(BackendError):
    """The database cannot be reached."""


class ServerGoneError(BackendError):
    """The connection ended in the middle of the work."""


class NotKeptError(BackendError):
    """The database cannot keep a value, such as a text with a NUL character."""


NO_LOG: Final = Message.of("nothing was changed; try again, or put back a copy of the database")
SEND_AGAIN: Final = Message.of("send the same request again, with the same key: it counts once")
LACKING: Final = ("no such table", "no such column", "has no column named")
"""What SQLite says of tables and columns that are missing."""
RETRIED: Final = frozenset({"40001", "40P01"})
"""PostgreSQL: serialization failure and deadlock, after which a transaction is tried again."""


def old_store() -> OldStoreError:
    """Say that a database is not prepared."""
    return OldStoreError(
        "the database of registrations is not prepared for this version",
        advice=Message.of("run `partenariats registration init`"),
    )


def newer_store(found: str) -> NewerStoreError:
    """Say that a database is of a later version."""
    return NewerStoreError(
        "a later version of partenariats-sql wrote the database (version {found})",
        found=found,
        advice=Message.of("run `pip install --upgrade partenariats-sql`"),
    )


def locked(seconds: float) -> LockedError:
    """Say that somebody else holds the database."""
    return LockedError(
        "another program has held the database for more than {seconds} s",
        seconds=f"{seconds:g}",
        advice=Message.of("close what is using the database, and try again"),
    )


def no_folder(folder: str) -> NoConnectionError:
    """Say that the folder of the database file is missing."""
    return NoConnectionError(
        "there is no folder `{folder}` for the database",
        folder=folder,
        advice=Message.of("make the folder, or set another `url`"),
    )


def bad_url() -> NoConnectionError:
    """Say that an address leads to neither database."""
    return NoConnectionError(
        "the `url` is not the address of a SQLite file or a PostgreSQL database",
        advice=Message.of(
            "write `sqlite:///registrations.db` or `postgresql+psycopg://USER@HOST/NAME`"
        ),
    )


def no_driver() -> NoConnectionError:
    """Say that the driver of PostgreSQL is not installed."""
    return NoConnectionError(
        "PostgreSQL needs a package that is not installed",
        advice=Message.of("run `pip install {name}`", name="partenariats-sql[postgresql]"),
    )


def named(error: Exception, seconds: float) -> Exception:
    """Return what an error of a driver means; any other error as it is."""
    error = getattr(error, "orig", None) or error  # what SQLAlchemy wraps
    kind: Any = getattr(error, "sqlite_errorname", None)
    state: Any = getattr(error, "sqlstate", None)
    if kind is not None:
        return _of_sqlite(error, str(kind), seconds)
    if state is not None:
        return _of_postgresql(error, str(state), seconds)
    driver = type(error).__module__.partition(".")[0]
    if isinstance(error, UnicodeError | OverflowError) or type(error).__name__ == "DataError":
        return not_kept(_first_line(error))
    if driver == "psycopg":
        return _gone(error)
    return _failed(error, NO_LOG) if driver == "sqlite3" else error


def _of_sqlite(error: Exception, kind: str, seconds: float) -> BackendError:
    if kind.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return locked(seconds)
    if kind.startswith("SQLITE_READONLY"):
        return read_only()
    if kind.startswith("SQLITE_FULL"):
        return full()
    if kind.startswith("SQLITE_IOERR"):
        return _disk(kind)
    if kind.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return NotADatabaseError(
            "the file of registrations is not a database, or is damaged",
            advice=Message.of("set another `url`, or put back a copy of the file"),
        )
    if kind.startswith("SQLITE_CANTOPEN"):
        return NoConnectionError(
            "the file of registrations cannot be opened",
            advice=Message.of("see whether the file and its folder may be read and written"),
        )
    if kind == "SQLITE_ERROR" and any(words in str(error) for words in LACKING):
        return missing(_first_line(error))
    return _failed(error, NO_LOG)


def _of_postgresql(error: Exception, state: str, seconds: float) -> BackendError:
    if state in {"42P01", "42703"}:
        return missing(_first_line(error))
    if state in {"55P03", "57014", *RETRIED}:
        return locked(seconds)
    if state in {"25006", "42501"}:
        return read_only()
    if state.startswith("53"):
        return full() if state == "53100" else unreachable(error)
    if state.startswith("22"):
        return not_kept(_first_line(error))
    if state.startswith(("08", "57P")):
        return _gone(error)
    if state.startswith(("28", "3D")):
        return unreachable(error)
    return _failed(error, Message.of("nothing was changed; see the log of the database"))


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def unreachable(error: Exception) -> NoConnectionError:
    """Return what an error at connecting means."""
    return NoConnectionError(
        "the database cannot be reached: {reason}",
        reason=_first_line(error),
        advice=Message.of("see whether the server runs, and whether `url` is right"),
    )


def _gone(error: Exception) -> ServerGoneError:
    return ServerGoneError(
        "the connection to the database was lost: {reason}",
        reason=_first_line(error),
        advice=SEND_AGAIN,
    )


def silent(seconds: float) -> ServerGoneError:
    """Say that a server has not answered for so long that its connection was given up."""
    return ServerGoneError(
        "the database has not answered for more than {seconds} s",
        seconds=f"{seconds:g}",
        advice=SEND_AGAIN,
    )


def read_only() -> ReadOnlyError:
    """Say that a database cannot be written."""
    return ReadOnlyError(
        "the database can only be read",
        advice=Message.of("give whoever runs this the right to write it, and its folder"),
    )


def full() -> DiskFullError:
    """Say that a disk has no room."""
    return DiskFullError(
        "there is no room left on the disk for the database",
        advice=Message.of("make room, and send the same request again"),
    )


def not_kept(reason: str | Message) -> NotKeptError:
    """Say that a value cannot be kept, and why."""
    return NotKeptError(
        "the database cannot keep a value: {reason}",
        reason=reason,
        advice=Message.of("take out characters that cannot be seen, and numbers beyond measure"),
    )


def refuse_nul(texts: Iterable[object]) -> None:
    """Raise `NotKeptError` where a text has a NUL character, which PostgreSQL cannot keep."""
    if any(isinstance(text, str) and "\0" in text for text in texts):
        raise not_kept(Message.of("a text has a NUL character"))


def _disk(kind: str) -> DiskError:
    return DiskError(
        "the disk of the database does not do its work ({name})",
        name=kind,
        advice=Message.of("check the disk, and whether files on it may grow, then try again"),
    )


def _failed(error: Exception, advice: Message) -> BackendError:
    reason = _first_line(error)
    return BackendError("the database refused: {reason}", reason=reason, advice=advice)
