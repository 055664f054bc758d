"""Who came in, by what a journal holds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from partenariats.model.registration.registrations import Change, Door, JournalEntry
from partenariats.registration.door.entries import Entries, live

AT = datetime(2030, 3, 21, 8, tzinfo=UTC)


class Journal:
    """Hold entries of a journal, and count how many are read."""

    def __init__(self):
        self.entries = {}
        self.read = 0

    def add(self, number, subject):
        """Add an entry."""
        change = Change(at=AT, by="", why="", subject=subject)
        self.entries[number] = JournalEntry(number=number, change=change)

    def journal(self, after=0):
        """Give the entries with greater numbers."""
        found = [self.entries[number] for number in sorted(self.entries) if number > after]
        self.read += len(found)
        return iter(found)


@pytest.fixture
def journal():
    """Give a journal without entries."""
    return Journal()


def test_an_entry_that_comes_to_be_seen_late_is_found(journal, entry):
    """A number may be given before its batch is kept: a later one is seen first."""
    followed = Entries(journal)
    journal.add(7, entry("late", "a", "9:00"))
    assert [one.key for one in followed.of("a")] == ["late"]
    journal.add(3, entry("early", "a", "8:00"))
    assert {one.key for one in followed.of("a")} == {"late", "early"}
    assert followed.of("b") == ()


def test_a_long_journal_is_read_once(journal, entry):
    """After that only its end is read again."""
    for number in range(1, 2001):
        journal.add(number, Door(is_open=True))
    journal.add(2001, entry("k", "a", "9:00"))
    followed = Entries(journal)
    for _ in range(10):
        followed.of("a")
    assert journal.read < 2001 + 10 * 101


def test_what_was_undone_is_not_there(entry):
    """Neither the mistake nor its correction; the rest in the order of time."""
    entries = [
        entry("c", "a", "10:00"),
        entry("a", "a", "9:00"),
        entry("b", "a", "9:30", undoes="a"),
        entry("d", "a", "8:00"),
    ]
    assert [one.key for one in live(entries)] == ["d", "c"]
    assert live([]) == ()
