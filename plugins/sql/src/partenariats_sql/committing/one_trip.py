"""An ordinary registration on PostgreSQL, in one round trip.

The statements of a transaction are sent one after the other, without waiting for answers. Places
are taken last, each out of the stock of its quota (see `stock`), where nobody waits for anybody.
Where a stock has too few by then, a division by zero ends everything; where it had too few before,
nothing is written to begin with. What is not made so is left to the transaction that counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Integer,
    Table,
    Text,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy import column as table_column
from sqlalchemy import values as table_of

from partenariats.interfaces.journal_text import change_text
from partenariats.interfaces.registration_backend import Batch
from partenariats.model.ids import EventId
from partenariats.model.registration.registrations import Attendee, Registration
from partenariats_sql.committing.counting import is_joining
from partenariats_sql.schema.rows import attendee_row, registration_row
from partenariats_sql.schema.statements import ONE, Statement, compiled_for_postgresql
from partenariats_sql.schema.tables import ATTENDEES, CLAIMS, JOURNAL, REGISTRATIONS, STOCK

TABLES: Final = (CLAIMS, ATTENDEES, REGISTRATIONS, JOURNAL)
ZERO: Final = literal_column("0", Integer)
ROOM: Final = literal_column("'partenariats.room'", Text)
"""A setting of the transaction, by which its statements know whether there was room."""
YES: Final = literal_column("'true'", Text)
MOST: Final = 20
"""How many rows are added at once: for each number up to it there is a statement."""
REFUSALS: Final = frozenset({"22012", "23505"})
"""PostgreSQL: division by zero, and a row that is there already."""


def is_ordinary(batch: Batch) -> bool:
    """Tell whether a batch only takes places and adds what is new."""
    if batch.releases or batch.queues or batch.full or batch.redactions:
        return False
    if not batch.takes or not batch.changes:
        return False
    return all(count > 0 for _, count in batch.takes) and all(
        isinstance(change.subject, Attendee | Registration)
        and change.subject.version == 1
        and not is_joining(change.subject)
        for change in batch.changes
    )


def is_made(cursor: Any, event: EventId, batch: Batch) -> bool:
    """Make an ordinary batch; tell whether its places were taken. Nothing is written otherwise.

    Where it raises an error, the transaction is to be rolled back.
    """
    failed: Exception | None = None
    try:
        with cursor.connection.pipeline():
            try:
                _send(cursor, event, batch)
            # the pipeline is left without an error, or it would write to the log of the program
            except Exception as error:  # noqa: BLE001  # it is raised below
                failed = error
    except Exception as error:  # noqa: BLE001  # it is raised below
        failed = failed or _first(error)
    if failed is not None:
        raise failed
    return bool(cursor.fetchone()[0] == "true")


def _send(cursor: Any, event: EventId, batch: Batch) -> None:
    """Send all statements; the cursor gets the answer of the one that looks for room."""
    takes: dict[str, Any] = {"event": event}
    for number, (key, count) in enumerate(sorted(batch.takes)):
        takes |= {f"key_{number}": key, f"count_{number}": count}
    with cursor.connection.cursor() as other:
        other.execute("BEGIN")
        _looking(len(batch.takes)).run(cursor, takes)
        for table, rows in new_rows(event, batch).items():
            for start in range(0, len(rows), MOST):
                part = rows[start : start + MOST]
                given = [value for row in part for value in _values(table, event, row)]
                other.execute(_addition(table, len(part)), given)
        for number in range(len(batch.takes)):
            _taking(number).run(other, takes)
        other.execute("COMMIT")  # not sent where a statement before it could not be


def _values(table: Table, event: EventId, row: Mapping[str, Any]) -> list[Any]:
    return [event if name == "event" else row[name] for name in _columns(table)]


def _first(error: Exception) -> Exception:
    """Return the error because of which the statements after it were not run."""
    while type(error).__name__ == "PipelineAborted" and isinstance(error.__context__, Exception):
        error = error.__context__
    return error


def new_rows(event: EventId, batch: Batch) -> dict[Table, list[dict[str, Any]]]:
    """Return what an ordinary batch adds to each table, in the order of their keys."""
    subjects = [change.subject for change in batch.changes]
    return {
        CLAIMS: [{"name": name, "owner": owner} for name, owner in sorted(batch.claims)],
        ATTENDEES: [attendee_row(event, item) for item in subjects if isinstance(item, Attendee)],
        REGISTRATIONS: [
            registration_row(event, item) for item in subjects if isinstance(item, Registration)
        ],
        JOURNAL: [{"change": change_text(change)} for change in batch.changes],
    }


@cache
def _looking(quotas: int) -> Statement:
    """Note whether so many quotas have places in stock, as far as can be seen without a lock."""
    rooms = (exists(select(ONE).where(*_has_places(number))) for number in range(quotas))
    is_room = cast(and_(*rooms), Text)
    return compiled_for_postgresql(select(func.set_config(ROOM, is_room, literal_column("true"))))


@cache
def _taking(number: int) -> Statement:
    """Take places that nobody else is taking, or end the transaction where there are none."""
    stock = STOCK.c
    free = select(stock.number).where(*_has_places(number)).order_by(stock.places.desc())
    one = free.limit(ONE).with_for_update(skip_locked=True).scalar_subquery()
    taking = update(STOCK).where(_is_room(), *_is_of(number), stock.number == one)
    left = stock.places - _value(stock.places, f"count_{number}")
    taken = taking.values(places=left).returning(ONE.label("one")).cte("taken")
    found = select(func.count()).select_from(taken).scalar_subquery()
    return compiled_for_postgresql(select(case((_is_room(), ONE / found), else_=ZERO)))


def _is_room() -> ColumnElement[bool]:
    return func.current_setting(ROOM, type_=Text) == YES


def _value(column: Column[Any], name: str | None = None) -> BindParameter[Any]:
    return bindparam(name or column.name, type_=column.type)


def _has_places(number: int) -> tuple[ColumnElement[bool], ...]:
    """Say of a row in stock that it is of the quota of a number, and has enough places."""
    count = _value(STOCK.c.places, f"count_{number}")
    return (*_is_of(number), STOCK.c.places >= count)


def _is_of(number: int) -> tuple[ColumnElement[bool], ...]:
    key = _value(STOCK.c.key, f"key_{number}")
    return (STOCK.c.event == _value(STOCK.c.event), STOCK.c.key == key)


@cache
def _columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.c if column.name != "number")


@cache
def _addition(table: Table, rows: int) -> str:
    """Add so many rows, where there is room."""
    names = _columns(table)
    given = [
        tuple(bindparam(f"{name}_{number}", type_=table.c[name].type) for name in names)
        for number in range(rows)
    ]
    columns = (table_column(name, table.c[name].type) for name in names)
    new = select(table_of(*columns, name="new").data(given)).where(_is_room())
    made = insert(table).from_select(names, new, include_defaults=False)
    return compiled_for_postgresql(made).text
