"""An ordinary registration on PostgreSQL, in one statement and one round trip.

The statement takes the places and writes everything, or writes nothing. Places are taken one quota
after the other in the order of their keys, each where the one before was taken; a row that another
transaction has changed meanwhile is looked at again as it then is, which is why `READ COMMITTED` is
enough. Where a later quota is full, the division by zero undoes what was taken before.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from sqlalchemy import (
    ARRAY,
    CTE,
    ColumnElement,
    Insert,
    Integer,
    Table,
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
from partenariats.model.registrations import Attendee, Registration
from partenariats_sql.committing.counting import is_joining
from partenariats_sql.schema.rows import attendee_row, registration_row
from partenariats_sql.schema.statements import ONE, Statement, compiled_for_postgresql
from partenariats_sql.schema.tables import ATTENDEES, CLAIMS, JOURNAL, QUOTAS, REGISTRATIONS

TABLES: Final = (CLAIMS, ATTENDEES, REGISTRATIONS, JOURNAL)
REFUSALS: Final = frozenset({"22012", "23505"})
"""PostgreSQL: division by zero, and a row that is there already."""


def is_ordinary(batch: Batch) -> bool:
    """Tell whether a batch only takes places and adds what is new."""
    if batch.releases or batch.queues or batch.full or not batch.takes:
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
    taken = [_take(0, None)]
    for number in range(1, quotas):
        taken.append(_take(number, taken[-1]))
    first, last = taken[0], taken[-1]
    count = select(func.count()).select_from(last).scalar_subquery()
    statement = select(
        case(
            (_any(last), ONE),
            (_any(first), ONE / count),
            else_=literal_column("0", Integer),
        )
    )
    for table in TABLES:
        statement = statement.add_cte(_insertion(table, last).cte(f"new_{table.name}"))
    return compiled_for_postgresql(statement)


def _take(number: int, before: CTE | None) -> CTE:
    """Take places of a quota, where they were taken of the one before."""
    quota = QUOTAS.c
    count = bindparam(f"count_{number}", type_=Integer)
    taking = (
        update(QUOTAS)
        .where(quota.event == bindparam("event", type_=quota.event.type))
        .where(quota.key == bindparam(f"key_{number}", type_=quota.key.type))
        .where(or_(quota.capacity.is_(None), quota.taken + count <= quota.capacity))
        .values(taken=quota.taken + count)
    )
    if before is not None:
        taking = taking.where(_any(before))
    return taking.returning(ONE.label("one")).cte(f"take_{number}")


def _any(taken: CTE) -> ColumnElement[bool]:
    return exists(select(ONE).select_from(taken))


def _columns(table: Table) -> list[str]:
    return [column.name for column in table.c if column.name not in {"event", "number"}]


def _insertion(table: Table, last: CTE) -> Insert:
    """Insert rows that are given column by column, where all places were taken."""
    names = _columns(table)
    given = [bindparam(f"{table.name}_{name}", type_=ARRAY(table.c[name].type)) for name in names]
    rows = func.unnest(*given).table_valued(*names, name=f"of_{table.name}").render_derived()
    event = bindparam("event", type_=table.c.event.type)
    new = select(event, *(rows.c[name] for name in names)).where(_any(last))
    return insert(table).from_select(["event", *names], new, include_defaults=False)
