"""`registration import` and `registration export`, run as people run them, over a real database."""

from __future__ import annotations

import json

import pytest

EVENT = """format = 1
[event]
id = "rencontres-2035"
title = "Rencontres"
language = "fr"
timezone = "Europe/Paris"
[[days]]
id = "jeudi"
date = 2035-03-22
[[sessions]]
id = "sols"
day = "jeudi"
title = "Atelier sols"
start = "10:00"
end = "12:00"
capacity = 1
[registration]
use = "sql"
[[registration.questions]]
id = "repas"
text = "Repas ?"
purpose = "Commander"
kind = "yes_no"
"""
PEOPLE = (
    "Prénom;Nom;Courriel;Ateliers;Repas\nAda;Lovelace;ada@example.org;sols;oui\nZoé;=1+1;;sols;\n"
)


@pytest.fixture
def sheets(run, tmp_path):
    """Run a command of registration in a folder with an event, and give what it printed."""
    (tmp_path / "event.toml").write_text(EVENT)
    (tmp_path / "people.csv").write_text(PEOPLE)

    def command(*words, code=0, language="en"):
        done = run("registration", *words, "--language", language)
        assert (done.returncode, done.stderr if code == 0 else "") == (code, "")
        return done.stdout if code != 2 else done.stderr

    command("init", "event.toml")
    return command


def counts(registered, waiting=0, there=0, refused=0):
    """Give the line that ends an import."""
    return (
        f"registered: {registered}; waiting for a place: {waiting}; "
        f"already there: {there}; refused: {refused}\n"
    )


def test_a_sheet_is_foreseen_imported_and_exported(sheets, tmp_path):
    """An estimate writes nothing; a second import registers nobody; the export is read again."""
    foreseen = sheets("import", "event.toml", "people.csv", "--dry-run")
    assert foreseen == (
        "people.csv:2:1: Ada Lovelace: to be registered\n"
        "people.csv:3:1: Zoé =1+1: to wait for a place: sols\n"
        "this is an estimate; nobody was registered\n" + counts(1, 1)
    )
    assert sheets("import", "event.toml", "people.csv") == counts(1, 1)
    assert sheets("import", "event.toml", "people.csv") == counts(0, there=2)
    told = json.loads(sheets("export", "event.toml", "-o", "out.csv", "--json"))
    assert told == {"written": "out.csv"}
    assert sheets("import", "event.toml", "out.csv") == counts(0, there=2)
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert sorted(line.partition(",")[2] for line in lines) == [
        "Ada Lovelace,ada@example.org,,,confirmed,,sols,confirmed,,,,yes",
        "Zoé =1+1,,,,confirmed,,sols,waitlisted,,,,",
        (
            "name,email,organization,audience,state,group,sessions,session_states,wishes,"
            "working_groups,person,repas"
        ),
    ]


def test_an_export_is_narrowed_by_session_and_state(sheets):
    """The states are those of the session, where one is named."""
    sheets("import", "event.toml", "people.csv")
    narrowed = {
        words: [line.split(",")[1] for line in sheets("export", "event.toml", *words).splitlines()]
        for words in (("--session", "sols", "--state", "waitlisted"), ("--state", "cancelled"))
    }
    assert [*narrowed.values()] == [["name", "Zoé =1+1"], ["name"]]
    sheets("cancel", "event.toml", "ada@example.org", "--session", "sols")
    of_session = sheets("export", "event.toml", "--session", "sols").splitlines()
    assert [line.split(",")[1] for line in of_session] == ["name", "Zoé =1+1"]
    sheets("export", "event.toml", "--session", "nope", code=1)


def test_rows_at_fault_are_told_and_nobody_is_registered(sheets, tmp_path):
    """Places of the text, advice, in the reader's language; in JSON with names for programs."""
    (tmp_path / "people.csv").write_text(PEOPLE + "Bea;B;x;sols;\nCléo;C;;soll;peut-être\n")
    assert sheets("import", "event.toml", "people.csv", code=1, language="fr") == (
        "people.csv:4:7: erreur: `x` n'est pas une adresse de courriel\n"
        "  = conseil: écrivez une seule adresse, comme `ada@example.org`\n"
        "people.csv:5:9: erreur: il n'y a pas de séance `soll`\n"
        "  = conseil: vouliez-vous dire `sols` ?\n"
        "people.csv:5:14: erreur: `peut-être` ne répond pas à `repas`\n"
        "  = conseil: répondez oui ou non\n"
        "fautes : 3 ; rien n'a été inscrit\n"
    )
    told = json.loads(sheets("import", "event.toml", "people.csv", "--json", code=1))
    places = [(one["line"], one["column"], one["code"]) for one in told["faults"]]
    assert places == [
        (4, 7, "invalid-request"),
        (5, 9, "unknown-session"),
        (5, 14, "invalid-request"),
    ]
    assert told["error"]["code"] == "faulty-sheet"
    assert sheets("list", "event.toml", "--json") == "[]\n"


def test_a_refused_row_is_told_with_its_line_and_the_rest_is_registered(sheets, tmp_path):
    """The command ends with 1: not everybody is registered."""
    sheets("register", "event.toml", "--name", "Ada", "--email", "ada@example.org")
    told = json.loads(sheets("import", "event.toml", "people.csv", "--json", code=1))
    assert {key: told[key] for key in ("registered", "waiting", "refused", "dry_run")} == {
        "registered": 1, "waiting": 0, "refused": 1, "dry_run": False,
    }  # fmt: skip
    assert [(row["lines"], row["outcome"]) for row in told["rows"]] == [
        ([2], "refused"),
        ([3], "registered"),
    ]
    assert told["rows"][0]["error"]["code"] == "email-taken"
    (tmp_path / "people.csv").write_text("nom,courriel\nAda,ada@example.org\n")
    lines = sheets("import", "event.toml", "people.csv", code=1).splitlines(keepends=True)
    assert lines[0].startswith(
        "people.csv:2:1: error: somebody is registered with the address ada@example.org already"
    )
    assert lines[-1] == counts(0, refused=1)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("none.csv",), 2),
        ((".",), 2),
        (("people.csv", "--map", "Nom"), 2),
        (("people.csv", "--map", "=name"), 2),
        (("people.csv", "--map", "Nome=name"), 1),
        (("event.toml",), 1),
    ],
)
def test_what_cannot_be_imported_ends_with_its_code(sheets, words, code):
    """2 for usage and for what cannot be read, 1 for what the sheet says."""
    sheets("import", "event.toml", *words, code=code)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("none.csv",), "erreur: none.csv : ce fichier n'existe pas"),
        (("people.csv/x.csv",), "erreur: people.csv/x.csv : ce fichier n'existe pas"),
        ((".",), "erreur: . : c'est un dossier, non un fichier"),
        (
            ("people.csv", "--map", "nada"),
            "Error: Invalid value for --map: `nada` n'est pas de la forme COLONNE=CHAMP",
        ),
    ],
)
def test_what_cannot_be_used_is_said_in_the_language_of_its_reader(sheets, words, said):
    """The reason is ours, not the operating system's, in English."""
    told = sheets("import", "event.toml", *words, code=2, language="fr")
    assert told.splitlines()[-1] == said
