"""The commands about one person, or about all of them."""

from __future__ import annotations

import re

import pytest


def stands(person):
    """Say how the registrations of a person stand, by session."""
    return {item["session"]: item["state"] for item in person["registrations"]}


def changed(answer):
    """Say which registrations changed, and how they stand."""
    return [(item["session"], item["state"]) for item in answer["changed"]]


def test_who_registers_is_answered_with_everything_that_is_known(register):
    """The answer has a stable shape: ids, states as words, instants with an offset."""
    found = register("Ada", "--organization", "Mairie", "--audience", "elus",
                     "--session", "atelier-1")  # fmt: skip
    times = [item.pop("at") for item in found["registrations"]]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+\+0[12]:00", at) for at in times)
    own = found["id"]
    blank = {"group": None, "position": None, "until": None, "version": 1, "ahead": None}
    assert found == {
        "id": own,
        "name": "Ada Exemple",
        "email": "ada@example.org",
        "organization": "Mairie",
        "audience": "elus",
        "answers": {},
        "person": None,
        "wishes": [],
        "working_groups": [],
        "consents": [],
        "version": 1,
        "registrations": [
            {"attendee": own, "session": None, "state": "confirmed", **blank},
            {"attendee": own, "session": "atelier-1", "state": "confirmed", **blank},
        ],
    }


def test_a_request_that_is_sent_twice_registers_once(register, answer):
    """The same key gives the same answer, and one person."""
    assert register("Ada") == register("Ada")
    assert len(answer("list")) == 1


def test_answers_are_read_by_the_kind_of_their_question(register):
    """Several, yes or no, a number and a date come as such."""
    found = register("Ada", "--answer", "repas=midi", "--answer", "repas=soir", "--answer",
                     "nuit=oui", "--answer", "age=41", "--answer", "venue=2030-03-20")  # fmt: skip
    assert found["answers"] == {
        "repas": ["midi", "soir"], "nuit": True, "age": 41, "venue": "2030-03-20",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--name", "Ada", "--answer", "nuit=peut-être"], "invalid-request"),
        (["--name", "Ada", "--answer", "taille=1"], "invalid-request"),
        (["--name", "Ada", "--email", "a@b.org, c@d.org"], "invalid-request"),
        (["--name", "Ada\x1b[31m"], "invalid-request"),
        (["--name", "Ada", "--session", "atelier-9"], "unknown-session"),
        (["--name", "Ada", "--email", "EVA@example.org"], "email-taken"),
        (["--name", "Ada", "--key", "Eva"], "key-reused"),
    ],
)
def test_what_is_refused_has_a_name_and_advice(register, refusal, arguments, code):
    """What was asked for is at fault: exit code 1, a code for programs, and what to do."""
    register("Eva")
    end, error = refusal("register", *arguments)
    assert (end, error["code"]) == (1, code)
    assert error["advice"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "`midi` is not QUESTION=ANSWER"),
        ("fr", "`midi` n'est pas de la forme QUESTION=RÉPONSE"),
    ],
)
def test_an_answer_without_its_question_is_a_fault_of_usage(register, desk, language, said):
    """`--answer` takes QUESTION=ANSWER, and says so in the reader's language."""
    register("Ada")
    for words in (("register", "--name", "Bea"), ("change", "ada@example.org")):
        done = desk(*words, "--answer", "midi", "--language", language)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.splitlines()[-1] == f"Error: Invalid value for --answer: {said}"


def test_who_waits_is_told_how_many_are_before(register, answer, desk):
    """Programs get `ahead`, people a number, in their language."""
    for name in ("Ada", "Bea", "Cleo"):
        found = register(name, "--session", "atelier-1")
    item = found["registrations"][1]
    assert (item["state"], item["ahead"]) == ("waitlisted", 1)
    said = desk("list", "--session", "atelier-1", "--state", "waitlisted").stdout
    assert [line.split("  ")[-1] for line in said.splitlines()[1:3]] == [
        "waitlisted, no. 1", "waitlisted, no. 2",
    ]  # fmt: skip
    said = desk("show", "cleo@example.org", "--language", "fr").stdout
    assert "\natelier-1      liste d'attente, n° 2  " in said


def test_a_cancelled_place_goes_to_who_waits(register, answer):
    """Both are told: who left, and who was promoted."""
    register("Ada", "--session", "atelier-1")
    register("Bea", "--session", "atelier-1")
    told = changed(answer("cancel", "ada@example.org", "--session", "atelier-1"))
    assert told == [("atelier-1", "cancelled"), ("atelier-1", "confirmed")]
    assert changed(answer("cancel", "ada@example.org")) == [(None, "cancelled")]


def test_an_offer_is_accepted(register, answer, change_event):
    """A place that is offered says until when, and becomes one that is confirmed."""
    change_event('use = "sql"', 'use = "sql"\noffer = "2 h"')
    register("Ada", "--session", "atelier-1")
    register("Bea", "--session", "atelier-1")
    _, offered = answer("cancel", "ada@example.org", "--session", "atelier-1")["changed"]
    assert (offered["state"], offered["until"] > offered["at"]) == ("offered", True)
    assert [offer["session"] for offer in answer("status")["offers"]] == ["atelier-1"]
    assert changed(answer("confirm", "bea@example.org")) == [("atelier-1", "confirmed")]


def test_one_offer_of_two_is_accepted(register, answer, change_event):
    """`confirm --session` leaves the other offer open."""
    change_event('use = "sql"', 'use = "sql"\noffer = "2 h"')
    change_event('title = "Bilan"', 'title = "Bilan"\ncapacity = 1')
    answer("init")
    for name in ("Ada", "Bea"):
        register(name, "--session", "atelier-1", "--session", "bilan")
    answer("cancel", "ada@example.org")
    answer("confirm", "bea@example.org", "--session", "bilan")
    found = answer("show", "bea@example.org")
    assert stands(found) == {None: "confirmed", "atelier-1": "offered", "bilan": "confirmed"}


def test_a_code_opens_registration(register, answer, refusal, change_event):
    """Without it nobody registers where access is by code."""
    register("Ada")
    change_event('use = "sql"', 'use = "sql"\naccess = "code"\ncodes = ["sésame"]')
    assert refusal("register", "--name", "Bea")[1]["code"] == "not-admitted"
    found = answer("register", "--name", "Bea", "--code", "sésame")
    assert stands(found) == {None: "confirmed"}


def test_the_organiser_approves_and_refuses(register, answer, refusal, change_event):
    """Who waits for approval is confirmed or refused, once."""
    change_event('use = "sql"', 'use = "sql"\napproval = true')
    assert stands(register("Ada")) == {None: "pending"}
    register("Bea")
    assert changed(answer("confirm", "ada@example.org")) == [(None, "confirmed")]
    assert changed(answer("refuse", "bea@example.org")) == [(None, "refused")]
    assert refusal("refuse", "ada@example.org")[1]["code"] == "wrong-state"


def test_who_comes_is_checked_in(register, answer):
    """To the event, and to a session."""
    register("Ada", "--session", "bilan")
    assert changed(answer("check-in", "ada@example.org")) == [(None, "attended")]
    told = changed(answer("check-in", "ada@example.org", "--session", "bilan"))
    assert told == [(None, "attended"), ("bilan", "attended")]


def test_a_person_is_changed_in_what_is_named(register, answer):
    """What is left out stays; an empty answer is taken away; sessions are added and dropped."""
    own = register("Ada", "--answer", "nuit=oui", "--answer", "age=41", "--session", "bilan")["id"]
    found = answer("change", own, "--organization", "Mairie", "--answer", "nuit=", "--answer",
                   "repas=midi", "--add", "atelier-2", "--drop", "bilan")  # fmt: skip
    assert (found["name"], found["organization"], found["version"]) == ("Ada Exemple", "Mairie", 2)
    assert found["answers"] == {"repas": ["midi"], "age": 41}
    assert stands(found) == {None: "confirmed", "atelier-2": "confirmed", "bilan": "cancelled"}
    assert answer("show", own) == {**found, "reasons": {}}


def test_a_change_names_what_changes(register, desk):
    """Nothing is written anew where nothing is to change: that is a fault of usage."""
    own = register("Ada")["id"]
    done = desk("change", own, "--why", "?")
    assert done.returncode == 2
    assert "say what is to change" in done.stderr


def test_an_unknown_session_is_not_taken_for_an_empty_one(register, refusal):
    """`list --session` says so, and names what may be meant."""
    register("Ada")
    end, error = refusal("list", "--session", "atelier1")
    assert (end, error["code"]) == (1, "unknown-session")
    assert error["advice"] == "did you mean `atelier-1`?"


@pytest.mark.parametrize("command", ["change", "cancel"])
def test_nothing_is_changed_that_somebody_else_changed(register, answer, refusal, command):
    """A version that is not the present one is refused."""
    register("Ada")
    more = ["--name", "Ada"] if command == "change" else []
    assert refusal(command, "ada@example.org", "--version", "7", *more)[1]["code"] == "changed"
    answer(command, "ada@example.org", "--version", "1", *more)


def test_people_are_found_by_address_in_any_case(register, answer):
    """An address stands for the id of who has it."""
    own = register("Ada")["id"]
    assert answer("show", "ADA@Example.org")["id"] == own


def test_who_cancelled_is_still_found_by_address(register, answer):
    """An address that nobody has any more is that of whoever gave it up last."""
    ids = []
    for name in ("Ada", "Bea"):
        request = ("--name", name, "--email", "accueil@example.org", "--key", name)
        ids.append(register(name, *request)["id"])
        answer("cancel", "Accueil@example.org")
    register("Cleo")
    assert answer("show", "ACCUEIL@example.org")["id"] == ids[1]
    entries = answer("log", "--attendee", "accueil@example.org")
    assert {entry["registration"]["attendee"] for entry in entries if "registration" in entry} == {
        ids[1]
    }
    third = answer("register", "--name", "Dora", "--email", "accueil@example.org")["id"]
    assert answer("show", "accueil@example.org")["id"] == third


def test_people_see_the_versions_that_cancel_compares(register, answer, desk):
    """A person has a version, and each of its registrations one of its own."""
    register("Ada", "--session", "bilan")
    answer("cancel", "ada@example.org", "--session", "bilan")
    lines = desk("show", "ada@example.org").stdout.splitlines()
    assert lines[0].endswith(", version 1)")
    assert [(line.split()[0], line.split()[-1]) for line in lines[-3:]] == [
        ("for", "version"), ("event", "1"), ("bilan", "2"),
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["p-0", "nobody@example.org"])
def test_who_is_not_there_is_told(register, refusal, who):
    """An unknown id or address is a named error, which names what was typed."""
    for words in (("show", who), ("log", "--attendee", who)):
        end, error = refusal(*words)
        assert (end, error["code"]) == (1, "unknown-attendee")
        assert error["message"] == f"nobody is registered under `{who}`"


def test_people_are_listed_by_name_and_chosen_by_state(register, answer, desk):
    """People read a table by name; states are those of the event, or of the session named."""
    for name in ("Cleo", "Ada", "Bea"):
        register(name, "--session", "atelier-1")
    answer("cancel", "bea@example.org")
    said = desk("list").stdout.splitlines()
    assert [line[16:20].strip() for line in said[1:4]] == ["Ada", "Bea", "Cleo"]
    assert said[-1] == "persons: 3"
    names = [line["name"] for line in answer("list", "--state", "cancelled")]
    assert names == ["Bea Exemple"]
    names = [line["name"] for line in answer("list", "--session", "atelier-1", "--state",
                                             "confirmed")]  # fmt: skip
    assert names == ["Cleo Exemple"]


def test_nothing_that_people_wrote_moves_the_cursor(register, desk):
    """A mark of direction, which a name may have, is shown and does not act."""
    register("Ada", "--organization", "Mairie \u200fde Test")
    assert "  organization: Mairie \\u{200f}de Test\n" in desk("show", "ada@example.org").stdout
    desk("change", "ada@example.org", "--name", "Ada\u200f Exemple")
    assert "  Ada\\u{200f} Exemple  " in desk("list").stdout
    refused = desk("register", "--name", "Ada", "--email", "a\x1b[2J@b")
    assert (refused.returncode, "\x1b" in refused.stderr + refused.stdout) == (1, False)


def test_lines_fit_a_narrow_terminal(register, desk):
    """A long name is broken, an id never."""
    own = register("Ada", "--session", "atelier-1")["id"]
    desk("change", own, "--name", "Marie-Antoinette Exemple-de-Très-Longue-Famille " * 3)
    for language in ("en", "fr"):
        said = desk("list", "--language", language).stdout
        assert max(map(len, said.splitlines())) <= 80
        assert own in said
