"""Coming in, coming in twice, and not after all."""

from __future__ import annotations

import attrs
import pytest

from partenariats.builtin.backends.memory import Store
from partenariats.model.registration.registrations import CheckIn
from partenariats.registration.door.checking_in import AlreadyInError
from partenariats.registration.errors import WrongStateError
from partenariats.testing.backends.desks import request_of


def noted(desk):
    """Give what doors noted, as it stands in the journal."""
    subjects = (entry.change.subject for entry in desk.log())
    return [one for one in subjects if isinstance(one, CheckIn)]


def test_whoever_comes_in_is_noted_with_time_and_door(desk, enter, states, clock, at):
    """The check-in and the registration that it changes are made together."""
    (ada,) = enter("Ada")
    clock.at = at("9:05")
    (changed,) = desk.check_in(ada, door="est", why="late")
    assert changed.state.value == "attended"
    (one,) = noted(desk)
    assert attrs.astuple(one) == (one.key, ada, None, at("9:05"), "est", None)
    assert desk.backend.owner(f"check-in:{one.key}") == ada
    assert {entry.change.why for entry in desk.log(ada)} == {"", "late"}
    assert states(ada) == {None: "attended"}
    assert desk.verify() == ()


def test_a_second_entry_is_told_and_changes_nothing(desk, enter, clock, at):
    """It is said when and at which door the first was."""
    (ada,) = enter("Ada")
    clock.at = at("9:05")
    desk.check_in(ada, door="est")
    before = list(desk.log())
    clock.at = at("10:00")
    with pytest.raises(AlreadyInError) as caught:
        desk.check_in(ada, door="ouest")
    said = f"`{ada}` came in already: at 2030-03-21 09:05, at door est"
    assert str(caught.value) == said
    assert caught.value.check_in == noted(desk)[0]
    assert list(desk.log()) == before


def test_people_come_in_once_each_half_day(desk, enter, states, clock, at):
    """Lunch and the night lie between two entries that both count."""
    (ada,) = enter("Ada")
    for hour, day in (("9:05", 21), ("13:50", 21), ("8:50", 22)):
        clock.at = at(hour, day)
        desk.check_in(ada)
        with pytest.raises(AlreadyInError):
            desk.check_in(ada)
    assert len(noted(desk)) == 3
    assert states(ada) == {None: "attended"}
    assert desk.verify() == ()


def test_whoever_is_in_a_session_is_at_the_event(desk, enter, states, clock, at):
    """The entry to a workshop is one to its half-day, and no other door asks again."""
    (ada,) = enter("Ada", sessions=("sols",))
    clock.at = at("11:00")
    desk.check_in(ada, "sols")
    assert states(ada) == {None: "attended", "sols": "attended"}
    for session, hour in (("sols", "14:30"), (None, "14:30"), (None, "11:30")):
        clock.at = at(hour)
        with pytest.raises(AlreadyInError):
            desk.check_in(ada, session)


def test_an_entry_that_was_a_mistake_is_undone(desk, enter, states, clock, at):
    """The registration stands as before, and the person can come in, or cancel."""
    (ada,) = enter("Ada")
    clock.at = at("9:05")
    desk.check_in(ada, door="est")
    desk.undo_check_in(ada, door="ouest")
    first, undo = noted(desk)
    assert (undo.undoes, undo.door) == (first.key, "ouest")
    assert states(ada) == {None: "confirmed"}
    with pytest.raises(WrongStateError, match="did not come in"):
        desk.undo_check_in(ada)
    desk.check_in(ada)
    desk.undo_check_in(ada)
    desk.cancel(ada)
    assert desk.verify() == ()


def test_only_the_last_entry_is_undone(desk, enter, states, clock, at):
    """Who was there in the morning stays somebody who came."""
    (ada,) = enter("Ada", sessions=("sols",))
    for hour, session in (("9:05", None), ("14:05", "sols")):
        clock.at = at(hour)
        desk.check_in(ada, session)
    desk.undo_check_in(ada, "sols")
    assert states(ada) == {None: "attended", "sols": "confirmed"}
    desk.undo_check_in(ada)
    assert states(ada) == {None: "confirmed", "sols": "confirmed"}


def test_an_entry_after_a_cancelled_registration_begins_anew(desk, enter, states, clock, at):
    """Whoever registers again after a mistake is let in again."""
    (ada,) = enter("Ada")
    clock.at = at("9:05")
    desk.check_in(ada)
    desk.undo_check_in(ada)
    assert desk.check_in(ada)[0].state.value == "attended"
    assert states(ada) == {None: "attended"}


def test_of_two_desks_at_once_one_is_told(desk_of, clock, at):
    """Both looked before either wrote: the second looks again, and finds the entry."""
    store = Store()
    here, there = desk_of(store), desk_of(store)
    here.init()
    ada = here.register(request_of("Ada"))[0].attendee.id
    for hour in ("9:05", "14:05"):
        clock.at = at(hour)
        commit = here.backend.commit

        def late(batch, commit=commit):
            here.backend.commit = commit
            there.check_in(ada, door="ouest")
            return commit(batch)

        here.backend.commit = late
        with pytest.raises(AlreadyInError, match="at door ouest"):
            here.check_in(ada, door="est")
    assert len(noted(here)) == 2


def test_facts_are_noted_once_however_often_they_are_told(desk, enter, entry, states):
    """The same key is entered once, and nothing else changes."""
    (ada,) = enter("Ada", sessions=("sols",))
    facts = [entry("a", ada, "9:00"), entry("b", ada, "14:00", session="sols")]
    changed = desk.note_check_ins(facts)
    assert {item.session for item in changed} == {None, "sols"}
    before = list(desk.log())
    assert desk.note_check_ins([*facts, *facts]) == ()
    assert list(desk.log()) == before
    assert states(ada) == {None: "attended", "sols": "attended"}
    assert desk.verify() == ()


def test_what_is_undone_elsewhere_counts_for_nothing(desk, enter, entry, states):
    """A mistake and its correction, told together or apart, leave the registration as it was."""
    ada, bob = enter("Ada", "Bob")
    mistake, undo = entry("a", ada, "9:00"), entry("b", ada, "9:01", undoes="a")
    desk.note_check_ins([undo])
    desk.note_check_ins([mistake, entry("c", bob, "9:00")])
    assert (states(ada), states(bob)) == ({None: "confirmed"}, {None: "attended"})
    desk.note_check_ins([entry("d", bob, "9:01", undoes="c")])
    assert states(bob) == {None: "confirmed"}
    assert desk.verify() == ()


def test_strangers_are_left_out_and_whoever_cancelled_is_noted(desk, enter, entry, states):
    """A fact about somebody who cancelled is kept, and changes no registration."""
    (ada,) = enter("Ada")
    desk.cancel(ada)
    desk.note_check_ins([entry("a", ada, "9:00"), entry("b", "p-nobody", "9:00")])
    assert [one.key for one in noted(desk)] == ["a"]
    assert states(ada) == {None: "cancelled"}
