"""The commands on who was there: typed back from paper, and shown."""

from __future__ import annotations

import json

import pytest

DAY = {"day": "jeudi", "block": None, "session": None, "minutes": 150}
LAST = {**DAY, "session": "bilan", "minutes": 30}


@pytest.fixture
def sheet(tmp_path, people):
    """Write a sheet of presence."""
    assert people
    file = tmp_path / "presence.csv"
    file.write_text(
        "Nom;Jeudi;Bilan;Signature\nAda Exemple;x;oui;\nBob Exemple;1;;\nEva Exemple;;;\n"
    )
    return file


def test_presence_on_paper_is_noted_once(answer, sheet, noted, people, verified):
    """A trial notes nothing; noting a sheet twice changes nothing."""
    assert answer("presence", "presence.csv", "--dry-run") == {
        "people": 3, "noted": 3, "known": 0, "dry_run": True,
    }  # fmt: skip
    assert noted() == []
    assert answer("presence", "presence.csv")["noted"] == 3
    ada, bob = people["Ada"], people["Bob"]
    assert sorted(noted(), key=str) == sorted(
        [(ada, None, "paper"), (ada, "bilan", "paper"), (bob, None, "paper")], key=str
    )
    assert answer("presence", "presence.csv") == {
        "people": 3, "noted": 0, "known": 3, "dry_run": False,
    }  # fmt: skip


def test_a_sheet_at_fault_notes_nothing(desk, sheet, noted):
    """Each fault is told with its line and column."""
    sheet.write_text(
        sheet.read_text().replace("Bob Exemple;1;;", "Bob Exemple;1;x;").replace("oui", "?")
    )
    done = desk("presence", "presence.csv")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0] == "presence.csv:2:15: error: `?` says neither present nor absent"
    assert lines[2].startswith("presence.csv:3:15: error: ")
    assert lines[-1] == "faults: 2; nothing was registered"
    assert noted() == []


def test_attendance_is_shown_with_its_length(answer, desk, sheet, people):
    """Half-days and sessions, by name; whoever did not come is not listed."""
    assert desk("attendance").stdout == "nobody\n"
    answer("presence", "presence.csv")
    assert answer("attendance") == [
        {"attendee": people["Ada"], "name": "Ada Exemple", "lines": [DAY, LAST]},
        {"attendee": people["Bob"], "name": "Bob Exemple", "lines": [DAY]},
    ]
    head, *lines = desk("attendance").stdout.splitlines()
    assert head.split() == ["id", "name", "half-day", "session", "minutes"]
    assert [line.split()[0] for line in lines] == [people["Ada"], people["Ada"], people["Bob"]]


def test_attendance_is_written_as_a_sheet_without_formulas(answer, desk, people, sheet, rows):
    """Heads are in the reader's language, and what people wrote is no formula."""
    answer("presence", "presence.csv")
    answer("change", people["Bob"], "--name", "=1+1")
    assert desk("attendance", "-o", "a.csv", "--language", "fr").stdout == ""
    assert rows("a.csv") == [
        ["identifiant", "nom", "demi-journée", "séance", "minutes"],
        [people["Bob"], "'=1+1", "jeudi", "", "150"],
        [people["Ada"], "Ada Exemple", "jeudi", "", "150"],
        [people["Ada"], "Ada Exemple", "jeudi", "bilan", "30"],
    ]


def test_entries_are_counted_by_the_hour(answer, desk, sheet):
    """In the event's zone, for the event and each session."""
    answer("presence", "presence.csv")
    assert answer("attendance", "--by-hour") == [
        {"hour": "2030-03-21T14:00:00+01:00", "session": None, "entries": 2},
        {"hour": "2030-03-21T16:00:00+01:00", "session": "bilan", "entries": 1},
    ]
    assert desk("attendance", "--by-hour").stdout.splitlines()[1].split() == [
        "2030-03-21", "14:00", "event", "2",
    ]  # fmt: skip


def test_the_journal_shows_who_came_through_which_door(desk, answer, people):
    """And which entry was a mistake."""
    answer("check-in", people["Ada"], "--door", "nord")
    answer("check-in", people["Ada"], "--door", "nord", "--undo")
    said = [line.split("  ")[-1] for line in desk("log").stdout.splitlines()]
    assert [line for line in said if "door" in line] == [
        f"{people['Ada']}, event: checked in at door nord",
        f"{people['Ada']}, event: check-in undone at door nord",
    ]
    assert json.loads(desk("log", "--json").stdout)
