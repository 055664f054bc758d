"""What was lost on the way out and in again, and whether an exporter says so."""

from __future__ import annotations

from types import MappingProxyType

import attrs

from partenariats.interfaces.exporter import PERSONAL, SETTINGS, Exporter
from partenariats.interfaces.options import NoOptions
from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.table import Table
from partenariats.publishing.verifying import Verification, find_losses, reasons
from partenariats.testing import sample

WHY = Message.of("it is so")


class Modest(Exporter[NoOptions]):
    """Declare one key of each kind."""

    omits = PERSONAL | SETTINGS | {"topics", "sessions.minimum"}
    alters = MappingProxyType(
        {"themes.title": WHY, "rooms": WHY, "workshops.number": WHY, "workshops.url": WHY}
    )

    def export(self, programme):
        """Make nothing."""
        return ()


def undeclared(change):
    """List what is told as undeclared after a change of the event that uses every key."""
    programme = sample("everything")
    losses = find_losses(programme, Modest, change(programme.event))
    return [loss.change.at for loss in losses if loss.reason is None]


def every(table, **changes):
    """Give a change that gives everything in a table other values."""
    return lambda event: attrs.evolve(
        event, **{table: tuple(attrs.evolve(thing, **changes) for thing in getattr(event, table))}
    )


def test_what_is_declared_is_told_with_its_reason():
    """The reason is the declared one, or says why a key is omitted."""
    programme = sample("everything")
    event = every("themes", title=programme.event.title)(programme.event)
    changed = attrs.evolve(every("sessions", minimum=None)(event), plugins=Table())
    losses = find_losses(programme, Modest, changed)
    assert {loss.change.key: str(loss.reason) for loss in losses} == {
        "plugins": "settings are no part of the programme",
        "sessions.minimum": "it has no place in the format",
        "themes.title": "it is so",
    }
    assert Verification("x", losses).undeclared == ()


def test_what_is_not_declared_is_told_without_one():
    """A key beside those that are declared stands alone."""
    assert undeclared(every("themes", color=None)) == ["themes.eau.color"]
    assert undeclared(every("workshops", venue=None)) == ["workshops.atelier.venue"]


def test_a_table_that_is_omitted_speaks_for_its_keys():
    """Neither a topic nor a key of it is undeclared, and what points at it is on its own."""
    assert undeclared(every("topics", state=None)) == []
    gone = undeclared(lambda event: attrs.evolve(event, topics=()))
    assert gone == []


def test_a_table_that_is_altered_speaks_for_coming_and_going_alone():
    """A room may be gone, a key of one that is there may not."""
    assert undeclared(lambda event: attrs.evolve(event, rooms=())) == []
    assert undeclared(every("rooms", capacity=None)) == ["rooms.salle.capacity"]


def test_a_key_of_workshops_may_be_declared_alone():
    """What is declared of workshops says nothing of sessions, and what is of sessions of both."""
    assert undeclared(every("workshops", number=None)) == []
    assert undeclared(every("workshops", minimum=3)) == []
    assert undeclared(every("workshops", url="https://example.org/")) == []
    assert undeclared(every("sessions", url=None)) == ["sessions.plenum.url"]


def test_people_whom_nobody_credits_are_personal_data():
    """They may be gone where that is declared; whoever is credited may not."""
    both = undeclared(lambda event: attrs.evolve(event, people=()))
    assert both == ["people.anne"]
    other = attrs.evolve(sample("everything").event.people[0], id="other")

    def with_other(event: Event) -> Event:
        return attrs.evolve(event, people=(*event.people, other))

    programme = sample("everything")
    larger = attrs.evolve(
        programme, timeline=attrs.evolve(programme.timeline, event=with_other(programme.event))
    )
    (loss,) = find_losses(larger, Modest, programme.event)
    assert (loss.change.at, str(loss.reason)) == (
        "people.other",
        "personal data beyond the credits are left out",
    )


def test_reasons_are_of_every_declared_key():
    """Omitted keys and altered ones, each once."""
    assert set(reasons(Modest)) == Modest.omits | set(Modest.alters)
