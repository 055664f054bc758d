"""How many may register, against the rooms in which everybody meets."""

from __future__ import annotations

import attrs
import pytest

from partenariats.model.event import Audience
from partenariats.model.sessions import SessionKind
from partenariats.model.text import Text

EVENT = """
[registration]
{registration}
[[rooms]]
id = "salle"
name = "Salle"
{room}
[[rooms]]
id = "petite"
name = "Petite salle"
capacity = 20
[[days]]
id = "j"
date = 2022-03-25
[[sessions]]
id = "ouverture"
day = "j"
kind = "{kind}"
title = "Ouverture"
start = "9:00"
end = "10:00"
room = "salle"
{session}
"""
BESIDE = """
[[sessions]]
id = "visite"
day = "j"
kind = "{}"
title = "Visite"
start = "9:30"
end = "10:30"
"""
AUDIENCE = 'audiences = [{ id = "elus", title = "Élus" }]'
SAID = "{} may register, and everybody meets at `ouverture`, whose room `salle` holds 150"


def above(told, *, registration="capacity = 200", room="capacity = 150", kind="opening", **more):
    """List the headlines of the rule, and check where they point."""
    text = EVENT.format(
        registration=registration, room=room, kind=kind, session=more.get("session", "")
    )
    found = told("REG001", text + more.get("other", ""), more.get("event", ""))
    for one in found:
        assert str(one.where) == "registration.capacity"
        assert [(str(r.where), str(r.label)) for r in one.related] == [
            ("rooms[0].capacity", "the room holds this many")
        ]
        assert str(one.help) == "choose a larger room, or let fewer register"
    return [str(one.headline) for one in found]


@pytest.mark.parametrize(
    ("capacity", "found"),
    [(0, []), (150, []), (151, [SAID.format(151)]), (999, [SAID.format(999)])],
)
def test_the_room_of_a_plenary_holds_all_who_may_register(told, capacity, found):
    """As many as the room holds may register, not one more."""
    assert above(told, registration=f"capacity = {capacity}") == found


@pytest.mark.parametrize(
    ("kind", "is_told"),
    [
        ("plenary", True),
        ("opening", True),
        ("closing", True),
        ("presentation", False),
        ("reception", False),
        ("meal", False),
    ],
)
def test_only_kinds_for_everybody_count(told, kind, is_told):
    """A talk or a dinner need not hold everybody."""
    assert above(told, kind=kind) == [SAID.format(200)] * is_told


@pytest.mark.parametrize(("kind", "is_told"), [("presentation", False), ("break", True)])
def test_who_may_be_elsewhere_needs_no_seat(told, kind, is_told):
    """Something held at the same time takes some of them; a break does not."""
    assert above(told, other=BESIDE.format(kind)) == [SAID.format(200)] * is_told


@pytest.mark.parametrize(
    "more",
    [
        {"registration": 'use = "memory"'},
        {"room": ""},
        {"session": "capacity = 100"},
        {"session": "expected = 180"},
        {"session": 'required_for = ["elus"]', "event": AUDIENCE},
    ],
)
def test_what_is_unknown_meant_or_told_elsewhere_is_left(told, more):
    """No capacity of event or room, one of the session's own, or what PLC003 says already."""
    assert above(told, **more) == []


def test_a_room_that_holds_just_those_expected_is_told(told):
    """PLC003 says nothing of it, and more may register."""
    assert above(told, session="expected = 150") == [SAID.format(200)]


def test_the_smallest_room_is_told(told):
    """Of two plenaries the one with the smaller room is named, once."""
    text = EVENT.format(
        registration="capacity = 200", room="capacity = 150", kind="opening", session=""
    )
    text += BESIDE.format("closing").replace("9:30", "11:00").replace("10:30", "12:00")
    (found,) = told("REG001", text + 'room = "petite"\n')
    assert str(found.headline) == (
        "200 may register, and everybody meets at `visite`, whose room `petite` holds 20"
    )
    assert [str(related.where) for related in found.related] == ["rooms[1].capacity"]


@pytest.mark.parametrize(
    ("capacity", "expected", "found"),
    [
        (100, 101, ["100 may register, and 101 persons are expected"]),
        (100, 100, []),
        (100, 99, []),
        (0, 1, ["0 may register, and 1 persons are expected"]),
    ],
)
def test_fewer_than_expected(told, capacity, expected, found):
    """A capacity below what is expected is a question, at the capacity."""
    own = told("REG009", f"[registration]\ncapacity = {capacity}\n", f"expected = {expected}")
    assert [str(one.headline) for one in own] == found
    assert [str(one.where) for one in own] == ["registration.capacity"] * len(found)
    assert [str(r.where) for one in own for r in one.related] == ["event.expected"] * len(found)


@pytest.mark.parametrize(
    ("registration", "event"), [('use = "memory"', "expected = 5"), ("capacity = 5", "")]
)
def test_a_number_that_is_missing_is_no_question(told, registration, event):
    """Where one of the two is unknown nothing is compared."""
    assert told("REG009", f"[registration]\n{registration}\n", event) == []


def test_planted(plant, changed, declared):
    """One thing that is changed in the clean event gives its own code, and nothing else."""
    assert plant(declared(capacity=199)) == ["REG009"]
    assert plant(declared(capacity=201)) == []
    assert plant(changed("sessions", "pleniere", room="salle-1")) == ["REG001"]


def test_planted_for_those_who_must_attend(plant, changed, clean):
    """A plenary whose audience does not fit is told once, for that audience."""
    audience = Audience(id="membres", title=Text("Membres"), capacity=70)
    change = changed(
        "sessions", "pleniere", room="salle-1", required_for=("membres",), kind=SessionKind.PLENARY
    )
    event = change(attrs.evolve(clean, audiences=(audience,)))
    assert plant(lambda _: event) == ["REG002"]
