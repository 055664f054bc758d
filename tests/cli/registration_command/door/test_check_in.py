"""The command that lets people in at the desk."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("show", ["id", "ticket", "email", "name"])
def test_somebody_comes_in_by_what_they_show(answer, people, ticket, noted, verified, show):
    """By an id, a ticket, an address or a name; the door is noted."""
    own = people["Eva"]
    text = {"id": own, "ticket": ticket(own).lower(), "email": "eva@example.org",
            "name": "exemple eva"}[show]  # fmt: skip
    (changed,) = answer("check-in", text, "--door", "nord")["changed"]
    assert (changed["attendee"], changed["state"]) == (own, "attended")
    assert noted() == [(own, None, "nord")]


def test_a_second_entry_is_told_and_one_is_undone(answer, refusal, people, noted, verified):
    """When and where is said; a mistake leaves the registration as it was."""
    own = people["Eva"]
    answer("check-in", own, "--door", "nord")
    end, error = refusal("check-in", own, "--door", "sud")
    assert (end, error["code"]) == (1, "already-in")
    assert error["message"].endswith(", at door nord")
    assert len(noted()) == 1
    (changed,) = answer("check-in", own, "--undo")["changed"]
    assert changed["state"] == "confirmed"
    assert refusal("check-in", own, "--undo")[1]["code"] == "wrong-state"


def test_an_entry_without_a_door_names_none(answer, refusal, people, run):
    """Neither where it is refused again, nor in the journal."""
    answer("check-in", people["Eva"])
    end, error = refusal("check-in", people["Eva"])
    assert (end, ", at door" in error["message"]) == (1, False)
    said = run("registration", "log", "event.toml").stdout
    assert f"{people['Eva']}, event: checked in\n" in said


def test_several_persons_of_one_name_are_listed(answer, refusal, people, noted):
    """Nobody is let in by a guess."""
    other = answer("register", "--name", "Eva Exemple")["id"]
    end, error = refusal("check-in", "Eva Exemple")
    assert (end, error["code"]) == (1, "several")
    assert people["Eva"] in error["message"]
    assert other in error["message"]
    assert noted() == []


@pytest.mark.parametrize("fault", ["other-event", "withdrawn-key", "unknown-key", "forged-ticket",
                                   "not-a-ticket", "unknown-attendee"])  # fmt: skip
def test_a_ticket_that_is_not_valid_lets_nobody_in(
    answer, refusal, people, ticket, noted, change_event, tmp_path, fault
):
    """What is wrong has a name, and nothing is changed."""
    text = ticket(people["Ada"])
    if fault == "other-event":
        change_event('id = "x"', 'id = "y"')
        answer("init")
    elif fault == "withdrawn-key":
        answer("ticket-keys", "--new", "--withdraw", "1")
    elif fault == "unknown-key":
        keys = tmp_path / "tickets.keys"
        keys.write_text(keys.read_text().replace("1:", "2:"))
    else:
        bent = text[:-1] + ("A" if text[-1] != "A" else "B")
        text = {"forged-ticket": bent, "not-a-ticket": text[:40],
                "unknown-attendee": "Nobody"}[fault]  # fmt: skip
    end, error = refusal("check-in", text)
    assert (end, error["code"]) == (1, fault)
    assert error["advice"]
    assert noted() == []


def test_a_scanner_is_answered_line_by_line(scan, people, ticket, noted, verified):
    """What it types is read as it comes; one refusal does not stop the door."""
    lines = [
        ticket(people["Ada"]),
        "",
        "eva exemple",
        ticket(people["Ada"]),
        "nobody",
        "Bob Exemple",
    ]
    end, said = scan("check-in", "event.toml", "--scan", "--door", "nord", lines=lines)
    assert end == 1
    assert said[:2] == ["Ada Exemple: come in", "Eva Exemple: come in"]
    assert said[2].startswith(f"Ada Exemple: error: `{people['Ada']}` came in already: at ")
    assert said[4] == "error: nobody on the list is `nobody`"
    assert said[-1] == "Bob Exemple: come in"
    assert [own for own, _, _ in noted()] == [people["Ada"], people["Eva"], people["Bob"]]


def test_a_program_gets_a_line_for_each_line(scan, people, lines_of):
    """Each is an object with its number; a line that is no text ends nothing."""
    end, said = scan("check-in", "event.toml", "--scan", "--json", lines=["Ada Exemple", "\x07"])
    first, second = lines_of(said)
    assert (end, first["line"], first["name"]) == (1, 1, "Ada Exemple")
    assert first["changed"][0]["attendee"] == people["Ada"]
    assert (second["line"], second["error"]["code"]) == (2, "unknown-attendee")


def test_whoever_registers_while_the_door_is_open_is_let_in(answer, people, tmp_path):
    """People are read again before somebody is a stranger."""
    assert people
    command = [sys.executable, "-m", "partenariats", "registration", "check-in", "event.toml"]
    with subprocess.Popen(
        [*command, "--scan", "--json"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as door:
        names = []
        for name in ("Ada Exemple", "Late Comer"):
            if name == "Late Comer":
                answer("register", "--name", name)
            door.stdin.write(f"{name}\n")
            door.stdin.flush()
            names.append(json.loads(door.stdout.readline())["name"])
        door.stdin.close()
        assert door.wait(timeout=60) == 0
    assert names == ["Ada Exemple", "Late Comer"]


def test_of_two_doors_at_once_one_lets_in(people, tmp_path, noted, verified):
    """Two processes check the same persons in on one SQLite file: each entry is noted once."""
    command = [sys.executable, "-m", "partenariats", "registration", "check-in", "event.toml"]
    doors = [
        subprocess.Popen(
            [*command, "--scan", "--json", "--door", name],
            cwd=tmp_path,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "LANG": "en_GB.UTF-8"},
        )
        for name in ("nord", "sud")
    ]
    told = []
    for own in people.values():
        for door in doors:
            door.stdin.write(f"{own}\n")
            door.stdin.flush()
        told.append([json.loads(door.stdout.readline()) for door in doors])
    for door in doors:
        door.stdin.close()
        assert door.wait(timeout=60) in {0, 1}
        door.stdout.close()
    for answers in told:
        codes = sorted(one.get("error", {}).get("code", "") for one in answers)
        assert codes == ["", "already-in"]
    assert [own for own, _, _ in noted()] == list(people.values())


def test_a_text_or_a_scanner_must_be_given(desk, people):
    """One of both, not neither."""
    assert people
    assert desk("check-in").returncode == 2
    assert desk("check-in", people["Ada"], "--scan").returncode == 2
