"""The commands of whoever runs registration."""

from __future__ import annotations

import getpass
import json
import subprocess
import sys

import pytest

from partenariats.cli.registration_command import COMMANDS
from partenariats.cli.registration_command.door.offline import COMMANDS as OFFLINE

CLOSING = """
from partenariats.builtin.backends.memory import MemoryBackend
from partenariats.plugin import hookimpl


class Closing(MemoryBackend):
    name = "closing"
    summary = "says that it is closed"

    def close(self):
        print("closed")


@hookimpl
def partenariats_registration_backends():
    return [Closing]
"""


def test_status_counts_every_thing(register, answer):
    """Capacity, taken, free, waiting and offered: of the event, its sessions, its audiences."""
    register("Ada", "--session", "atelier-1", "--audience", "elus")
    register("Bea", "--session", "atelier-1")
    found = answer("status")
    assert found == {
        "open": True,
        "by_hand": None,
        "opens": None,
        "closes": "2030-03-07T23:59:00+01:00",
        "quotas": [
            {"key": key, "capacity": capacity, "taken": taken, "offered": 0,
             "free": None if capacity is None else capacity - taken, "waiting": waiting}
            for key, capacity, taken, waiting in (
                ("event", 4, 2, 0),
                ("session:ateliers", None, 0, 0),
                ("session:atelier-1", 1, 1, 1),
                ("session:atelier-2", None, 0, 0),
                ("session:bilan", None, 0, 0),
                ("audience:elus", 3, 1, 0),
            )
        ],
        "offers": [],
        "exports": {},
        "due": [],
    }  # fmt: skip


def test_status_shows_what_is_scarce_or_taken(register, desk):
    """People see the event, and nothing that has neither a limit nor anybody."""
    register("Ada", "--session", "bilan")
    assert desk("status").stdout.splitlines() == [
        "registration is open until 2030-03-07 23:59",
        "",
        "for what       places  taken  of these offered  free  waiting",
        "event               4      1                 0     3        0",
        "atelier-1           1      0                 0     1        0",
        "bilan               –      1                 0     –        0",
        "audience elus       3      0                 0     3        0",
    ]
    head = desk("status", "--language", "fr").stdout.splitlines()[:3]
    assert head == [
        "les inscriptions sont ouvertes jusqu'au 2030-03-07 23:59",
        "",
        "inscription à  places  prises  dont proposées  libres  en attente",
    ]


@pytest.mark.parametrize(
    ("command", "is_open", "by_hand", "said"),
    [
        (["close"], False, "closed", "registration was closed"),
        (["open"], True, "open", "registration was opened by hand"),
        (["open", "--by-dates"], True, None, "registration is open until 2030-03-07 23:59"),
    ],
)
def test_registration_is_opened_and_closed_by_hand(
    register, answer, desk, command, is_open, by_hand, said
):
    """By hand comes before the dates, until they are to be followed again."""
    register("Ada")
    answer("close")
    found = answer(*command)
    assert (found["open"], found["by_hand"]) == (is_open, by_hand)
    assert desk("status").stdout.splitlines()[0] == said


def test_nobody_registers_where_it_is_closed(register, answer, refusal):
    """The error is named, and says how to open it."""
    answer("close")
    end, error = refusal("register", "--name", "Ada")
    assert (end, error) == (1, {
        "code": "closed",
        "message": "registration was closed",
        "advice": "open it with `partenariats registration open`",
    })  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "code", "end"),
    [
        (("", ""), "old-store", 2),
        (('use = "sql"', ""), "no-backend", 2),
        (('use = "sql"', 'use = "pencil"'), "unknown-name", 2),
        (('use = "sql"', 'use = "sql"\noptions = { ink = 1 }'), "invalid-options", 2),
        (('day = "jeudi"\ntitle', 'day = "mardi"\ntitle'), "invalid-event", 1),
    ],
)
def test_what_keeps_registration_from_working_is_named(change_event, refusal, edit, code, end):
    """A store that is not there, no back-end, an event with errors: each with a code of its own."""
    if edit[0]:
        change_event(*edit)
    assert (refusal("status")[0], refusal("status")[1]["code"]) == (end, code)


def test_a_back_end_that_is_missing_is_said_in_french(change_event, desk):
    """The sentence is one of its own, for its article depends on what is missing."""
    change_event('use = "sql"', 'use = "pencil"')
    said = desk("status", "--language", "fr").stderr.splitlines()[0]
    assert said == "erreur: il n'y a pas de moteur d'inscription `pencil`"


@pytest.mark.parametrize(("who", "end"), [("status", 0), ("show", 1)])
def test_the_store_is_closed_at_the_end(desk, tmp_path, change_event, who, end):
    """Whether a command goes well or not, the back-end lets go of its store."""
    plugin = tmp_path / "closing.py"
    plugin.write_text(CLOSING)
    change_event('use = "sql"', 'use = "closing"')
    done = desk(who, *(["p-0"] if who == "show" else []), "--plugin", "closing.py")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (end, "closed")


def test_a_store_that_is_none_is_named(event, desk, refusal):
    """A broken file is told as every error is: with a code, advice, and exit code 2."""
    event.with_name("registrations.db").write_text("no database, but a text that is long enough")
    end, error = refusal("status")
    assert (end, error["code"]) == (2, "not-a-database")
    assert desk("status").stderr.splitlines() == [
        f"error: {error['message']}",
        f"  = help: {error['advice']}",
    ]


def test_an_event_with_errors_is_told_as_always(change_event, desk):
    """Its report goes to standard error, with the place in the file."""
    change_event('day = "jeudi"\ntitle', 'day = "mardi"\ntitle')
    done = desk("status", "--json")
    assert "error[REF001]" in done.stderr
    assert json.loads(done.stdout)["error"]["code"] == "invalid-event"


def test_other_capacities_are_told_and_set_by_init(register, answer, desk, change_event):
    """A command warns of them, `init` sets them and promotes, and then nothing is to be told."""
    register("Ada", "--session", "atelier-1")
    register("Bea", "--session", "atelier-1")
    change_event("capacity = 1\n", "capacity = 2\n")
    assert desk("status").stderr.splitlines() == [
        "warning: the event file declares other capacities than are kept, for: atelier-1",
        "  = help: run `partenariats registration init`",
    ]
    found = answer("init")
    assert found["capacities"] == [{"key": "session:atelier-1", "before": 1, "capacity": 2}]
    assert [(one["session"], one["state"]) for one in found["changed"]] == [
        ("atelier-1", "confirmed")
    ]
    assert answer("init") == {"capacities": [], "changed": []}


def test_nothing_is_told_of_a_store_that_keeps_no_capacity(desk, change_event):
    """In memory nothing was kept before: no command could set what would be missed."""
    change_event('use = "sql"', 'use = "memory"')
    done = desk("status")
    assert (done.returncode, done.stderr) == (0, "")


def test_init_says_what_it_sets(desk, change_event):
    """The first time all that is declared, then what changed."""
    assert desk("init").stdout.splitlines() == [
        "the store is ready",
        "event: capacity 4",
        "atelier-1: capacity 1",
        "audience elus: capacity 3",
    ]
    change_event("capacity = 1\n", "")
    change_event("capacity = 4\n", "capacity = 5\n")
    assert desk("init").stdout.splitlines() == [
        "the store is ready", "event: capacity 5 instead of 4", "atelier-1: no limit instead of 1",
    ]  # fmt: skip


def test_an_expired_offer_goes_to_the_next(register, answer, desk, change_event, tamper):
    """`promote` takes it back, and says who has it now; else there is nothing to be done."""
    change_event('use = "sql"', 'use = "sql"\noffer = "2 h"')
    for name in ("Ada", "Bea", "Cleo"):
        register(name, "--session", "atelier-1")
    answer("cancel", "ada@example.org")
    assert desk("promote").stdout == "nothing was to be done\n"
    tamper("update partenariats_registrations set until = 0 where until is not null")
    assert [(item["state"], item["ahead"]) for item in answer("promote")["changed"]] == [
        ("waitlisted", 0), ("offered", None),
    ]  # fmt: skip


def test_the_journal_says_who_and_why(register, answer, desk):
    """Every change has a line; by default the one who is logged in made it."""
    own = register("Ada", "--by", "accueil", "--why", "au téléphone")["id"]
    answer("cancel", own, "--why", "malade")
    entries = answer("log", "--attendee", own)
    assert [(entry["by"], entry["why"]) for entry in entries] == [
        ("accueil", "au téléphone"), ("accueil", "au téléphone"), (getpass.getuser(), "malade"),
    ]  # fmt: skip
    assert entries[0]["attendee"]["name"] == "Ada Exemple"
    assert entries[2]["registration"]["state"] == "cancelled"
    said = [line.split("  ", 3)[-1] for line in desk("log").stdout.splitlines()]
    assert [line[line.index(" ") :] for line in said][-1].endswith("event: cancelled – malade")


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        ("--by", "é" * 201, "what `--by` says is too long: 201 characters, 200 at most"),
        ("--why", "é" * 2001, "what `--why` says is too long: 2001 characters, 2000 at most"),
        ("--by", "a\x1b[31m", "what `--by` says holds characters that cannot be shown"),
        ("--why", "a\udce9", "what `--why` says holds characters that cannot be shown"),
        ("--by", "a\udce9", "what `--by` says holds characters that cannot be shown"),
    ],
)
def test_who_and_why_are_lines_as_others_are(register, refusal, answer, option, text, said):
    """What is too long or cannot be shown is refused by the name of its option."""
    register("Ada")
    end, error = refusal("cancel", "ada@example.org", option, text)
    assert (end, error["code"], error["message"]) == (1, "invalid-request", said)
    whole = ("--by", "é" * 200, "--why", " é" * 1000 + "  ")
    answer("cancel", "ada@example.org", *whole)
    entry = answer("log")[-1]
    assert (entry["by"], entry["why"]) == ("é" * 200, ("é " * 1000).strip())


def test_the_name_of_a_login_is_a_line_too(register, refusal, monkeypatch):
    """What no journal can hold is refused, and does not break down in the store."""
    monkeypatch.setattr(getpass, "getuser", lambda: "a\udce9")
    end, error = refusal("close")
    assert (end, error["message"]) == (1, "your login name holds characters that cannot be shown")


def test_the_journal_names_what_is_no_person(register, answer):
    """A capacity by its key, and the door."""
    answer("close")
    answer("open", "--by-dates")
    entries = [
        {key: entry[key] for key in ("capacity", "door") if key in entry} for entry in answer("log")
    ]
    assert entries == [
        {"capacity": {"key": "event", "capacity": 4}},
        {"capacity": {"key": "session:ateliers", "capacity": None}},
        {"capacity": {"key": "session:atelier-1", "capacity": 1}},
        {"capacity": {"key": "session:atelier-2", "capacity": None}},
        {"capacity": {"key": "session:bilan", "capacity": None}},
        {"capacity": {"key": "audience:elus", "capacity": 3}},
        {"door": {"by_hand": "closed"}},
        {"door": {"by_hand": None}},
    ]


def test_verify_proves_that_nothing_is_lost(register, answer, desk):
    """What is kept is what the journal leads to."""
    register("Ada", "--session", "atelier-1")
    assert answer("log", "--verify") == {"differences": []}
    done = desk("log", "--verify")
    assert (done.returncode, done.stdout) == (0, "what is kept is what the journal leads to\n")


def test_verify_tells_every_difference(register, desk, tamper):
    """Each of them, and the exit code says that there are some."""
    own = register("Ada", "--session", "atelier-1")["id"]
    tamper("update partenariats_attendees set name = 'Eve'")
    tamper("update partenariats_quotas set taken = 0 where key = 'event'")
    done = desk("log", "--verify")
    assert (done.returncode, done.stdout.splitlines()) == (1, [
        f"`{own}`: the journal says something else of it",
        ("`event`: the store has places: 4, taken: 0, last position: 0, "
         "the journal places: 4, taken: 1, last position: 0"),
    ])  # fmt: skip
    done = desk("log", "--verify", "--json")
    assert (done.returncode, [one["what"] for one in json.loads(done.stdout)["differences"]]) == (
        1,
        [own, "event"],
    )


def test_help_lists_every_command(run):
    """`registration --help` names them all, in the order of the work."""
    done = run("registration", "--help")
    listed = done.stdout.partition("Commands:")[2]
    assert [line.split()[0] for line in listed.splitlines() if line[:2] == "  " != line[2:4]] == (
        list(COMMANDS)
    )


def test_help_loads_no_command():
    """The list of commands costs no more than itself."""
    code = (
        "import sys\n"
        "from partenariats.cli.main import group\n"
        "group.main(['registration', '--help'], standalone_mode=False)\n"
        "print(*(name for name in sys.modules if 'cli.registration_command.' in name))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1] == ""


@pytest.mark.parametrize(
    "name",
    [*(name for name in COMMANDS if name != "door"), *(f"door {name}" for name in OFFLINE)],
)
def test_every_command_takes_the_event_file_first_and_answers_in_json(run, name):
    """`FILE` is its first argument, and `--json` one of its options."""
    done = run("registration", *name.split(), "--help")
    assert done.stdout.splitlines()[0].split("[OPTIONS] ")[1].startswith("FILE")
    assert "--json" in done.stdout
