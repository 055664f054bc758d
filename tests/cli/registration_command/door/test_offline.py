"""Doors without a network: opened, used and merged."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from datetime import timedelta

import attrs
import pytest

from partenariats.registration.door.journals import header_line, read_journal


@pytest.fixture
def door(run, people):
    """Give what runs a command of doors and returns its answer in JSON."""
    assert people

    def command(name, *arguments, code=0):
        done = run("registration", "door", name, *arguments, "--json")
        assert done.returncode == code, done.stdout + done.stderr
        return json.loads(done.stdout)

    return command


@pytest.fixture
def doors(door):
    """Open the doors `est` and `ouest`, and that of a session."""
    for name in ("est", "ouest"):
        assert door("open", "event.toml", name, "-o", f"{name}.door")["people"] == 3
    made = door("open", "event.toml", "salle", "-o", "salle.door", "--session", "bilan")
    assert made["people"] == 2
    return door


def test_a_door_file_is_secret_and_never_written_over(doors, run, tmp_path):
    """It is for its owner alone, says so, and may hold who came."""
    file = tmp_path / "est.door"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_bytes()
    assert doors("open", "event.toml", "est", "-o", "est.door", code=1)["error"]["code"] == (
        "door-file"
    )
    assert file.read_bytes() == before
    done = run("registration", "door", "open", "event.toml", "sud", "-o", "sud.door")
    assert done.stdout.splitlines() == [
        "door sud: persons on the list: 3",
        "the file holds their names and the keys of the tickets: keep it secret",
    ]


def test_doors_need_nothing_but_their_file(doors, people, ticket, run, tmp_path, event):
    """Neither the event nor the store; and they know tickets and names."""
    text = ticket(people["Ada"])
    for name in ("event.toml", "registrations.db", "tickets.keys"):
        (tmp_path / name).rename(tmp_path / f"{name}.away")
    assert doors("check-in", "est.door", text)["name"] == "Ada Exemple"
    assert doors("check-in", "est.door", "eva exemple")["attendee"] == people["Eva"]
    found = doors("check-in", "est.door", text, code=1)["error"]
    assert (found["code"], found["message"][-11:]) == ("already-in", "at door est")
    done = run("registration", "door", "check-in", "est.door", "Eva Exemple", "--undo")
    assert done.stdout == "Eva Exemple: entry taken back\n"
    assert doors("check-in", "salle.door", people["Bob"], code=1)["error"]["code"] == (
        "unknown-attendee"
    )


def test_doors_come_back_in_any_order_and_twice(doors, people, answer, noted, verified):
    """Everything is noted once; what does not fit together is told each time."""
    ada, eva, bob = people.values()
    doors("check-in", "est.door", ada)
    doors("check-in", "est.door", eva)
    doors("check-in", "ouest.door", ada)
    doors("check-in", "ouest.door", bob)
    doors("check-in", "ouest.door", bob, "--undo")
    doors("check-in", "salle.door", eva)
    first = doors("merge", "event.toml", "ouest.door", "est.door")
    assert (first["entries"], first["noted"]) == (5, 5)
    assert [(one["code"], one["attendee"]) for one in first["conflicts"]] == [("twice", ada)]
    again = doors("merge", "event.toml", "est.door", "salle.door", "ouest.door")
    assert (again["entries"], again["noted"]) == (6, 1)
    assert [one["code"] for one in again["conflicts"]].count("twice") == 1
    assert len(noted()) == 6
    states = {one["id"]: [item["state"] for item in one["registrations"]] for one in answer("list")}
    assert states == {
        ada: ["attended", "confirmed"], eva: ["attended", "attended"], bob: ["confirmed"],
    }  # fmt: skip


def test_after_a_merge_the_names_are_told_or_deleted(doors, people, run, tmp_path):
    """A door file holds names and keys: it is said so until it is gone."""
    doors("check-in", "est.door", people["Ada"])
    merge = ("registration", "door", "merge", "event.toml", "est.door")
    done = run(*merge)
    assert done.stdout == "entries and corrections: 1; noted: 1; conflicts: 0\n"
    said = "est.door: names and keys stand there still; delete them, here with `--delete`\n"
    assert done.stderr == said
    assert run(*merge, "--delete").stderr == "deleted: est.door\n"
    assert not (tmp_path / "est.door").exists()


@pytest.fixture
def refused(doors, run, noted):
    """Give what merges files that are at fault; nothing may be noted."""

    def merge(*files):
        before = noted()
        done = run("registration", "door", "merge", "event.toml", *files, "--json")
        assert done.returncode == 1, done.stdout
        assert noted() == before
        return json.loads(done.stdout)["error"]

    return merge


def test_a_file_that_was_cut_is_merged_only_when_it_is_asked_for(
    refused, doors, people, noted, tmp_path
):
    """One bad file stops all; the whole lines of it are noted when that is said."""
    for own in (people["Ada"], people["Eva"]):
        doors("check-in", "est.door", own)
    doors("check-in", "ouest.door", people["Bob"])
    file = tmp_path / "est.door"
    file.write_bytes(file.read_bytes()[:-9])
    error = refused("ouest.door", "est.door")
    assert error["code"] == "cut-door-file"
    assert error["message"].startswith("est.door:3: ")
    doors("merge", "event.toml", "ouest.door", "est.door", "--keep-whole-lines")
    assert {own for own, _, _ in noted()} == {people["Ada"], people["Bob"]}


def test_a_door_goes_on_after_a_power_cut_when_it_is_asked_to(doors, people, tmp_path):
    """What was not written whole was never answered; it is cut off, and the door goes on."""
    doors("check-in", "est.door", people["Ada"])
    file = tmp_path / "est.door"
    whole = file.read_bytes()
    file.write_bytes(whole + b'{"key":"12')
    found = doors("check-in", "est.door", people["Eva"], code=1)["error"]
    assert found["code"] == "cut-door-file"
    doors("check-in", "est.door", people["Eva"], "--keep-whole-lines")
    assert file.read_bytes().startswith(whole)
    assert doors("merge", "event.toml", "est.door")["noted"] == 2


def test_files_that_are_not_this_doors_are_told(refused, doors, people, tmp_path):
    """Edited by hand, of another event, newer, or something else."""
    doors("check-in", "est.door", people["Ada"])
    file = tmp_path / "est.door"
    text = file.read_text()
    file.write_text(text.replace(people["Ada"], people["Bob"]))
    assert refused("est.door")["code"] == "edited-door-file"
    file.write_text(text.replace('"partenariats_door":1', '"partenariats_door":9'))
    assert "newer version: form 9" in refused("est.door")["message"]
    file.write_text("id,name\n")
    assert refused("est.door")["message"] == "est.door:1: this is no door file"


def test_a_door_of_another_event_is_told(refused, doors, people, change_event, answer):
    """It is merged into its own."""
    doors("check-in", "est.door", people["Ada"])
    change_event('id = "x"', 'id = "y"')
    answer("init")
    assert refused("est.door")["code"] == "other-event"


def test_a_wrong_clock_is_told_and_put_right(refused, doors, people, tmp_path, run, noted):
    """An entry before the door was opened: nothing is noted until it is said by how much."""
    file = tmp_path / "est.door"
    journal = read_journal(file.read_bytes(), "est.door")
    late = attrs.evolve(journal.header, opened=journal.header.opened + timedelta(hours=1))
    file.write_bytes(header_line(late))
    doors("check-in", "est.door", people["Ada"])
    error = refused("est.door")
    assert error["code"] == "clock"
    assert "`--clock est=" in error["advice"]
    assert doors("merge", "event.toml", "est.door", "--clock", "est=60")["noted"] == 1
    done = run("registration", "door", "merge", "event.toml", "est.door", "--clock", "est")
    assert done.returncode == 2


def test_a_clock_of_a_door_that_is_not_there_is_told(doors, people, run):
    """A misspelt name would leave the clock of the door as it is."""
    doors("check-in", "est.door", people["Ada"])
    command = ("door", "merge", "event.toml", "est.door", "--clock", "ets=60")
    done = run("registration", *command)
    assert done.returncode == 1
    assert "none of these files is that of the door `ets`" in done.stderr
    assert "there are: est" in done.stderr
    assert doors("merge", "event.toml", "est.door")["noted"] == 1


def test_a_missing_door_file_is_told(doors, run):
    """As every file that cannot be read."""
    for command in (("merge", "event.toml", "no.door"), ("check-in", "no.door", "x")):
        done = run("registration", "door", *command)
        assert (done.returncode, "no.door" in done.stderr) == (2, True)


def test_two_scanners_may_write_one_file(doors, people, tmp_path):
    """Each sees what the other noted: somebody comes in once, and no line is lost."""
    command = [sys.executable, "-m", "partenariats", "registration", "door", "check-in"]
    scanners = [
        subprocess.Popen(
            [*command, "est.door", "--scan", "--json"],
            cwd=tmp_path,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "LANG": "en_GB.UTF-8"},
        )
        for _ in range(2)
    ]
    said = [one.communicate("".join(f"{own}\n" for own in people.values()))[0] for one in scanners]
    codes = [
        json.loads(line).get("error", {}).get("code", "")
        for text in said
        for line in text.splitlines()
    ]
    assert sorted(codes) == [""] * 3 + ["already-in"] * 3
    assert doors("merge", "event.toml", "est.door")["noted"] == 3


def test_a_door_that_is_killed_loses_nobody(doors, people, tmp_path):
    """Whoever was answered stands in the file, whole, and the door goes on."""
    command = [sys.executable, "-m", "partenariats", "registration", "door", "check-in"]
    with subprocess.Popen(
        [*command, "est.door", "--scan", "--json"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as door:
        door.stdin.write(f"{people['Ada']}\n")
        door.stdin.flush()
        assert json.loads(door.stdout.readline())["attendee"] == people["Ada"]
        door.kill()
    assert doors("check-in", "est.door", people["Ada"], code=1)["error"]["code"] == "already-in"
    doors("check-in", "est.door", people["Bob"])
    assert doors("merge", "event.toml", "est.door")["noted"] == 2
