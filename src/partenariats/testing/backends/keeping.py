"""That what goes in comes back as it was."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs
import pytest

from partenariats.model.ids import (
    AudienceId,
    ConsentId,
    PersonId,
    SessionId,
    ThemeId,
    WorkingGroupId,
)
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    Change,
    CheckIn,
    Consent,
    Door,
    Exported,
    JournalEntry,
    Wish,
    quota_of,
)
from partenariats.model.table import Table
from partenariats.testing.backends.stores import (
    AT,
    WORKSHOP,
    Backend,
    State,
    StoreTests,
    batch,
    committed,
    held,
    person,
    place,
)

TEXTS: Final = {
    "quotes": "\"double\" 'single' `back` « guillemets » \\ \\n",
    "SQL": "Robert'); DROP TABLE attendees;-- % _ ? :name $1 {0} %s",
    "emoji": "👩🏽‍🚀 👍🏾 🇫🇷",
    "not composed": "e\u0301te\u0301",
    "right to left": "عربي مع English و עברית",
    "spaces": "  two before, two after\u00a0\u202f  ",
    "nothing": "",
    "null": "null",
    "figures": "007",
    "long": "é" * 10_000,
}
"""Texts that a store may spoil, by what is difficult in them."""

ANSWERS: Final = Table.of(
    {
        "meal": "vegetarian",
        "days": ("thursday", "friday"),
        "none": (),
        "bus": True,
        "alone": False,
        "age": 42,
        "height": 1.75,
        "born": date(1984, 2, 29),
        "since": datetime(2020, 1, 1, 12, 0, tzinfo=UTC),
        "wakes": time(6, 30),
        "inner": {"a": {"b": (1, "1", date(2022, 3, 24))}},
        "dated": "2022-03-24",
        "z": "last",
        "a": "first",
    }
)


def fill(backend: Backend) -> tuple[Attendee, ...]:
    """Put one of each thing into a store."""
    one = person(
        1,
        email="ada@example.org",
        organization="The Society",
        audience=AudienceId("student"),
        answers=ANSWERS,
        person=PersonId("ada"),
        wishes=(Wish(rank=1, session=WORKSHOP), Wish(rank=1, theme=ThemeId("looms"))),
        working_groups=(WorkingGroupId("engines"),),
        consents=(Consent(id=ConsentId("list"), is_given=True, at=AT, text="Zoé may write."),),
    )
    two = person(2)
    committed(
        backend,
        batch(
            Capacity(key=quota_of(None), capacity=7),
            Capacity(key=quota_of(WORKSHOP), capacity=None),
            Door(is_open=True),
            one,
            two,
            place(one, group="g"),
            place(one, WORKSHOP, State.WAITLISTED, group="g"),
            place(two, state=State.OFFERED, until=AT + timedelta(days=2)),
            *(
                place(two, SessionId(f"s-{state.value}"), state)
                for state in State
                if state not in {State.WAITLISTED, State.OFFERED}
            ),
            CheckIn(key="a-1", attendee=one.id, session=WORKSHOP, at=AT, door="a"),
            CheckIn(key="a-2", attendee=one.id, session=None, at=AT, door="a", undoes="a-1"),
            Exported(recipient="hotel", fields=("name",), people=2, file="h.csv", digest="0f"),
            claims=(("request:a", "digest"),),
            takes=((quota_of(None), 2),),
        ),
    )
    return one, two


class KeepingTests(StoreTests):
    """Hold the tests of what comes back."""

    def test_it_is_named_and_described(self) -> None:
        """Name and summary are there and have their forms."""
        cls = self.backend
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", cls.name)
        assert cls.summary.strip()
        assert (cls.__doc__ or "").strip()

    def test_a_new_store_is_empty(self) -> None:
        """There is nobody in it, nothing is taken, and nobody opened or closed it by hand."""
        with self.opened() as store:
            backend = store.instance()
            assert held(backend, "request:a") == {
                "lines": (),
                "waiting": {None: ()},
                "offered": (),
                "quotas": {},
                "claims": {"request:a": None},
                "door": Door(is_open=None),
                "journal": (),
            }
            assert backend.attendee(person(1).id) is None
            assert backend.registrations_of(person(1).id) == ()

    def test_what_goes_in_comes_back(self) -> None:
        """Attendees, registrations, capacities and the door are read as they were written."""
        with self.opened() as store:
            backend = store.instance()
            one, two = fill(backend)
            assert (backend.attendee(one.id), backend.attendee(two.id)) == (one, two)
            answers = [type(value) for value in ANSWERS.values()]
            kept = backend.attendee(one.id)
            assert kept is not None
            assert [type(value) for value in kept.answers.values()] == answers
            assert backend.registrations_of(one.id) == (
                place(one, group="g"),
                place(one, WORKSHOP, State.WAITLISTED, group="g", position=1),
            )
            states = {item.state for item in backend.registrations_of(two.id)}
            assert states == {*State} - {State.WAITLISTED}
            assert backend.door() == Door(is_open=True)
            quotas = backend.quotas()
            assert (quotas[quota_of(None)].capacity, quotas[quota_of(None)].taken) == (7, 2)
            limits = (quotas[quota_of(WORKSHOP)].capacity, quotas[quota_of(WORKSHOP)].joined)
            assert limits == (None, 1)

    def test_a_capacity_without_limit_is_known_to_be_set(self) -> None:
        """Whoever sets the declared capacities finds that this one was set."""
        with self.opened() as store:
            backend = store.instance()
            committed(backend, batch(Capacity(key=quota_of(None), capacity=None)))
            assert list(backend.quotas()) == [quota_of(None)]

    def test_the_journal_says_who_when_and_why(self) -> None:
        """An entry holds its change whole, with difficult words of whoever made it."""
        with self.opened() as store:
            backend = store.instance()
            words = [*TEXTS.values(), "é" * 10_000]
            changes = [
                Change(
                    at=AT + timedelta(milliseconds=n), by=by, why=why, subject=Door(is_open=said)
                )
                for n, (by, why, said) in enumerate(
                    zip(words, reversed(words), [True, False, None] * 4, strict=False)
                )
            ]
            committed(backend, attrs.evolve(batch(), changes=tuple(changes)))
            assert [entry.change for entry in backend.journal()] == changes
            assert all(type(entry) is JournalEntry for entry in backend.journal())
            assert backend.door() == changes[-1].subject

    @pytest.mark.parametrize("name", TEXTS)
    def test_difficult_texts_come_back(self, name: str) -> None:
        """What people and programs write is kept to the letter, wherever it stands."""
        text = TEXTS[name]
        with self.opened() as store:
            backend = store.instance()
            one = person(
                1, name=text, organization=text, answers=Table.of({"q": text, "r": (text,)})
            )
            claim = f"request:{text[:100]}"
            committed(backend, batch(one, place(one, group=text), claims=((claim, text),)))
            other = store.instance()
            assert other.attendee(one.id) == one
            assert other.registrations_of(one.id) == (place(one, group=text),)
            assert other.owner(claim) == text
            assert [entry.change.subject for entry in other.journal()] == [
                one,
                place(one, group=text),
            ]

    @pytest.mark.parametrize("zone", ["UTC", "Europe/Paris", "America/St_Johns", "Asia/Kolkata"])
    def test_times_are_kept_to_the_millisecond(self, zone: str) -> None:
        """An instant comes back as the same instant with a zone, in an hour shown twice as well."""
        with self.opened() as store:
            backend = store.instance()
            one = person(1)
            twice = datetime(2026, 10, 25, 2, 30, 0, 1000, ZoneInfo(zone))
            times = [
                twice,
                twice.replace(fold=1),
                datetime(2026, 7, 1, 23, 59, 59, 999000, twice.tzinfo),
            ]
            subjects = [
                place(one, SessionId(f"s-{n}"), State.OFFERED, at=at, until=at)
                for n, at in enumerate(times)
            ]
            made = [
                Change(at=at, by="", why="", subject=subject)
                for at, subject in zip(times, subjects, strict=True)
            ]
            new = Change(at=AT, by="", why="", subject=one)
            committed(backend, attrs.evolve(batch(), changes=(new, *made)))
            found: list[datetime | None] = []
            for item in backend.registrations_of(one.id):
                found += [item.at, item.until]
            for entry in list(backend.journal())[1:]:
                subject: Any = entry.change.subject
                found += [entry.change.at, subject.at, subject.until]
            assert all(at is not None and at.utcoffset() is not None for at in found)
            wanted = [at.timestamp() for at in times for _ in "ab"]
            wanted += [at.timestamp() for at in times for _ in "abc"]
            assert [round(at.timestamp(), 3) for at in found if at] == [
                round(at, 3) for at in wanted
            ]

    def test_a_large_batch_is_committed(self) -> None:
        """A thousand persons come in one batch, each in its place."""
        with self.opened() as store:
            backend = store.instance()
            people = [person(number) for number in range(1000)]
            own = [place(one, state=State.WAITLISTED) for one in people]
            claims = tuple((f"email:{one.id}", str(one.id)) for one in people)
            made = committed(backend, batch(*people, *own, claims=claims))
            assert [item.position for item in made] == [*range(1, 1001)]
            assert len(list(backend.journal())) == 2000
            assert [line.attendee for line in backend.roster()] == people
