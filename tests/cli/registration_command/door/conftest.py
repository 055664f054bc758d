"""Persons registered for an event of 2030, kept in SQLite, with a key for tickets."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest


@pytest.fixture
def ticket(answer):
    """Give a function that shows the ticket of somebody."""
    return lambda own: answer("show", own, "--ticket")["ticket"]


@pytest.fixture
def people(register, answer):
    """Register Ada, Eva and Bob, the first two for the last session; return their ids."""
    answer("ticket-keys", "--new")
    return {
        name: register(name, *more)["id"]
        for name, more in (
            ("Ada", ("--session", "bilan")),
            ("Eva", ("--session", "bilan")),
            ("Bob", ()),
        )
    }


@pytest.fixture
def scan(tmp_path):
    """Run a command in a process of its own, with lines on its standard input."""

    def run(*arguments, lines=()):
        done = subprocess.run(
            [sys.executable, "-m", "partenariats", "registration", *arguments],
            cwd=tmp_path,
            input="".join(f"{line}\r\n" for line in lines),
            capture_output=True,
            encoding="utf-8",
            check=False,
            env={"LANG": "en_GB.UTF-8", "PATH": ""},
        )
        assert done.stderr == "", done.stderr
        return done.returncode, done.stdout.splitlines()

    return run


@pytest.fixture
def verified(answer):
    """Check at the end that the journal leads to what is kept."""
    yield
    assert answer("log", "--verify") == {"differences": []}


@pytest.fixture
def rows(tmp_path):
    """Give a function that reads a sheet as a spreadsheet program does."""

    def read(name):
        text = (tmp_path / name).read_text(encoding="utf-8-sig")
        return list(csv.reader(io.StringIO(text)))

    return read


@pytest.fixture
def noted(answer):
    """Give a function that lists the check-ins of the journal, with their doors."""

    def found():
        entries = answer("log")
        return [
            (one["check_in"]["attendee"], one["check_in"]["session"], one["check_in"]["door"])
            for one in entries
            if "check_in" in one
        ]

    return found


@pytest.fixture
def lines_of():
    """Give a function that reads JSON lines."""
    return lambda said: [json.loads(line) for line in said]
