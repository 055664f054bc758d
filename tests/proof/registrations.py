"""Register in a rush, and kill: nobody gets a place that is not there, or loses one.

Each proof is made on SQLite and on PostgreSQL where both can fail so. Names of proofs may be given:
`python tests/proof/registrations.py rush`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2] / "plugins" / "sql" / "tests" / "trials"))
import networks
import rush
import server

ROOT = Path(__file__).parents[2]
SQLITE = "sqlite:///registrations.db"
KILLS = int(os.environ.get("PARTENARIATS_KILLS", "500"))
"""How often a process is killed, on each database."""
MANY = 1_000_000
CHANCE = Random(2026)
Work = Callable[[str, Path], list[str]]


def tried(title: str, url: str, work: Work, places: int = rush.PLACES) -> bool:
    """Let people register on a new database; tell whether nothing is wrong afterwards."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = rush.desk(url, folder, places=places)
        desk.init()
        desk.backend.close()
        keys = work(url, folder)
        desk = rush.desk(url, folder, places=places)
        faults = rush.faults(desk, keys)
        desk.backend.close()
    took = time.monotonic() - started
    print(f"  {title}: {len(keys)} answered, {len(faults)} faults, {took:.0f} s", flush=True)
    for fault in faults[:10]:
        print(f"    {fault}")
    return not faults and bool(keys)


def in_a_rush(running: server.Server) -> bool:
    """Let 8 processes register 60 people each, and 32 processes 15 each."""

    def made(title: str, url: str, processes: int, count: int, places: int) -> bool:
        def work(url: str, folder: Path) -> list[str]:
            return rush.rush(url, folder, processes, count, places)

        return tried(f"{title}, {processes} × {count} for {places} places", url, work, places)

    return all(
        [
            made("SQLite", SQLITE, 8, 60, 10),
            made("PostgreSQL", running.schema("r8"), 8, 60, 10),
            made("PostgreSQL", running.schema("r32"), 32, 15, 10),
            made("PostgreSQL", running.schema("r300"), 32, 15, 300),
        ]
    )


def killed(running: server.Server) -> bool:
    """Kill processes that register people, at random moments: who wait, and who get places."""

    def made(title: str, url: str, places: int) -> bool:
        def work(url: str, folder: Path) -> list[str]:
            return rush.kill_some(url, folder, KILLS, CHANCE, places)

        return tried(f"{title}, killed {KILLS} times, {places} places", url, work, places)

    return all(
        [
            made("SQLite", SQLITE, 10),
            made("PostgreSQL", running.schema("kill"), 10),
            made("PostgreSQL", running.schema("stock"), MANY),
        ]
    )


def stopped(running: server.Server) -> bool:
    """Stop the server ten times as if the power failed."""
    return tried(
        "PostgreSQL, stopped 10 times",
        running.schema("stop"),
        lambda url, folder: rush.stop_server(running, url, folder, 10, CHANCE),
    )


def from_afar(_: server.Server) -> bool:
    """Register from three networks."""
    if reason := networks.why_not():
        print(f"  skipped: {reason}")
        return os.environ.get("PARTENARIATS_REQUIRE_ALL") != "1"
    with networks.machines(3) as machines:
        running = server.Server(",".join(address for address, _ in machines))

        def work(_url: str, folder: Path) -> list[str]:
            processes = [
                rush.start(running.url(host=address), folder, f"m{n}-{address}", 60, *before)
                for n, (address, before) in enumerate(machines * 3)
            ]
            rush.begin(*processes)
            return [key for process in processes for key in rush.answered(process)]

        try:
            return tried("PostgreSQL, 3 machines × 3 × 60", running.url(), work)
        finally:
            running.close()


def at_random(_: server.Server) -> bool:
    """Ask for 10,000 things at random, on each database, and compare with a model."""
    command = [sys.executable, "-m", "pytest", "-q", "-k", "any_run", "plugins/sql/tests"]
    settings = {**os.environ, "PARTENARIATS_RUNS": "200"}
    return subprocess.run(command, cwd=ROOT, env=settings, check=False).returncode == 0


PROOFS = {
    "rush": in_a_rush,
    "networks": from_afar,
    "power": stopped,
    "random": at_random,
    "kill": killed,
}


def main(wanted: list[str]) -> int:
    """Make the proofs that are wanted, all where none is named; say how each went."""
    os.nice(10)
    if server.MISSING is not None:
        print(f"no PostgreSQL on this machine: `{server.MISSING}` is missing")
        return int(os.environ.get("PARTENARIATS_REQUIRE_ALL") == "1")
    running = server.Server()
    failed = []
    try:
        for name, prove in PROOFS.items():
            if not wanted or name in wanted:
                print(f"- {name}", flush=True)
                failed += [] if prove(running) else [name]
    finally:
        running.close()
    print(f"failed: {', '.join(failed)}" if failed else "all proved")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
