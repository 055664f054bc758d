"""Workshops by wishes from the command line, kept in SQLite."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def wish(register):
    """Register people by first names, each with wishes of the command line; give their ids."""

    def enter(**wishes):
        return {
            name: register(name, *(word for one in ids.split() for word in ("--wish", one)))["id"]
            for name, ids in wishes.items()
        }

    return enter


def test_workshops_are_allocated_tried_and_allocated_again(wish, desk):
    """The terminal shows ranks, workshops, and who has no place and why."""
    ids = wish(Ada="atelier-1", Bob="atelier-1 atelier-2")
    said = (
        "ateliers: people: 2, goal: `generous`\n"
        "  wish 1: 1\n"
        "  wish 2: 1\n"
        "  without a place: 0\n"
        "  `atelier-1`: 1 of 1, full\n"
        "  `atelier-2`: 1\n"
        "  no better one exists\n"
    )
    tried = desk("allocate", "--dry-run")
    assert tried.stdout == said + "this is only tried; nothing was changed\n"
    assert desk("allocate", "--by", "me").stdout == said
    assert desk("allocate").stdout == said + "nothing was to be done\n"
    shown = desk("show", ids["Bob"]).stdout
    reason = "`atelier-1` is full, and whoever is there could only go at a greater loss"
    assert "  wishes: atelier-1, atelier-2\n" in shown
    # the reason is kept in the language of the event
    assert "atelier-2: Bob Exemple obtient son vœu n° 2, `atelier-2`" in shown
    assert reason not in shown


def test_the_reasons_are_those_of_what_somebody_has(wish, answer):
    """A workshop that was given up, and one that nobody gave a reason for, have none."""
    own = wish(Ada="atelier-1")["Ada"]
    answer("allocate")
    reason = "Ada Exemple obtient son premier vœu, `atelier-1`"
    assert answer("show", own)["reasons"] == {"atelier-1": reason}
    answer("change", own, "--drop", "atelier-1", "--add", "bilan")
    assert answer("show", own)["reasons"] == {}


def test_who_has_no_place_and_who_moves_is_told_by_name(wish, desk):
    """So is what the certificate shows."""
    ids = wish(Ada="atelier-1 atelier-2")
    desk("allocate")
    ids |= wish(Bob="atelier-1", Cleo="atelier-1")
    lines = desk("allocate").stdout.splitlines()
    assert lines[7].startswith(("Bob Exemple has no place: ", "Cleo Exemple has no place: "))
    assert lines[8:] == ["Ada Exemple moves from `atelier-1` to `atelier-2`"]


def test_programs_get_everything(wish, answer):
    """Each person has its wishes, what it had, what it has, and why."""
    ids = wish(Ada="atelier-1")
    (found,) = answer("allocate", "--seed", "3")["rounds"]
    changed = found.pop("changed")
    assert [(one["session"], one["state"]) for one in changed] == [("atelier-1", "confirmed")]
    assert found == {
        "round": "ateliers",
        "goal": "generous",
        "seed": 3,
        "ranks": [1],
        "gap": 0.0,
        "certified": True,
        "choices": [
            {"id": "atelier-1", "people": 1, "capacity": 1, "minimum": 0, "closed": False},
            {"id": "atelier-2", "people": 0, "capacity": None, "minimum": 0, "closed": False},
        ],
        "people": [
            {
                "attendee": ids["Ada"],
                "name": "Ada Exemple",
                "wishes": ["atelier-1"],
                "before": None,
                "choice": "atelier-1",
                "why": "Ada Exemple gets the first wish, `atelier-1`",
            }
        ],
        "unplaced": [],
        "moved": [],
        "engaged": [],
        "questions": [],
    }


@pytest.mark.parametrize("who", ["{id}", "bob@example.org", "bob exemple"])
def test_somebody_is_named_by_id_address_or_name(wish, answer, who):
    """`--must` and `--must-not` take all three."""
    ids = wish(Ada="atelier-1", Bob="atelier-2")
    answer("allocate", "--must", who.format(id=ids["Bob"]) + "=atelier-1",
           "--must-not", "Ada Exemple=atelier-1")  # fmt: skip
    sessions = {
        one["name"]: [item["session"] for item in one["registrations"] if item["session"]]
        for one in answer("list")
    }
    assert sessions == {"Ada Exemple": [], "Bob Exemple": ["atelier-1"]}


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--round", "atelier"], "unknown-round", "there is no round `atelier`"),
        (["--must", "nobody=atelier-1"], "unknown-attendee", "nobody is registered under `nobody`"),
        (["--must", "Ada Exemple=atelier-1", "--must", "ada@example.org=atelier-2"],
         "invalid-request", "Ada Exemple must be in `atelier-1`, and in `atelier-2`"),
        (["--must", "Ada Exemple=bilan"], "invalid-request",
         "`bilan` is not among what people can choose from"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_told_by_name(wish, refusal, arguments, code, message):
    """With exit code 1, and nothing changed."""
    wish(Ada="atelier-1")
    ended, error = refusal("allocate", *arguments)
    assert (ended, error["code"], error["message"]) == (1, code, message)


def test_an_event_without_a_choice_has_nothing_to_allocate(event, answer, refusal):
    """One workshop alone is no round."""
    text = event.read_text()
    event.write_text(text.replace('[[workshops]]\nid = "atelier-2"\nwithin = "ateliers"\n', ""))
    answer("init")
    assert refusal("allocate")[1]["code"] == "unknown-round"


@pytest.mark.parametrize(
    ("wished", "message"),
    [
        ("atelier-9", "there is no workshop or theme `atelier-9` to wish for"),
        ("bilan", "`bilan` is not among what people can choose from"),
    ],
)
def test_a_wrong_wish_registers_nobody(register, refusal, answer, wished, message):
    """It is told by its name."""
    del register
    answer("init")
    code, error = refusal("register", "--name", "Ada", "--wish", wished)
    assert (code, error["code"], error["message"]) == (1, "invalid-request", message)
    assert answer("list") == []


def test_wishes_are_changed_and_taken_back(register, answer):
    """All anew; an empty one is none."""
    own = register("Ada", "--wish", "atelier-1")["id"]
    wishes = [
        [wish["session"] for wish in answer("change", own, *words)["wishes"]]
        for words in (
            ["--name", "Ada Byron"],
            ["--wish", "atelier-2", "--wish", "atelier-1"],
            ["--wish", ""],
        )
    ]
    assert wishes == [["atelier-1"], ["atelier-2", "atelier-1"], []]


def test_columns_of_wishes_are_joined_in_their_order(desk, answer, tmp_path):
    """A sheet that was exported is read again."""
    answer("init")
    sheet = "name;First;Others\nAda;atelier-2;atelier-1\nBob;;atelier-1\nCleo;;\n"
    (tmp_path / "people.csv").write_text(sheet)
    mapped = ("--map", "First=wishes", "--map", "Others=wishes")
    assert desk("import", "people.csv", *mapped).returncode == 0
    wishes = {one["name"]: [w["session"] for w in one["wishes"]] for one in answer("list")}
    assert wishes == {"Ada": ["atelier-2", "atelier-1"], "Bob": ["atelier-1"], "Cleo": []}
    desk("export", "-o", "out.csv")
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert sorted(line.split(",")[9] for line in lines) == [
        "", "atelier-1", "atelier-2|atelier-1", "wishes",
    ]  # fmt: skip
    told = json.loads(desk("import", "out.csv", "--json").stdout)
    assert told["already_there"] == 3


def test_faulty_wishes_on_a_sheet_are_told_with_their_place(desk, answer, tmp_path):
    """Nobody is registered."""
    answer("init")
    (tmp_path / "people.csv").write_text("name,wishes\nAda,atelier-1\nBob,atelier-1|atelier-1\n")
    done = desk("import", "people.csv")
    assert done.stdout.startswith("people.csv:3:5: error: `atelier-1` is wished for twice\n")
    assert (done.returncode, answer("list")) == (1, [])
