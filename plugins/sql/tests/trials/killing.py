"""Processes that register people and are killed: `python killing.py URL FOLDER PLACES COUNT SEED`.

Each is a copy of this one, which has everything loaded and no connection, so that a kill takes no
longer than the moment that is tried. It says the key of each request that was answered.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from random import Random
from typing import NoReturn

import rush

import partenariats_sql
from partenariats.registration.desk import RegistrationDesk
from partenariats_sql.schema.statements import statements_for

DRIVERS = ("psycopg", "sqlite3")
ANSWERS = 10
"""Before so many answers each is killed, however busy the machine is."""
LONGEST = 0.02
"""Within how many seconds after the last of them."""


def main(url: str, folder: str, places: str, count: str, seed: str) -> None:
    """Kill so many, one after the other."""
    chance = Random(int(seed))
    load()
    at = rush.desk(url, Path(folder), places=int(places))  # it connects when it is first used
    for turn in range(int(count)):
        moment = (chance.randrange(ANSWERS), chance.uniform(0, LONGEST))
        answered = killed(at, f"k{turn}", *moment)
        rush.say("".join(f"{key}\n" for key in answered).rstrip("\n"))


def load() -> None:
    """Load all that registers people, on both databases."""
    found = (
        module.name for module in walk_packages(partenariats_sql.__path__, "partenariats_sql.")
    )
    for name in (*DRIVERS, *(name for name in found if "migrations" not in name)):
        import_module(name)
    for database in ("sqlite", "postgresql"):
        statements_for(database)


def killed(at: RegistrationDesk, name: str, answers: int, seconds: float) -> list[str]:
    """Kill a process some time after it has answered so often; return what it answered."""
    mine, its = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(mine)
        os.dup2(its, sys.stdout.fileno())
        register(at, name)
    os.close(its)
    with os.fdopen(mine) as said:
        begun = said.readline()
        first = [said.readline() for _ in range(answers)]
        time.sleep(seconds)  # the moment is what is tried
        os.kill(process, signal.SIGKILL)
        answered = [*map(str.strip, first), *said.read().split()]
    _, status = os.waitpid(process, 0)
    if begun != "ready\n" or os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise RuntimeError(name)
    return answered


def register(at: RegistrationDesk, name: str) -> NoReturn:
    """Register people until the end, which is to come from outside."""
    try:
        at.backend.door()
        rush.say("ready")
        number = 0
        while True:
            rush.register(at, f"{name}-{number}")
            number += 1
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        os._exit(1)  # nothing that the first process began is ended here


if __name__ == "__main__":
    main(*sys.argv[1:])
