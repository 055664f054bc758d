"""Door files: read as they were written, or told by name and line."""

from __future__ import annotations

from itertools import count

import attrs
import pytest

from partenariats.registration.door.checking_in import AlreadyInError
from partenariats.registration.door.journals import header_line, read_journal
from partenariats.registration.door.offline import OfflineDoor, header_of
from partenariats.registration.door.people import Person
from partenariats.registration.door.sealed import (
    CutFileError,
    DoorFileError,
    EditedFileError,
    sealed,
)
from partenariats.registration.door.ticketing.keys import TicketKeys
from partenariats.registration.door.ticketing.tickets import ticket_of
from partenariats.registration.errors import UnknownSessionError, WrongStateError

KEYS = TicketKeys().with_new(bytes).with_new(bytes).without(1)


@pytest.fixture
def people(enter):
    """Register two persons; the second for a workshop."""
    (zoe,) = enter("Zoé")
    (ada,) = enter("Ada", sessions=("sols",), email="ada@example.org")
    return ada, zoe


@pytest.fixture
def file(desk, people, at):
    """Write the file of a door through which both came, the second by mistake."""
    content = header_line(header_of(desk, "est", None, KEYS))
    journal = read_journal(content, "est.door")
    door = OfflineDoor(journal)
    keys = (f"k{number}" for number in count())
    made = [door.check_in(one, next(keys), at("9:00")) for one in people]
    door.learn(tuple(made))
    made.append(door.undo(people[1], next(keys), at("9:01")))
    for one in made:
        line = journal.line(one)
        content += line
        journal = journal.with_more(line)
    return content


def test_a_door_knows_whom_it_lets_in(desk, people, half_days):
    """All who come, by name, with the half-days and the keys: and it is read as it was written."""
    ada, zoe = people
    header = header_of(desk, "est", None, KEYS)
    assert header.people == (
        Person(id=ada, name="Ada", email="ada@example.org"),
        Person(id=zoe, name="Zoé"),
    )
    found = read_journal(header_line(header), "est.door")
    assert found.header == attrs.evolve(header, half_days=attrs.evolve(half_days, of_session={}))
    assert found.lines == ()
    assert KEYS.keys[1].secret.hex() not in repr(found)


def test_the_door_of_a_session_knows_who_registered_for_it(desk, people):
    """Others are not on its list; a session that is not there has no door."""
    assert [one.id for one in header_of(desk, "s", "sols", KEYS).people] == [people[0]]
    with pytest.raises(UnknownSessionError):
        header_of(desk, "s", "sol", KEYS)


def test_what_a_door_noted_is_read(file, people, entry):
    """The door and its thing come from the header, the rest from the lines."""
    found = read_journal(file, "est.door")
    ada, zoe = people
    assert found.check_ins == (
        entry("k0", ada, "9:00"),
        entry("k1", zoe, "9:00"),
        entry("k2", zoe, "9:01", undoes="k1"),
    )
    assert [line.place for line in found.lines] == ["est.door:2", "est.door:3", "est.door:4"]
    assert found.size == len(file)


def test_a_door_tells_a_second_entry_and_undoes_its_own(file, people, at, desk):
    """It knows what its file says, and lets in by ticket, once each half-day."""
    ada, zoe = people
    door = OfflineDoor(read_journal(file, "est.door"))
    ticket = ticket_of(KEYS, desk.programme.event.id, ada)
    assert door.find(ticket).id == ada
    with pytest.raises(AlreadyInError, match="at 2030-03-21 09:00, at door est"):
        door.check_in(ada, "k", at("9:30"))
    assert door.check_in(ada, "k", at("14:30")).at == at("14:30")
    assert door.check_in(zoe, "k", at("9:30")).key == "k"
    with pytest.raises(WrongStateError, match="did not come in through this door"):
        door.undo(zoe, "k", at("9:30"))


def test_a_file_that_was_cut_is_told(file):
    """Wherever it ends, half a line is named, and the whole lines before it can be kept."""
    whole = read_journal(file, "est.door")
    for end in range(file.index(b"\n") + 1, len(file)):
        part, lines = file[:end], file[:end].count(b"\n")
        kept = read_journal(part, "est.door", keep_whole_lines=True)
        assert kept.check_ins == whole.check_ins[: lines - 1]
        assert file[: kept.size] == part[: part.rindex(b"\n") + 1]
        if part.endswith(b"\n"):
            assert read_journal(part, "est.door") == kept
            continue
        with pytest.raises(CutFileError, match=rf"^est\.door:{lines + 1}: the file ends in the"):
            read_journal(part, "est.door")


def test_a_file_that_was_cut_in_its_first_line_is_no_use(file):
    """What it lets in is not known."""
    for keep in (False, True):
        with pytest.raises(DoorFileError, match=r"^est\.door:1: "):
            read_journal(file[:100], "est.door", keep_whole_lines=keep)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda text: text.replace("08:00", "07:00"), 2),
        (lambda text: text.replace('"est"', '"sud"'), 1),
        (lambda text: text.replace('"k1","attendee"', '"k9","attendee"'), 3),
        (lambda text: text.replace('"key":"k1"', '"key": "k1"'), 3),
        (lambda text: text.replace("\n", "\r\n"), 1),
        (lambda text: "\n".join(text.split("\n")[i] for i in (0, 2, 1, 3, 4)), 2),
        (lambda text: "\n".join(text.split("\n")[i] for i in (0, 1, 3, 4)), 3),
        (lambda text: "\n".join(text.split("\n")[i] for i in (0, 1, 1, 2, 3, 4)), 3),
        (lambda text: text + "\n", 5),
        (lambda text: text + "{}\n", 5),
    ],
)
def test_a_file_that_was_edited_is_told(file, change, line):
    """A line that was changed, moved, taken out, doubled or added is named."""
    text = file.decode()
    changed = change(text)
    assert changed != text
    with pytest.raises(EditedFileError, match=rf"^est\.door:{line}: "):
        read_journal(changed.encode(), "est.door")


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"[]\n", b"name,email\n", b"\xff\xfe", b'{"a":1}\n', b"[" * 9999]
)
def test_what_is_no_door_file_is_said_so(content):
    """Whatever else was given."""
    with pytest.raises(DoorFileError, match=r"^x:1: this is no door file$"):
        read_journal(content, "x")


def test_a_newer_door_file_is_told():
    """Its form is not guessed at."""
    line, _ = sealed({"partenariats_door": 2, "more": []}, "")
    with pytest.raises(DoorFileError, match="written by a newer version: form 2"):
        read_journal(line, "x")


def test_sealed_lines_of_something_else_are_told(file):
    """A line that no door writes is refused though it is sealed as one."""
    journal = read_journal(file, "x")
    for shape in ({}, {"key": 1}, {"key": "k", "attendee": "p", "at": "2030", "undoes": None}):
        line, _ = sealed(shape, journal.seal)
        with pytest.raises(EditedFileError, match=r"^x:5: this is no line of a door file"):
            journal.with_more(line)
    first, _ = sealed({"partenariats_door": 1}, "")
    with pytest.raises(EditedFileError, match=r"^x:1: "):
        read_journal(first, "x")
