"""The commands that make keys and tickets."""

from __future__ import annotations

import stat

import pytest


def test_keys_are_made_listed_and_withdrawn(desk, answer, register, tmp_path):
    """The newest signs; the file is for its owner alone, and no event file says a key."""
    assert register
    assert desk("ticket-keys").stdout == "there is no ticket key yet: `--new` makes one\n"
    answer("ticket-keys", "--new")
    answer("ticket-keys", "--new")
    states = answer("ticket-keys", "--withdraw", "1")["keys"]
    assert states == [{"number": 1, "state": "withdrawn"}, {"number": 2, "state": "signs"}]
    file = tmp_path / "tickets.keys"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    secret = file.read_text().split(":")[-1].strip()
    assert len(secret) == 64
    assert secret not in (tmp_path / "event.toml").read_text() + desk("ticket-keys").stdout


def test_a_file_of_keys_stays_for_its_owner_alone(answer, register, tmp_path):
    """Whoever opened it to others gets it closed when it is written again."""
    assert register
    answer("ticket-keys", "--new")
    (tmp_path / "tickets.keys").chmod(0o644)
    answer("ticket-keys", "--new")
    assert stat.S_IMODE((tmp_path / "tickets.keys").stat().st_mode) == 0o600


def test_keys_may_come_from_the_environment(answer, refusal, people, ticket, monkeypatch, tmp_path):
    """They are used instead of the file, and not changed here."""
    before = ticket(people["Ada"])
    monkeypatch.setenv("PARTENARIATS_TICKET_KEYS", "7:" + "ab" * 32)
    assert answer("ticket-keys") == {"keys": [{"number": 7, "state": "signs"}]}
    assert ticket(people["Ada"]) != before
    content = (tmp_path / "tickets.keys").read_text()
    assert refusal("ticket-keys", "--new")[0] == 1
    assert (tmp_path / "tickets.keys").read_text() == content


@pytest.mark.parametrize("content", ["", "1:", "\xff", "1:zz"])
def test_keys_that_cannot_be_read_are_told(refusal, people, tmp_path, content):
    """No ticket is signed with half a key."""
    (tmp_path / "tickets.keys").write_text(content, encoding="utf-8")
    end, error = refusal("show", people["Ada"], "--ticket")
    assert (end, error["code"]) == (1, "ticket-keys")


def test_tickets_are_written_for_all_who_come(answer, people, ticket, tmp_path, rows):
    """A drawing for each, named by the id, and a sheet for a mail merge that others cannot read."""
    answer("cancel", people["Bob"])
    found = answer("tickets", "-o", "codes", "--csv", "tickets.csv")
    names = sorted(path.name for path in (tmp_path / "codes").iterdir())
    assert names == sorted(f"{people[name]}.svg" for name in ("Ada", "Eva"))
    assert sorted(one["ticket"] for one in found["tickets"]) == sorted(
        ticket(people[name]) for name in ("Ada", "Eva")
    )
    head, *lines = rows("tickets.csv")
    assert head == ["id", "name", "email", "ticket"]
    assert sorted(lines) == sorted(
        [people[name], f"{name} Exemple", f"{name.lower()}@example.org", ticket(people[name])]
        for name in ("Ada", "Eva")
    )
    assert stat.S_IMODE((tmp_path / "tickets.csv").stat().st_mode) == 0o600


def test_tickets_are_written_for_whoever_is_named(answer, refusal, people, tmp_path):
    """By id or by address; whoever does not come has none, and then nothing is written."""
    found = answer("tickets", "ada@example.org", people["Ada"], "-o", "codes")
    assert [one["id"] for one in found["tickets"]] == [people["Ada"]]
    answer("cancel", people["Bob"])
    end, error = refusal("tickets", people["Bob"], people["Eva"], "-o", "more")
    assert (end, error["code"]) == (1, "wrong-state")
    assert not (tmp_path / "more").exists()


def test_where_tickets_go_must_be_said(desk, people):
    """Without it the command does nothing; without a key it says how to make one."""
    assert people
    assert desk("tickets").returncode == 2


def test_without_a_key_there_is_no_ticket(refusal, register):
    """It is said how to make one."""
    own = register("Ada")["id"]
    end, error = refusal("tickets", own, "-o", "codes")
    assert (end, error["code"]) == (1, "ticket-keys")
    assert "--new" in error["advice"]
