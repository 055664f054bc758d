"""Places in stock, and those who take them while others look."""

from __future__ import annotations

from typing import Any

from partenariats_sql.backend import SqlBackend
from partenariats_sql.committing.stock import Stock
from partenariats_sql.committing.transaction import Transaction


def lay_in(backend: SqlBackend, *keys: str) -> None:
    """Lay in half of the places that quotas have left."""

    def work(cursor: Any) -> tuple[None, bool]:
        stock = Stock(cursor, backend.event)
        made = Transaction(cursor, backend._connection.statements, backend.event, stock)
        for key in keys:
            made._set(stock.lay_in(made._locked(key)))
        return None, True

    backend._connection.write(work)


def in_stock(backend: SqlBackend, key: str = "event") -> int:
    """Count the places of a quota in stock."""
    text = "SELECT coalesce(sum(places), 0)::int FROM partenariats_stock WHERE key = %s"
    found: int = backend._connection._cursor().execute(text, (key,)).fetchone()[0]
    return found


def wait_for_lock(connection: Any) -> None:
    """Wait until somebody waits for a row that this connection holds."""
    waiting = "SELECT 1 FROM pg_stat_activity WHERE %s = ANY(pg_blocking_pids(pid))"
    own = connection.info.backend_pid
    for _ in range(50_000):
        if connection.execute(waiting, (own,)).fetchone():
            return
        connection.execute("SELECT pg_stat_clear_snapshot()")
    raise AssertionError("nobody waits")
