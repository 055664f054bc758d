"""That what is redacted is gone, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import attrs

from partenariats.interfaces.redaction import Redaction, redacted, redacting
from partenariats.interfaces.registration_backend import Batch
from partenariats.model.ids import EventId, SessionId
from partenariats.model.registration.registrations import Attendee, Change
from partenariats.model.table import Table
from partenariats.testing.backends.keeping import fill
from partenariats.testing.backends.stores import (
    AT,
    StoreTests,
    batch,
    committed,
    declined,
    held,
    person,
    place,
)

WORDS: Final = ("Wilhelmina Trace", "trace@example.org", "Tracéville", "trace-free")
"""What somebody tells who is erased."""
SOME: Final = frozenset({"email", "wishes", "answers.meal", "answers.inner"})


def erasing(
    attendee: Attendee,
    fields: frozenset[str] | None = None,
    moments: frozenset[datetime] = frozenset(),
) -> Batch:
    """Make a batch that redacts an attendee, as a desk does."""
    blank = attrs.evolve(redacted(attendee, fields), version=attendee.version + 1)
    change = Change(at=AT, by="kit", why="asked for", subject=blank)
    one = Redaction(attendee=attendee.id, fields=fields, moments=moments)
    return attrs.evolve(batch(), changes=(change,), redactions=(one,))


class RedactionTests(StoreTests):
    """Hold the tests of what is redacted."""

    def test_what_is_redacted_is_taken_out_of_the_journal(self) -> None:
        """Entries of the attendee lose what they told, and keep their numbers and states."""
        self._redacts(None)

    def test_some_fields_are_redacted_alone(self) -> None:
        """What is not named stays as it was."""
        self._redacts(SOME)

    def _redacts(self, fields: frozenset[str] | None) -> None:
        with self.opened() as store:
            backend = store.instance()
            one, _ = fill(backend)
            before = held(backend, "request:a")
            journal = tuple(backend.journal())
            made = erasing(one, fields)
            committed(backend, made)
            redact = redacting(made.redactions)
            wanted = [attrs.evolve(entry, change=redact(entry.change)) for entry in journal]
            found = list(store.instance().journal())
            assert found[:-1] == wanted
            assert found[-1].change == made.changes[0]
            assert backend.attendee(one.id) == made.changes[0].subject
            after = held(backend, "request:a")
            same = ("waiting", "offered", "quotas", "claims", "door")
            assert {name: after[name] for name in same} == {name: before[name] for name in same}

    def test_a_reason_is_taken_out_wherever_it_stands(self) -> None:
        """Whoever was changed in the same batch has the same reason beside it, and loses it."""
        with self.opened() as store:
            backend = store.instance()
            one, other, third = (person(number) for number in range(3))
            committed(backend, batch(one, other))
            later = Change(at=AT + timedelta(milliseconds=1), by="kit", why="third", subject=third)
            committed(backend, attrs.evolve(batch(), changes=(later,)))
            committed(backend, erasing(one, SOME, frozenset({AT})))
            found = [(entry.change.why, entry.change.subject) for entry in backend.journal()]
            assert found[:3] == [("", one), ("", other), ("third", third)]
            assert found[3][0] == "asked for"

    def test_several_are_redacted_at_once(self) -> None:
        """Each loses what is named for it, and those beside it nothing."""
        with self.opened() as store:
            backend = store.instance()
            people = [person(number, email=f"{number}@example.org") for number in range(4)]
            committed(backend, batch(*people, *map(place, people)))
            batches = [erasing(people[0]), erasing(people[2], frozenset({"email"}))]
            changes = tuple(change for made in batches for change in made.changes)
            redactions = tuple(one for made in batches for one in made.redactions)
            committed(backend, attrs.evolve(batch(), changes=changes, redactions=redactions))
            subjects = [entry.change.subject for entry in backend.journal()]
            assert subjects[:4] == [
                redacted(people[0]),
                people[1],
                redacted(people[2], frozenset({"email"})),
                people[3],
            ]

    def test_a_declined_batch_redacts_nothing(self) -> None:
        """Where a condition is not met, the journal stays as it was."""
        with self.opened() as store:
            backend = store.instance()
            one, _ = fill(backend)
            stale = erasing(attrs.evolve(one, version=7))
            declined(backend, stale)
            declined(backend, attrs.evolve(erasing(one), full=(("seats", 1),)))

    def test_another_event_is_not_redacted(self) -> None:
        """Somebody of the same id at another event is another person."""
        with self.opened() as store:
            mine, other = store.instance(), store.instance(EventId("another"))
            one = person(1, email="ada@example.org")
            for backend in (mine, other):
                committed(backend, batch(one))
            committed(mine, erasing(one))
            assert [entry.change.subject for entry in other.journal()] == [one]

    def test_what_was_redacted_is_in_no_file_once_it_is_forgotten(self) -> None:
        """All that can be read stays, and no file of the store's folder holds what is gone."""
        with self.opened() as store:
            one, other = person(1, name=WORDS[0], email=WORDS[1], organization=WORDS[2]), person(2)
            one = attrs.evolve(one, answers=Table.of({"meal": WORDS[3]}))
            backend, watching = store.instance(), store.instance()
            claim = f"email:{WORDS[1]}"
            why = Change(at=AT, by="kit", why=f"{WORDS[0]} called", subject=one)
            rest = batch(other, place(one), claims=((claim, one.id),), takes=(("event", 1),))
            committed(backend, attrs.evolve(rest, changes=(why, *rest.changes)))
            committed(watching, batch(place(other, SessionId("walk"))))
            committed(backend, attrs.evolve(erasing(one), releases=(claim,)))
            before = held(backend, claim)
            backend.forget()
            backend.forget()
            assert held(backend, claim) == before
            assert held(watching, claim) == before
            committed(watching, batch(person(3)))
            assert [line.attendee.id for line in backend.roster()][-1] == person(3).id
            store.close()
            assert _traces(store.folder) == []
            again = held(store.instance(), claim)
            assert again["quotas"] == before["quotas"]


def _traces(folder: Path) -> list[tuple[str, str]]:
    """List the files of a folder that hold a word that was erased."""
    forms: tuple[Callable[[str], bytes], ...] = (
        str.encode,
        lambda word: word.encode("ascii", "backslashreplace"),
    )
    return [
        (file.name, word)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        for content in [file.read_bytes()]
        for word in WORDS
        if any(form(word) in content for form in forms)
    ]
