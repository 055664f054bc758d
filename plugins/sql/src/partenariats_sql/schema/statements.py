"""Every statement, made once with SQLAlchemy Core and kept as text for each database."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final

import attrs
from sqlalchemy import (
    BigInteger,
    BindParameter,
    Column,
    ColumnElement,
    Executable,
    Integer,
    Table,
    Update,
    bindparam,
    cast,
    delete,
    func,
    insert,
    literal_column,
    select,
    text,
    tuple_,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Dialect

from partenariats_sql.schema.tables import (
    ATTENDEES,
    CLAIMS,
    DOORS,
    IS_OFFERED,
    IS_WAITING,
    JOURNAL,
    QUOTAS,
    REGISTRATIONS,
    STOCK,
    TEXT_BY_BYTE,
    VERSION_TABLE,
)

PAGE: Final = 500
"""How many rows are read at once."""
BOUND: Final = "the_"
ONE: Final = literal_column("1", Integer)
FIRST_PAGE: Final = (literal_column(str(PAGE), Integer), literal_column("0", Integer))


@attrs.frozen
class Statement:
    """Hold a statement as its driver takes it, and the names of its values in their order."""

    text: str
    names: tuple[str, ...]

    def values(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return the values of a row in the order of the statement."""
        return tuple([row[name] for name in self.names])

    def run(self, cursor: Any, row: Mapping[str, Any]) -> Any:
        """Run it on a cursor of the driver, and return the cursor."""
        cursor.execute(self.text, tuple([row[name] for name in self.names]))
        return cursor

    def run_all(self, cursor: Any, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it for each of some rows."""
        cursor.executemany(self.text, [self.values(row) for row in rows])


def _the(table: Table, name: str) -> BindParameter[Any]:
    """Stand for the value of a column in a condition, where its own name is not free."""
    return bindparam(f"{BOUND}{name}", type_=table.c[name].type)


def _where(table: Table, *names: str) -> list[ColumnElement[bool]]:
    """Say that columns have the values of their names."""
    return [table.c[name] == _the(table, name) for name in names]


def _row(table: Table) -> list[Column[Any]]:
    """Return the columns of a table but the event, as `rows` reads them."""
    return [column for column in table.c if column.name != "event"]


def _next(table: Table, *names: str) -> Update:
    """Replace a row by its next version."""
    kept = [column.name for column in table.c if column.name not in names]
    return (
        update(table)
        .where(*_where(table, *names), table.c.version == _the(table, "version") - ONE)
        .values({name: bindparam(name) for name in kept})
    )


def _writing(new: Callable[[Table], Any]) -> dict[str, Executable]:
    """Give what a batch needs; `new` makes the database's insertion of a row."""
    set_quota: dict[str, BindParameter[Any]] = {
        name: bindparam(name) for name in ("capacity", "taken", "joined")
    }
    return {
        "claim": new(CLAIMS).on_conflict_do_nothing(),
        "release": delete(CLAIMS).where(*_where(CLAIMS, "event", "name")),
        "owner": select(CLAIMS.c.owner).where(*_where(CLAIMS, "event", "name")),
        "new_attendee": new(ATTENDEES).on_conflict_do_nothing(),
        "next_attendee": _next(ATTENDEES, "event", "id"),
        "new_registration": new(REGISTRATIONS).on_conflict_do_nothing(),
        "next_registration": _next(REGISTRATIONS, "event", "attendee", "session"),
        "place": update(REGISTRATIONS)
        .where(*_where(REGISTRATIONS, "event", "attendee", "session"))
        .values(position=bindparam("position")),
        "locked_quota": select(*_row(QUOTAS))
        .where(*_where(QUOTAS, "event", "key"))
        .with_for_update(),
        "new_quota": new(QUOTAS).on_conflict_do_nothing(),
        "set_quota": update(QUOTAS).where(*_where(QUOTAS, "event", "key")).values(set_quota),
        "set_door": new(DOORS).on_conflict_do_update(
            index_elements=[DOORS.c.event], set_={"is_open": _the(DOORS, "is_open")}
        ),
        "enter": insert(JOURNAL)
        .values(event=bindparam("event"), change=bindparam("change"))
        .inline(),
        "redact_entry": update(JOURNAL)
        .where(JOURNAL.c.number == _the(JOURNAL, "number"))
        .values(change=bindparam("change")),
    }


def _reading() -> dict[str, Executable]:
    """Give what the other functions of a back-end need."""
    registrations = REGISTRATIONS.c
    place = tuple_(registrations.position, registrations.attendee)
    after = tuple_(
        bindparam("position", type_=BigInteger), bindparam("attendee", type_=TEXT_BY_BYTE)
    )
    until = func.coalesce(registrations.until, registrations.at)
    return {
        "version": select(literal_column("version_num")).select_from(text(VERSION_TABLE)),
        "attendee": select(*_row(ATTENDEES)).where(*_where(ATTENDEES, "event", "id")),
        "registrations_of": select(*_row(REGISTRATIONS))
        .where(*_where(REGISTRATIONS, "event", "attendee"))
        .order_by(registrations.session),
        "waiting": select(*_row(REGISTRATIONS))
        .where(*_where(REGISTRATIONS, "event", "session"), IS_WAITING, place > after)
        .order_by(registrations.position, registrations.attendee)
        .limit(FIRST_PAGE[0])
        .offset(FIRST_PAGE[1]),
        "offered": select(*_row(REGISTRATIONS))
        .where(*_where(REGISTRATIONS, "event"), IS_OFFERED)
        .order_by(until, registrations.attendee, registrations.session),
        "roster": _roster(),
        "quotas": select(*_row(QUOTAS), _in_stock()).where(*_where(QUOTAS, "event")),
        "door": select(DOORS.c.is_open).where(*_where(DOORS, "event")),
        "journal": select(JOURNAL.c.number, JOURNAL.c.change)
        .where(*_where(JOURNAL, "event"), JOURNAL.c.number > _the(JOURNAL, "number"))
        .order_by(JOURNAL.c.number)
        .limit(FIRST_PAGE[0])
        .offset(FIRST_PAGE[1]),
    }


def _in_stock() -> ColumnElement[int]:
    """Count the places of a quota in stock, at the same moment as those in its row."""
    places = func.coalesce(func.sum(STOCK.c.places), literal_column("0", Integer))
    mine = (STOCK.c.event == QUOTAS.c.event, STOCK.c.key == QUOTAS.c.key)
    counted = select(cast(places, BigInteger)).where(*mine)
    return counted.correlate(QUOTAS).scalar_subquery().label("in_stock")


def _roster() -> Executable:
    """Read a page of attendees with their registrations at one moment."""
    page = (
        select(ATTENDEES)
        .where(*_where(ATTENDEES, "event"), ATTENDEES.c.id > _the(ATTENDEES, "id"))
        .order_by(ATTENDEES.c.id)
        .limit(FIRST_PAGE[0])
        .offset(FIRST_PAGE[1])
        .subquery()
    )
    own = REGISTRATIONS.c
    both = page.outerjoin(REGISTRATIONS, (own.event == page.c.event) & (own.attendee == page.c.id))
    columns = [column for column in page.c if column.name != "event"]
    return select(*columns, *_row(REGISTRATIONS)).select_from(both).order_by(page.c.id, own.session)


@cache
def statements_for(database: str) -> Mapping[str, Statement]:
    """Return every statement as `sqlite` or `postgresql` takes it, by name."""
    if database == "sqlite":
        made = _writing(sqlite.insert) | _reading()
        dialect = SQLiteDialect_pysqlite(paramstyle="qmark")
        return {name: _compiled(statement, dialect) for name, statement in made.items()}
    made = _writing(postgresql.insert) | _reading()
    # whoever redacts the journal sees what others are about to enter
    made["lock_journal"] = text(f"LOCK TABLE {JOURNAL.name} IN EXCLUSIVE MODE")
    return {name: compiled_for_postgresql(statement) for name, statement in made.items()}


def compiled_for_postgresql(statement: Executable) -> Statement:
    """Return a statement as PostgreSQL takes it."""
    dialect = PGDialect_psycopg(paramstyle="format")  # type: ignore[no-untyped-call]  # it has none
    return _compiled(statement, dialect)


def _compiled(statement: Any, dialect: Dialect) -> Statement:
    done: Any = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    return Statement(str(done), tuple(name.removeprefix(BOUND) for name in done.positiontup))
