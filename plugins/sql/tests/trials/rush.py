"""People who register for one scarce workshop: `python rush.py URL FOLDER NAME COUNT`.

It says `ready`, waits for a line, and then says the key of each request that was answered.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from partenariats.model.ids import EventId, SessionId
from partenariats.model.registrations import RegistrationState
from partenariats.registration.desk import RegistrationDesk
from partenariats.testing.backends.desks import desk_over, programme_with, request_of
from partenariats_sql.backend import SqlBackend
from partenariats_sql.options import SqlOptions

CAPACITY = 10
SESSION = SessionId("a")


def desk(url: str, folder: Path, name: str = "k", capacity: int = CAPACITY) -> RegistrationDesk:
    """Return a desk at which people register for the workshop."""
    backend = SqlBackend(SqlOptions(url=url), EventId("example"), folder)
    return desk_over(backend, programme_with(a=capacity), lambda: datetime.now(UTC), name)


def start(url: str, folder: Path, name: str, count: int, *before: str) -> subprocess.Popen[str]:
    """Start a process that registers people, and wait until it is ready."""
    command = [*before, sys.executable, __file__, url, str(folder), name, str(count)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    said = process.stdout.readline() if process.stdout else ""
    if said != "ready\n":
        raise RuntimeError(process.communicate()[1])
    return process


def begin(process: subprocess.Popen[str]) -> None:
    """Let a process that is ready register its people."""
    if process.stdin:
        process.stdin.write("\n")
        process.stdin.flush()


def answered(process: subprocess.Popen[str]) -> list[str]:
    """Wait for the end of a process; return the keys of the requests that were answered."""
    said, errors = process.communicate()
    if errors:
        raise RuntimeError(errors)
    return [line for line in said.split("\n")[:-1] if line]


def faults(at: RegistrationDesk, keys: list[str], capacity: int = CAPACITY) -> list[str]:
    """Say what is wrong after a rush in which some requests were answered."""
    found = [f"lost: {key}" for key in keys if at.backend.owner(f"request:{key}") is None]
    states: Counter[RegistrationState] = Counter()
    positions = []
    for line in at.backend.roster():
        (own,) = (item for item in line.registrations if item.session == SESSION)
        states[own.state] += 1
        positions += [own.position] if own.position is not None else []
    people = sum(states.values())
    wanted = min(people, capacity)
    if states[RegistrationState.CONFIRMED] != wanted:
        found.append(f"{states[RegistrationState.CONFIRMED]} places given of {wanted}")
    if sorted(positions) != [*range(1, people - wanted + 1)]:
        found.append(f"positions: {sorted(positions)}")
    return found + [f"{item.what}: {item.message}" for item in at.verify()]


def main(url: str, folder: str, name: str, count: str) -> None:
    """Register people one after the other."""
    at = desk(url, Path(folder), name)
    at.backend.door()
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(count)):
        key = f"{name}-{number}"
        at.register(request_of(f"{name} {number}", key=key, sessions=(SESSION,)))
        print(key, flush=True)
    at.backend.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
