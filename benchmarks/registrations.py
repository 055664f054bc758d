"""Measure what registering costs, as ratios to the driver alone doing the same work.

`python3 make.py bench` runs it. Throughput is of whole registrations: two claims, an attendee,
a registration for the event and one for a hot workshop, two quotas, three entries of the journal.
"""

from __future__ import annotations

import multiprocessing
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

import psycopg

sys.path.insert(0, str(Path(__file__).parents[1] / "plugins" / "sql" / "tests" / "trials"))
import server

from partenariats.interfaces.registration_backend import Batch, Declined
from partenariats.model.ids import AttendeeId, EventId, SessionId
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    Change,
    Registration,
    RegistrationState,
)
from partenariats_sql.backend import SqlBackend
from partenariats_sql.committing.one_trip import new_rows
from partenariats_sql.options import SqlOptions
from partenariats_sql.schema.statements import statements_for

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
EVENT = EventId("e")
HOT = "session:hot"
PLACES = 1_000_000
Work = Callable[[Batch], None]


def registering(name: str) -> Batch:
    """Return what registers somebody for the event and the hot workshop."""
    own = AttendeeId(f"p-{name}")
    subjects = (
        Attendee(id=own, name=f"Zoé {name}", email=f"{name}@exemple.invalid"),
        *(
            Registration(attendee=own, session=session, state=RegistrationState.CONFIRMED, at=AT)
            for session in (None, SessionId("hot"))
        ),
    )
    return Batch(
        changes=tuple(Change(at=AT, by="bench", why="", subject=item) for item in subjects),
        claims=((f"email:{name}", own), (f"request:{name}", own)),
        takes=(("event", 1), (HOT, 1)),
    )


def prepared(url: str, folder: Path, **options: Any) -> SqlBackend:
    """Return a database in which the workshop has places."""
    backend = SqlBackend(SqlOptions(url=url, **options), EVENT, folder)
    backend.prepare()
    subjects = [Capacity(key=key, capacity=PLACES) for key in ("event", HOT)]
    changes = tuple(Change(at=AT, by="bench", why="", subject=item) for item in subjects)
    backend.commit(Batch(changes=changes))
    return backend


def rows_of(batch: Batch) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the statements that write a batch, with the values of each."""
    names = ("claim", "new_attendee", "new_registration", "enter")
    for name, rows in zip(names, new_rows(EVENT, batch).values(), strict=True):
        for row in rows:
            yield name, {"event": EVENT, **row}


def by_driver(cursor: Any, database: str, begin: str, batches: Sequence[Batch]) -> Work:
    """Lock the quotas, look, and write: as one writes it with the driver alone."""
    made = statements_for(database)
    ready = {
        batch.claims: [(made[name].text, made[name].values(row)) for name, row in rows_of(batch)]
        for batch in batches
    }
    lock, update = made["locked_quota"].text, made["set_quota"].text

    def work(batch: Batch) -> None:
        cursor.execute(begin)
        found = [cursor.execute(lock, (EVENT, key)).fetchone() for key, _ in batch.takes]
        if all(taken < capacity for _, capacity, taken, _ in found):
            for text, row in ready[batch.claims]:
                cursor.execute(text, row)
            for key, capacity, taken, joined in found:
                cursor.execute(update, (capacity, taken + 1, joined, EVENT, key))
        cursor.execute("COMMIT")

    return work


def by_backend(backend: SqlBackend) -> Work:
    """Commit, and see that it was made."""

    def work(batch: Batch) -> None:
        outcome = backend.commit(batch)
        if isinstance(outcome, Declined):
            raise RuntimeError(outcome)  # noqa: TRY004  # an answer, of the wrong kind

    return work


def timed(work: Work, batches: Sequence[Batch]) -> list[float]:
    """Return how long each batch took, in seconds."""
    times = []
    for batch in batches:
        started = time.perf_counter()
        work(batch)
        times.append(time.perf_counter() - started)
    return times


def sqlite_rates(synchronous: str, count: int) -> tuple[float, float]:
    """Return how many registrations a second SQLite makes, by the plugin and by the driver."""
    with tempfile.TemporaryDirectory() as name:
        backend = prepared("sqlite:///r.db", Path(name), synchronous=synchronous)
        driver = sqlite3.connect(Path(name) / "r.db", isolation_level=None)
        driver.execute(f"PRAGMA synchronous={synchronous}")
        sums = [0.0, 0.0]
        # by turns, so that whatever else the machine does strikes both
        for turn in range(10):
            ours = [registering(f"a-{turn}-{n}") for n in range(count // 10)]
            bare = [registering(f"b-{turn}-{n}") for n in range(count // 10)]
            work = by_driver(driver.cursor(), "sqlite", "BEGIN IMMEDIATE", bare)
            sums[0] += sum(timed(by_backend(backend), ours))
            sums[1] += sum(timed(work, bare))
        driver.close()
        backend.close()
    return count / sums[0], count / sums[1]


def one_process(url: str, name: str, count: int, gate: Any, out: Any) -> None:
    """Register people in a process of its own."""
    batches = [registering(f"{name}-{n}") for n in range(count)]
    warm = [registering(f"{name}-warm-{n}") for n in range(3)]
    if name.startswith("plugin"):
        backend = SqlBackend(SqlOptions(url=url), EVENT, Path())
        work = by_backend(backend)
    else:
        driver = psycopg.connect(url.replace("+psycopg", ""), autocommit=True, prepare_threshold=1)
        work = by_driver(driver.cursor(), "postgresql", "BEGIN", [*batches, *warm])
    timed(work, warm)
    gate.wait()
    started = time.time()
    times = timed(work, batches)
    out.put((started, time.time(), times))


def postgresql_run(url: str, way: str, processes: int, count: int) -> tuple[float, float]:
    """Return registrations a second, and the time within which 99 of 100 were made."""
    context = multiprocessing.get_context("fork")
    gate, out = context.Barrier(processes), context.SimpleQueue()
    name = f"{way}-{processes}-{time.time_ns()}"
    running = [
        context.Process(target=one_process, args=(url, f"{name}-{n}", count, gate, out))
        for n in range(processes)
    ]
    for process in running:
        process.start()
    found = [out.get() for _ in running]
    for process in running:
        process.join()
    times = sorted(one for _, _, own in found for one in own)
    took = max(end for _, end, _ in found) - min(start for start, _, _ in found)
    return len(times) / took, times[len(times) * 99 // 100]


def row(work: str, measured: str, floor: str, ratio: float, reach: str) -> None:
    """Print one line of the table."""
    print(f"| {work} | {measured} | {floor} | {ratio:.2f} × | {reach} |", flush=True)


def main() -> None:
    """Print the table."""
    print("| registering | measured | floor | ratio | to reach |\n|---|---|---|---|---|")
    for synchronous, reach in (("full", 0.45), ("normal", 0.3)):
        ours, bare = sqlite_rates(synchronous, 1000)
        row(
            f"SQLite, {synchronous}",
            f"{ours:.0f}/s",
            f"sqlite3 {bare:.0f}/s",
            ours / bare,
            f"≥ {reach} ×",
        )
    if server.MISSING is not None:
        print(f"| PostgreSQL | `{server.MISSING}` is missing ||||")
        return
    running = server.Server()
    try:
        prepared(running.url(), Path()).close()
        for processes, reach in ((8, 1.8), (32, 2.5)):
            postgresql(running.url(), processes, reach)
    finally:
        running.close()


def postgresql(url: str, processes: int, reach: float, tries: int = 3) -> None:
    """Print how PostgreSQL does with so many connections, each in a process: the median of runs."""
    runs = [
        [postgresql_run(url, way, processes, 2400 // processes) for way in ("plugin", "driver")]
        for _ in range(tries)
    ]
    rates = [median(run[way][0] for run in runs) for way in (0, 1)]
    slow = [median(run[way][1] for run in runs) for way in (0, 1)]
    title = f"PostgreSQL, {processes} connections"
    measured, floor = (f"{rate:.0f}/s" for rate in rates)
    row(title, measured, f"`FOR UPDATE` {floor}", rates[0] / rates[1], f"≥ {reach} ×")
    measured, floor = (f"{one * 1000:.0f} ms" for one in slow)
    row(f"{title}, p99", measured, f"`FOR UPDATE` {floor}", slow[0] / slow[1], "≤ 0.3 × at 32")


if __name__ == "__main__":
    main()
