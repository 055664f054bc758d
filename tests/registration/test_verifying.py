"""A store is rebuilt from its journal, and every difference is told."""

from __future__ import annotations

import attrs
import pytest

from partenariats.model.registration.registrations import Door, Quota, Registration, quota_of
from partenariats.model.registration.registrations import RegistrationState as State


@pytest.fixture
def desk(make_desk, enter):
    """Give a desk with three persons, one of whom waits and one of whom left."""
    desk = make_desk(capacity=1)
    (gone,) = enter(desk, "Gone", sessions=("a",))
    enter(desk, "Ada", audience="member", email="ada@example.org")
    enter(desk, "Bob")
    desk.cancel(gone)
    desk.open()
    return desk


def test_a_sound_store_has_no_difference(desk):
    """Whatever was done, the journal leads to the store."""
    assert desk.verify() == ()


def ada(desk):
    """Find somebody."""
    return next(line.attendee for line in desk.list() if line.attendee.name == "Ada")


def rename(desk, store):
    """Change an attendee behind the journal's back."""
    store.attendees[ada(desk).id] = attrs.evolve(ada(desk), name="Eve")


def cancel(desk, store):
    """Change a registration."""
    own = store.registrations[ada(desk).id]
    own[None] = attrs.evolve(own[None], state=State.CANCELLED)


def oversell(_desk, store):
    """Count a place too many."""
    store.quotas["event"] = attrs.evolve(store.quotas["event"], taken=2)


def widen(_desk, store):
    """Change a capacity."""
    store.quotas["session:c"] = Quota(key="session:c", capacity=5)


def skip(_desk, store):
    """Give a position too many."""
    store.quotas["event"] = attrs.evolve(store.quotas["event"], joined=3)


def shut(_desk, store):
    """Close the door."""
    store.door = Door(is_open=False)


def free(_desk, store):
    """Give up the addresses."""
    gone = [name for name in store.claims if name.startswith("email:")]
    assert len(gone) == 1
    del store.claims[gone[0]]


@pytest.mark.parametrize(
    ("meddle", "what"),
    [
        (rename, "ada"),
        (cancel, "ada"),
        (oversell, "event"),
        (widen, "session:c"),
        (skip, "event"),
        (shut, "door"),
        (free, "ada"),
    ],
)
def test_a_change_behind_the_journal_is_told(desk, meddle, what):
    """Each is one difference, of the thing that was changed."""
    own = ada(desk).id
    meddle(desk, desk.backend._store)
    assert [found.what for found in desk.verify()] == [own if what == "ada" else what]


def test_registrations_without_their_attendee_are_told(desk):
    """Whoever is lost is told, and each registration that the store keeps of it."""
    own = ada(desk).id
    kept = [item.session for item in desk.backend.registrations_of(own)]
    del desk.backend._store.attendees[own]
    assert kept != []
    assert [(found.what, str(found.message)) for found in desk.verify()] == [
        (own, "the journal has it, and the store has not"),
        *(
            (own, f"the store keeps its registration for `{quota_of(it)}`, and not the attendee")
            for it in kept
        ),
    ]


@pytest.mark.parametrize("state", [State.WAITLISTED, State.OFFERED])
def test_who_waits_unheard_of_is_told(desk, state):
    """A registration that no attendee and no entry of the journal belongs to would get a place."""
    item = Registration(
        attendee="p-ghost", session=None, state=state, at=desk.now(), position=9, until=desk.now()
    )
    desk.backend._keep(item)
    assert [found.what for found in desk.verify()] == ["p-ghost"]


def test_an_entry_that_is_missing_is_told(desk):
    """Versions that do not follow each other show the gap."""
    own = ada(desk).id
    store = desk.backend._store
    first = next(
        entry for entry in store.journal if getattr(entry.change.subject, "attendee", None) == own
    )
    store.journal.remove(first)
    (gap,) = desk.verify()
    assert (gap.what, "is version 2, and version 1 comes next" in str(gap.message)) == (own, True)


def test_a_step_that_there_is_not_is_told(desk):
    """Nobody comes who only waited, whatever store and journal agree on."""
    own = ada(desk).id
    store = desk.backend._store
    (at,) = (
        number
        for number, entry in enumerate(store.journal)
        if entry.change.subject == store.registrations[own][None]
    )
    came = attrs.evolve(store.registrations[own][None], state=State.ATTENDED)
    store.registrations[own][None] = came
    entry = store.journal[at]
    store.journal[at] = attrs.evolve(entry, change=attrs.evolve(entry.change, subject=came))
    said = f"entry {entry.number} makes it attended, to which no step leads"
    assert [(found.what, str(found.message)) for found in desk.verify()] == [(own, said)]
