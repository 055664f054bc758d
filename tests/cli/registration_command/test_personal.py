"""The commands about personal data, as people and programs read them."""

from __future__ import annotations

import json

import pytest

DECLARED = """
[registration.fields.email]
retention = "30 days"
recipients = ["hotel"]
[[registration.recipients]]
id = "hotel"
title = "L'hôtel"
[[registration.consents]]
id = "annuaire"
text = "Je veux bien y figurer."
"""


@pytest.fixture
def declare(event):
    """Declare what becomes of personal data."""
    event.write_text(event.read_text() + DECLARED)


@pytest.fixture
def declared(declare, register):
    """Declare it, and give what registers somebody."""
    return register


def test_a_consent_is_given_and_taken_back(declared, answer):
    """Each answer stands with its moment and its words."""
    own = declared("Ada", "--consent", "annuaire")
    who = own["id"] if isinstance(own, dict) else own
    changed = answer("change", who, "--no-consent", "annuaire")
    found = [(one["id"], one["given"], one["text"]) for one in changed["consents"]]
    text = "Je veux bien y figurer."
    assert found == [("annuaire", True, text), ("annuaire", False, text)]


def test_an_export_is_for_somebody_and_is_logged(declared, desk, answer, refusal, tmp_path):
    """The file holds the declared columns; the journal says who got what."""
    declared("Ada")
    code, error = refusal("export", "--to", "caterer")
    assert (code, error["code"]) == (1, "unknown-recipient")
    answer("export", "--to", "hotel", "-o", "out/hotel.csv", "--why", "rooms")
    assert (tmp_path / "out/hotel.csv").read_text("utf-8-sig") == "email\nada@example.org\n"
    desk("export")
    exports = [one for one in answer("log") if "exported" in one]
    found = [(one["why"], one["exported"]["recipient"], one["exported"]["file"]) for one in exports]
    assert found == [("rooms", "hotel", "out/hotel.csv"), ("", "organizer", "-")]
    assert "1 people exported to L'hôtel: email" in desk("log").stdout
    assert answer("status")["exports"] == {"hotel": 1, "organizer": 1}
    assert "exports: L'hôtel (1), the organiser (1)" in desk("status").stdout.splitlines()


def test_access_shows_everything_of_one_person(declared, desk, answer):
    """Programs get it as JSON, people as lines, both with what is declared."""
    declared("Bob")
    declared("Ada", "--answer", "repas=midi", "--why", "rang")
    desk("export", "--to", "hotel", "-o", "hotel.csv")
    found = answer("access", "ada@example.org")
    assert found["person"]["answers"] == {"repas": ["midi"]}
    assert [one["why"] for one in found["journal"]] == ["rang", "rang"]
    assert [one["exported"]["file"] for one in found["exports"]] == ["hotel.csv"]
    assert found["declared"]["email"] == {
        "purpose": "not declared",
        "basis": "not declared",
        "recipients": "L'hôtel",
        "kept_until": "20\u00a0April 2030",
    }
    lines = desk("access", "ada@example.org").stdout
    assert "e-mail: ada@example.org" in lines.splitlines()
    assert "Repas ?: midi" in lines.splitlines()
    assert "bob" not in lines.lower()


def test_an_erasure_says_what_went_and_whom_to_tell(declared, desk, tmp_path):
    """Files that are here are deleted; the others are named with who has them."""
    declared("Ada")
    desk("export", "--to", "hotel", "-o", "hotel.csv")
    desk("export")
    done = desk("erase", "ada@example.org")
    assert done.returncode == 0
    assert done.stdout.splitlines()[:3] == [
        "erased; an id with states and times is left",
        "deleted: hotel.csv",
        "not here any more: standard output; tell the organiser",
    ]
    assert not (tmp_path / "hotel.csv").exists()
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    assert b"ada@example.org" not in kept
    assert desk("log", "--verify").stdout == "what is kept is what the journal leads to\n"
    assert "(erased)" in desk("log").stdout


def test_a_file_that_was_changed_since_is_told_to_be_here(declared, desk, tmp_path):
    """It may hold what was erased, and nobody else would delete it."""
    declared("Ada")
    desk("export", "--to", "hotel", "-o", "hotel.csv")
    with (tmp_path / "hotel.csv").open("a") as file:
        file.write("more\n")
    told = "still here, and changed since: hotel.csv; delete it, and tell L'hôtel"
    assert told in desk("erase", "ada@example.org").stdout.splitlines()


def test_french_names_the_organiser_in_french(declared, desk):
    """An export for the organiser is said so wherever it is told."""
    declared("Ada")
    desk("export")
    assert "exports : l'organisateur (1)" in desk("status", "--language", "fr").stdout
    assert "export pour l'organisateur, personnes : 1" in desk("log", "--language", "fr").stdout
    assert "événement : confirmée" in desk("access", "ada@example.org", "--language", "fr").stdout


def test_nothing_is_purged_before_its_time(declared, desk, answer):
    """A dry run and the real one say the same: nothing is due yet; status says what will be."""
    declared("Ada")
    empty = {"dry_run": False, "people": {}, "changed": [], "deleted": [], "elsewhere": []}
    assert answer("purge") == empty
    assert answer("purge", "--dry-run") == {**empty, "dry_run": True}
    assert desk("purge").stdout == "nothing is due\n"
    assert answer("status")["due"] == [
        {"field": "email", "on": "2030-04-21", "is_due": False, "sensitive": False}
    ]
    assert desk("status").stdout.splitlines()[-2:] == [
        "to be erased  from        due",
        "e-mail        2030-04-21  –",
    ]


def test_what_is_due_is_purged(declare, register, change_event, desk, answer):
    """After the event and its retention the field goes, and the command says of how many."""
    register("Ada")
    change_event("date = 2030-03-21", "date = 2020-03-21")
    assert answer("purge", "--dry-run")["people"] == {"email": 1}
    assert desk("status").stdout.splitlines()[-2:] == [
        "e-mail        2020-04-21  yes",
        "erase what is due with `partenariats registration purge`",
    ]
    assert desk("purge").stdout == "erased: e-mail, of 1\n"
    assert json.dumps(answer("log")).count("ada@example.org") == 0


def test_the_documents_are_written(declare, desk, tmp_path):
    """Three files stand in the folder, before anything is prepared; or all are printed."""
    names = ["record-fr.md", "notice-fr.md", "consents-fr.md"]
    written = desk("record", "-o", "rgpd", "--language", "fr").stdout
    assert written.splitlines() == [f"écrit : rgpd/{name}" for name in names]
    printed = desk("record", "--language", "fr").stdout
    assert printed == "\n".join((tmp_path / "rgpd" / name).read_text() for name in names)
