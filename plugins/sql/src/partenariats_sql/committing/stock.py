"""Places in stock on PostgreSQL, out of which many take at once without waiting for each other.

Some places of a quota are laid in: its row counts them as taken, and they lie in a few rows of
their own, of which whoever registers takes the fullest that nobody else is taking. So the places
that are really taken are those of the quota's row without those in stock, at any moment.

This is exact at `READ COMMITTED`:

- Places are laid in and put back only by who has locked the row of the quota. A transaction that
  counts, because a quota seems full, or somebody is to wait for it, or its capacity changes, locks
  that row and then puts the stock back: this waits for those who are taking out of it, whose places
  are then taken if they commit and free if they do not, and nobody can begin to take after it.
- A transaction that finds room beside the stock need not count: there is room all the more.
- The row that one takes from is looked at again once it is locked, with the places it then has.

There is no deadlock by it: whoever has locked rows of the stock either takes, and then waits for
nothing more, or has locked the quotas in the order of their keys before.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import attrs
from sqlalchemy import (
    BigInteger,
    Executable,
    Integer,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal_column,
    select,
)

from partenariats.model.ids import EventId
from partenariats.model.registration.registrations import Quota
from partenariats_sql.schema.statements import ONE, Statement, compiled_for_postgresql
from partenariats_sql.schema.tables import STOCK

ROWS: Final = 64
"""How many may take places of one quota at once; those above wait for its row."""
MOST: Final = 65_536
"""How many places are laid in at most."""


@attrs.frozen
class Stock:
    """Keep places of an event in stock, in a transaction that has locked the quotas."""

    cursor: Any
    event: EventId

    def is_empty(self, key: str) -> bool:
        """Tell whether nobody finds a place of a quota in stock."""
        return self._run("places", key).fetchone() is None

    def put_back(self, quota: Quota) -> Quota:
        """Put everything back; return the quota as its row is to be."""
        places = sum(row[0] for row in self._run("put_back", quota.key).fetchall())
        return attrs.evolve(quota, taken=quota.taken - places)

    def lay_in(self, quota: Quota) -> Quota:
        """Lay in half of the places that a quota has left; return it as its row is to be.

        The other half is for those who need not count then.
        """
        left = 2 * MOST if quota.capacity is None else quota.capacity - quota.taken
        places = min(MOST, (left + 1) // 2)
        if places <= 0:
            return quota
        self._run("put_back", quota.key)  # rows without places
        each, more = divmod(places, ROWS)
        self._run("lay_in", quota.key, rows=min(ROWS, places), each=each, more=more)
        return attrs.evolve(quota, taken=quota.taken + places)

    def _run(self, name: str, key: str, **row: Any) -> Any:
        return _statements()[name].run(self.cursor, {"event": self.event, "key": key, **row})


@cache
def _statements() -> dict[str, Statement]:
    stock = STOCK.c
    event, key = bindparam("event", type_=stock.event.type), bindparam("key", type_=stock.key.type)
    mine = (stock.event == event, stock.key == key)
    made: dict[str, Executable] = {
        "places": select(ONE).where(*mine, stock.places > literal_column("0")).limit(ONE),
        "put_back": delete(STOCK).where(*mine).returning(stock.places),
        "lay_in": _laying_in(),
    }
    return {name: compiled_for_postgresql(statement) for name, statement in made.items()}


def _laying_in() -> Executable:
    """Spread places over rows as evenly as can be, the first ones having one more."""
    stock = STOCK.c
    number = func.generate_series(ONE, bindparam("rows", type_=Integer)).column_valued("number")
    more = case((number <= bindparam("more", type_=Integer), ONE), else_=literal_column("0"))
    new = select(
        bindparam("event", type_=stock.event.type),
        bindparam("key", type_=stock.key.type),
        number,
        bindparam("each", type_=BigInteger) + more,
    )
    return insert(STOCK).from_select(["event", "key", "number", "places"], new)
