"""An ordinary registration on PostgreSQL, in one statement and one round trip.

The statement writes everything and takes the places, or does nothing. Places are taken last, so
that quotas, which many want, are locked shortest: one after the other in the order of their keys,
each where the one before was taken. A quota that another transaction has changed meanwhile is
looked at again as it then is, which is why `READ COMMITTED` is enough. Where one is full by then, a
division by zero undoes everything; where it was full before, nothing is written to begin with.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from sqlalchemy import (
    ARRAY,
    CTE,
    BindParameter,
    Column,
    ColumnElement,
    Integer,
    ScalarSelect,
    Table,
    Update,
    bindparam,
    case,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from partenariats.interfaces.journal_text import change_text
from partenariats.interfaces.registration_backend import Batch
from partenariats.model.ids import EventId
from partenariats.model.registration.registrations import Attendee, Registration
from partenariats_sql.committing.counting import is_joining
from partenariats_sql.schema.rows import attendee_row, registration_row
from partenariats_sql.schema.statements import ONE, Statement, compiled_for_postgresql
from partenariats_sql.schema.tables import ATTENDEES, CLAIMS, JOURNAL, QUOTAS, REGISTRATIONS

TABLES: Final = (CLAIMS, ATTENDEES, REGISTRATIONS, JOURNAL)
ZERO: Final = literal_column("0", Integer)
REFUSALS: Final = frozenset({"22012", "23505"})
"""PostgreSQL: division by zero, and a row that is there already."""


def is_ordinary(batch: Batch) -> bool:
    """Tell whether a batch only takes places and adds what is new."""
    if batch.releases or batch.queues or batch.full or not batch.takes or not batch.changes:
        return False
    return all(count > 0 for _, count in batch.takes) and all(
        isinstance(change.subject, Attendee | Registration)
        and change.subject.version == 1
        and not is_joining(change.subject)
        for change in batch.changes
    )


def is_made(cursor: Any, event: EventId, batch: Batch) -> bool:
    """Make an ordinary batch; tell whether its places were taken. Nothing is written otherwise."""
    return bool(statement_for(len(batch.takes)).run(cursor, values(event, batch)).fetchone()[0])


def values(event: EventId, batch: Batch) -> dict[str, Any]:
    """Return what the statement is given: for each column of what is new, a list of values."""
    row: dict[str, Any] = {"event": event}
    for number, (key, count) in enumerate(sorted(batch.takes)):
        row |= {f"key_{number}": key, f"count_{number}": count}
    subjects = [change.subject for change in batch.changes]
    new = {
        CLAIMS: [{"name": name, "owner": owner} for name, owner in sorted(batch.claims)],
        ATTENDEES: [attendee_row(event, item) for item in subjects if isinstance(item, Attendee)],
        REGISTRATIONS: [
            registration_row(event, item) for item in subjects if isinstance(item, Registration)
        ],
        JOURNAL: [{"change": change_text(change)} for change in batch.changes],
    }
    for table, rows in new.items():
        for name in _columns(table):
            row[f"{table.name}_{name}"] = [item[name] for item in rows]
    return row


@cache
def statement_for(quotas: int) -> Statement:
    """Return the statement that takes places of so many quotas."""
    room = _room(quotas)
    new = {table: _insertion(table, room) for table in TABLES}
    taken: list[CTE] = []
    for number in range(quotas):
        taking = _taking(number)
        # each of these conditions makes the statement do first what it mentions
        if taken:
            taking = taking.where(_any(taken[-1]))
        else:
            taking = taking.where(
                _any(new[JOURNAL]), *(_count(cte) >= ZERO for cte in new.values())
            )
        taken.append(taking.returning(ONE.label("one")).cte(f"take_{number}"))
    last = taken[-1]
    outcome = case((_any(last), ONE), (_any(new[JOURNAL]), ONE / _count(last)), else_=ZERO)
    return compiled_for_postgresql(select(outcome))


def _value(column: Column[Any], name: str | None = None) -> BindParameter[Any]:
    return bindparam(name or column.name, type_=column.type)


def _has_room(number: int) -> tuple[ColumnElement[bool], ...]:
    """Say of a row of quotas that it is the one of a number, and has room."""
    quota = QUOTAS.c
    return (
        quota.event == _value(quota.event),
        quota.key == _value(quota.key, f"key_{number}"),
        or_(
            quota.capacity.is_(None),
            quota.taken + _value(quota.taken, f"count_{number}") <= quota.capacity,
        ),
    )


def _room(quotas: int) -> CTE:
    """Find one row where all quotas have room, as far as can be seen without locking them."""
    rooms = (exists(select(ONE).where(*_has_room(number))) for number in range(quotas))
    return select(ONE.label("one")).where(*rooms).cte("room")


def _taking(number: int) -> Update:
    """Take places of a quota."""
    quota = QUOTAS.c
    count = _value(quota.taken, f"count_{number}")
    return update(QUOTAS).where(*_has_room(number)).values(taken=quota.taken + count)


def _any(cte: CTE) -> ColumnElement[bool]:
    return exists(select(ONE).select_from(cte))


def _count(cte: CTE) -> ScalarSelect[int]:
    return select(func.count()).select_from(cte).scalar_subquery()


def _columns(table: Table) -> list[str]:
    return [column.name for column in table.c if column.name not in {"event", "number"}]


def _insertion(table: Table, room: CTE) -> CTE:
    """Insert rows that are given column by column, where there is room."""
    names = _columns(table)
    given = [bindparam(f"{table.name}_{name}", type_=ARRAY(table.c[name].type)) for name in names]
    rows = func.unnest(*given).table_valued(*names, name=f"of_{table.name}").render_derived()
    event = _value(table.c.event)
    new = select(event, *(rows.c[name] for name in names)).where(_any(room))
    made = insert(table).from_select(["event", *names], new, include_defaults=False)
    return made.returning(ONE.label("one")).cte(f"new_{table.name}")
