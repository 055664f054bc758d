"""After an erasure and a purge no file that the tool wrote holds what was erased."""

from __future__ import annotations

import json
import os
import sqlite3
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import psycopg
import pytest
import server

import partenariats as pa
from partenariats.interfaces.registration_backend import BackendError
from partenariats.model.registration.registrations import RegistrationState
from partenariats.model.table import Table
from partenariats.publishing.files import write_file, write_pieces
from partenariats.registration.changing import AttendeeChange
from partenariats.registration.desk import RegistrationDesk
from partenariats.registration.personal.exports import file_name
from partenariats.registration.personal.handing_over import Handover
from partenariats.registration.personal.record import documents
from partenariats.registration.requests.request import ConsentAnswer, Entrant, Request
from partenariats_sql.backend import SqlBackend
from partenariats_sql.options import SqlOptions

EVENT = """
format = 1
[event]
id = "meeting"
title = "Meeting"
timezone = "Europe/Paris"
[[days]]
id = "day"
date = 2030-03-21
[[sessions]]
id = "walk"
day = "day"
title = "Walk"
start = "9:00"
end = "10:00"
[registration]
use = "sql"
capacity = 60
[registration.fields.email]
retention = "30 days"
recipients = ["hotel"]
[[registration.recipients]]
id = "hotel"
title = "Hotel"
[[registration.consents]]
id = "list"
text = "My name may stand in the list."
[[registration.questions]]
id = "diet"
text = "Diet?"
retention = "7 days"
sensitive = true
recipients = ["hotel"]
"""
NAME, FORMER = "Zoë Ünverwechselbar", "Zoë Vorherig"
EMAIL, OLD_EMAIL, DIET = "zoe.unique@example.org", "zoe.before@example.org", "ohne-Ölsaat"
OWN_KEY = "request-of-zoe-unique"
ERASED = (NAME, FORMER, EMAIL, OLD_EMAIL, DIET, "Maison Ünique", OWN_KEY, "called about")
DUE = ("nut-allergy-7", "nut-allergy-33", "guest-7@example.org", "guest-33@example.org")
BEFORE = datetime(2030, 3, 1, tzinfo=UTC)
AFTER = datetime(2030, 6, 1, tzinfo=UTC)


class Clock:
    """Show the time that a test sets."""

    def __init__(self):
        self.now = BEFORE

    def __call__(self):
        """Tell the time."""
        return self.now


def desk_at(folder, url, clock):
    """Open the desk of the meeting over a database."""
    programme = pa.resolve(pa.parse(EVENT))
    keys = count()
    return RegistrationDesk(
        programme=programme,
        backend=SqlBackend(SqlOptions(url=url), programme.event.id, folder),
        now=clock,
        new_key=lambda: f"new-{next(keys)}",
    )


def fill(desk, folder):
    """Register sixty people and Zoë, who changes everything; export, and write the documents."""
    for number in range(59):
        diet = Table.of({"diet": f"nut-allergy-{number}"})
        guest = Entrant(name=f"Guest {number}", email=f"guest-{number}@example.org", answers=diet)
        desk.register(Request(entrants=(guest,), key=f"guest-{number}"))
    zoe = Entrant(
        name=FORMER,
        email=OLD_EMAIL,
        organization="Maison Ünique",
        answers=Table.of({"diet": DIET}),
        sessions=("walk",),
        consents=(ConsentAnswer("list", is_given=True),),
    )
    (one,) = desk.register(Request(entrants=(zoe,), key=OWN_KEY), why=f"called about {NAME}")
    own = one.attendee.id
    desk.change(own, AttendeeChange(name=NAME, email=EMAIL), why="called about the name")
    (waits,) = desk.register(Request(entrants=(Entrant(name="Waits"),)))
    for recipient, name in (("hotel", "hotel.csv"), (None, "all.csv")):
        handover = Handover.to(desk.programme.event, recipient)
        file = write_pieces(handover.pieces(desk.list()), folder / name)
        desk.note_export(handover.exported(file_name(file, folder)))
    for name, text in documents(desk.programme.event, "fr").items():
        write_file(text.encode(), folder / name)
    return own, waits.attendee.id


def occurrences(folder, words):
    """List which words stand in which files, as UTF-8 or as JSON writes them."""
    found = []
    for path, _, names in os.walk(folder):
        for file in (Path(path, name) for name in names):
            content = file.read_bytes() if file.is_file() else b""  # a server has a socket too
            forms = {word: {word.encode(), json.dumps(word)[1:-1].encode()} for word in words}
            found += [
                (file.name, word)
                for word, known in forms.items()
                if any(form in content for form in known)
            ]
    return found


def check_state(desk, own, waits, before):
    """Compare what is kept with what it was before: counts, and that the journal leads to it."""
    assert desk.verify() == ()
    assert desk.show(own).attendee.name == ""
    assert {item.state for item in desk.show(own).registrations} == {RegistrationState.CANCELLED}
    assert desk.show(waits).registrations[0].state is RegistrationState.CONFIRMED
    assert desk.status()["event"] == before["event"]
    names = [
        line.attendee.name for line in desk.list(states=frozenset({RegistrationState.CONFIRMED}))
    ]
    assert sorted(names) == sorted([*(f"Guest {number}" for number in range(59)), "Waits"])
    numbers = [entry.number for entry in desk.log()]
    assert numbers == sorted(numbers)


def test_nothing_is_left_on_sqlite(tmp_path):
    """Database, log, index, exports and records hold no byte of what was erased or purged."""
    clock = Clock()
    desk = desk_at(tmp_path, "sqlite:///registrations.db", clock)
    desk.init()
    own, waits = fill(desk, tmp_path)
    words = {word for _, word in occurrences(tmp_path, (*ERASED, *DUE))}
    assert words == {*ERASED, *DUE} - {OWN_KEY}
    before = desk.status()
    erased = desk.erase(own, why="asked for it")
    assert occurrences(tmp_path, ERASED) == []
    clock.now = AFTER
    purged = desk.purge()
    assert occurrences(tmp_path, (*ERASED, *DUE)) == []
    assert [one.file for one in erased.deleted] == ["hotel.csv", "all.csv"]
    assert purged.people == {"answers.diet": 59, "email": 59}
    check_state(desk, own, waits, before)
    desk.backend.close()
    assert occurrences(tmp_path, (*ERASED, *DUE)) == []
    assert desk.purge().people == {}
    desk.backend.close()


def test_whoever_reads_holds_an_erasure_up(tmp_path):
    """A reader that holds what was before is told of, and asking again finishes the work."""
    clock = Clock()
    desk = desk_at(tmp_path, "sqlite:///registrations.db", clock)
    desk.backend.patience = 0.2
    desk.init()
    own, _ = fill(desk, tmp_path)
    reader = sqlite3.connect(tmp_path / "registrations.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM partenariats_journal").fetchone()
    with pytest.raises(BackendError):
        desk.erase(own)
    reader.close()
    desk.erase(own)
    assert occurrences(tmp_path, ERASED) == []
    assert desk.verify() == ()
    desk.backend.close()


@pytest.fixture
def alone():
    """Give a server that writes its log of changes into new files, or skip without programs."""
    if server.MISSING is not None and os.environ.get("PARTENARIATS_REQUIRE_ALL") != "1":
        pytest.skip(f"no PostgreSQL on this machine: `{server.MISSING}` is missing")
    running = server.Server("", "wal_recycle=off", "autovacuum_naptime=1s")
    yield running
    running.close()


def test_nothing_is_left_on_postgresql(alone, tmp_path):
    """Nor does the server's folder, once its log of changes has moved on."""
    clock = Clock()
    desk = desk_at(tmp_path, alone.url(), clock)
    desk.init()
    own, waits = fill(desk, tmp_path)
    with psycopg.connect(f"host={alone.folder} user=postgres", autocommit=True) as connection:
        # as autovacuum may at any time
        connection.execute("ANALYZE")
        connection.execute("CHECKPOINT")
        words = {word for _, word in occurrences(alone.folder, (*ERASED, *DUE))}
        assert words == {*ERASED, *DUE} - {OWN_KEY}
        before = desk.status()
        desk.erase(own)
        clock.now = AFTER
        desk.purge()
        connection.execute("SELECT pg_switch_wal()")
        connection.execute("CHECKPOINT")
        connection.execute("SELECT pg_switch_wal()")
        connection.execute("CHECKPOINT")
        assert occurrences(alone.folder, (*ERASED, *DUE)) == []
        assert occurrences(tmp_path, (*ERASED, *DUE)) == []
    check_state(desk, own, waits, before)
    desk.backend.close()
