"""People who register for one scarce workshop: `python rush.py URL FOLDER NAME COUNT PLACES`.

It says `ready`, waits for a line, and then says the key of each request that was answered.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from server import Server

import partenariats as pa
from partenariats.model.ids import EventId, SessionId
from partenariats.model.registration.registrations import RegistrationState
from partenariats.registration.desk import RegistrationDesk
from partenariats.registration.entering import request_claim
from partenariats.registration.requests.request import Entrant, Request
from partenariats_sql.backend import SqlBackend
from partenariats_sql.options import SqlOptions

PLACES = 10
KILLING = Path(__file__).with_name("killing.py")
SESSION = SessionId("workshop")
EVENT = """
format = 1
[event]
id = "example"
title = "Example"
timezone = "Europe/Paris"
[[days]]
id = "friday"
date = 2022-03-25
[[sessions]]
id = "workshop"
day = "friday"
title = "Workshop"
start = "9:00"
end = "10:00"
capacity = {places}
"""


def desk(url: str, folder: Path, name: str = "k", places: int = PLACES) -> RegistrationDesk:
    """Return a desk at which people register for the workshop."""
    toolkit = pa.Toolkit()
    return RegistrationDesk(
        programme=toolkit.resolve(toolkit.parse(EVENT.format(places=places))),
        backend=SqlBackend(SqlOptions(url=url), EventId("example"), folder),
        now=lambda: datetime(2022, 3, 1, tzinfo=UTC),
        new_key=lambda: name,
        by=name,
    )


def start(
    url: str, folder: Path, name: str, count: int, *before: str, places: int = PLACES
) -> subprocess.Popen[str]:
    """Start a process that registers people once it is told to begin."""
    given = (url, str(folder), name, str(count), str(places))
    command = [*before, sys.executable, __file__, *given]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def begin(*processes: subprocess.Popen[str]) -> None:
    """Wait until all processes are ready, and let them register their people at once."""
    for process in processes:
        if process.stdout is None or process.stdout.readline() != "ready\n":
            raise RuntimeError(process.communicate()[1])
    for process in processes:
        if process.stdin is not None:
            process.stdin.write("\n")
            process.stdin.flush()


def answered(process: subprocess.Popen[str]) -> list[str]:
    """Wait for the end of a process; return the keys of the requests that were answered."""
    said, errors = process.communicate()
    if errors:
        raise RuntimeError(errors)
    return [line for line in said.split("\n")[:-1] if line]


def rush(url: str, folder: Path, processes: int, count: int, places: int = PLACES) -> list[str]:
    """Let processes register people at once; return the keys of the requests that were answered."""
    running = [start(url, folder, f"p{n}", count, places=places) for n in range(processes)]
    begin(*running)
    return [key for process in running for key in answered(process)]


def kill_some(
    url: str, folder: Path, count: int, chance: Random, places: int = PLACES
) -> list[str]:
    """Kill a process that registers people, so often; return the keys that were answered."""
    given = (url, str(folder), str(places), str(count), str(chance.randrange(2**32)))
    command = [sys.executable, str(KILLING), *given]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr:
        raise RuntimeError(done.stderr)
    return done.stdout.split()


def stop_server(server: Server, url: str, folder: Path, count: int, chance: Random) -> list[str]:
    """Stop the server under a process that registers people; return the keys answered before."""
    found = []
    for turn in range(count):
        process = start(url, folder, f"s{turn}", 100_000)
        begin(process)
        time.sleep(chance.uniform(0, 0.5))  # the moment is what is tried
        server.stop("immediate")
        said, errors = process.communicate()
        if "ServerGoneError" not in errors and "NoConnectionError" not in errors:
            raise RuntimeError(errors)
        found += [line for line in said.split("\n")[:-1] if line]
        server.start()
    return found


def faults(at: RegistrationDesk, keys: list[str]) -> list[str]:
    """Say what is wrong after a rush in which some requests were answered."""
    found = [f"lost: {key}" for key in keys if at.backend.owner(request_claim(key)) is None]
    states: Counter[RegistrationState] = Counter()
    positions = []
    for line in at.backend.roster():
        (own,) = (item for item in line.registrations if item.session == SESSION)
        states[own.state] += 1
        positions += [own.position] if own.position is not None else []
    people = sum(states.values())
    wanted = min(people, at.programme.by_id[SESSION].session.capacity or 0)
    if states[RegistrationState.CONFIRMED] != wanted:
        found.append(f"{states[RegistrationState.CONFIRMED]} places given of {wanted}")
    if sorted(positions) != [*range(1, people - wanted + 1)]:
        found.append(f"positions: {sorted(positions)}")
    return found + [f"{item.what}: {item.message}" for item in at.verify()]


def main(url: str, folder: str, name: str, count: str, places: str) -> None:
    """Register people one after the other."""
    at = desk(url, Path(folder), name, int(places))
    at.backend.door()
    say("ready")
    sys.stdin.readline()
    for number in range(int(count)):
        register(at, f"{name}-{number}")
    at.backend.close()


def register(at: RegistrationDesk, key: str) -> None:
    """Register somebody for the workshop, and say that it was answered."""
    one = Entrant(name=key, sessions=(SESSION,))
    at.register(Request(entrants=(one,), key=key))
    say(key)


def say(line: str) -> None:
    """Say something at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
