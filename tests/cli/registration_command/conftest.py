"""An event whose registrations are kept in SQLite, and the commands.

They run in this process: the Niort example runs them as people do.
"""

from __future__ import annotations

import json
import sqlite3

import attrs
import pytest
from click.testing import CliRunner

from partenariats.cli.main import group

EVENT = """format = 1
[event]
id = "x"
title = "Assises"
language = "fr"
timezone = "Europe/Paris"
audiences = [{ id = "elus", title = "les élus", capacity = 3 }]
[[days]]
id = "jeudi"
date = 2030-03-21
[[sessions]]
id = "ateliers"
day = "jeudi"
kind = "group_work"
title = "Travail en ateliers"
start = "14:00"
end = "15:30"
[[workshops]]
id = "atelier-1"
within = "ateliers"
capacity = 1
[[workshops]]
id = "atelier-2"
within = "ateliers"
[[sessions]]
id = "bilan"
day = "jeudi"
title = "Bilan"
start = "16:00"
end = "16:30"
[registration]
use = "sql"
capacity = 4
closes = "14 days before, 23:59"
questions = [
  { id = "repas", text = "Repas ?", kind = "several", purpose = "p", choices = [
    { id = "midi", text = "midi" }, { id = "soir", text = "soir" } ] },
  { id = "nuit", text = "Nuit ?", kind = "yes_no", purpose = "p" },
  { id = "age", text = "Âge ?", kind = "number", purpose = "p" },
  { id = "venue", text = "Venue ?", kind = "date", purpose = "p" },
]
"""


@attrs.frozen
class Done:
    """Say how a command ended."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command in a folder of its own, for a reader of English."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments):
        env = {"LANG": "en_GB.UTF-8", "LC_ALL": None, "LC_MESSAGES": None}
        done = CliRunner().invoke(group, arguments, env=env)
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Done(done.exit_code, done.stdout, done.stderr)

    return run_command


@pytest.fixture
def event(tmp_path):
    """Write the event, where people register in 2030."""
    file = tmp_path / "event.toml"
    file.write_text(EVENT)
    return file


@pytest.fixture
def change_event(event):
    """Exchange a text of the event file, which stands there once."""

    def change(old, new):
        text = event.read_text()
        assert text.count(old) == 1
        event.write_text(text.replace(old, new))

    return change


@pytest.fixture
def desk(run, event):
    """Run a command of registration on the event."""
    return lambda name, *arguments: run("registration", name, "event.toml", *arguments)


@pytest.fixture
def answer(desk):
    """Run a command that goes well; return its answer in JSON."""

    def ask(name, *arguments):
        done = desk(name, *arguments, "--json")
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        return json.loads(done.stdout)

    return ask


@pytest.fixture
def refusal(desk):
    """Run a command that is refused; return its exit code and its error in JSON."""

    def ask(name, *arguments):
        done = desk(name, *arguments, "--json")
        return done.returncode, json.loads(done.stdout)["error"]

    return ask


@pytest.fixture
def register(answer):
    """Prepare the store, and give what registers somebody by a first name."""
    answer("init")

    def one(name, *arguments):
        address = f"{name.lower()}@example.org"
        return answer("register", "--name", f"{name} Exemple", "--email", address,
                      "--key", name, *arguments)  # fmt: skip

    return one


@pytest.fixture
def tamper(tmp_path):
    """Change the database behind the back of the journal."""

    def change(statement):
        connection = sqlite3.connect(tmp_path / "registrations.db")
        connection.execute(statement)
        connection.commit()
        connection.close()

    return change
