"""How many must attend a session, against how many it takes."""

from __future__ import annotations

import attrs
import pytest

from partenariats.model.event import Audience
from partenariats.model.text import Text

AUDIENCES = """audiences = [
  {{ id = "elus", title = "Élus"{} }},
  {{ id = "delegues", title = "Délégués"{} }},
  {{ id = "amis", title = "Amis"{} }},
]"""
EVENT = """
[registration]
{registration}
[[rooms]]
id = "salle"
name = "Salle"
capacity = 80
[[days]]
id = "j"
date = 2022-03-25
[[sessions]]
id = "assemblee"
day = "j"
title = "Assemblée"
start = "9:00"
end = "10:00"
required_for = {required}
{session}
"""


def below(told, required, numbers=("", "", ""), whole="", session="capacity = 50"):
    """List how many are said to have to attend, and check where it points."""
    event = AUDIENCES.format(*(f", capacity = {number}" if number else "" for number in numbers))
    registration = f"capacity = {whole}" if whole else 'use = "memory"'
    text = EVENT.format(registration=registration, required=required, session=session)
    found = told("REG002", text, event)
    assert [str(one.where) for one in found] == ["sessions[0].required_for"] * len(found)
    return [str(one.headline) for one in found]


def said(places, required):
    """Say what the rule says."""
    return [f"`assemblee` takes {places} persons, and {required} may have to attend it"]


@pytest.mark.parametrize(
    ("required", "numbers", "whole", "found"),
    [
        ('["elus"]', (50, "", ""), "", []),
        ('["elus"]', (51, "", ""), "", said(50, 51)),
        ('["elus"]', ("", 99, 99), "", []),
        ('["elus", "delegues"]', (25, 25, 99), "", []),
        ('["elus", "delegues"]', (25, 26, 99), "", said(50, 51)),
        ('["elus", "delegues"]', (60, "", ""), "", said(50, 60)),
        ('["elus", "elus"]', (30, "", ""), "", []),
        ('["elus", "inconnu"]', (51, "", ""), "", said(50, 51)),
        ('["elus"]', (60, "", ""), 50, []),
        ('["elus"]', (60, "", ""), 55, said(50, 55)),
        ('["elus"]', ("", "", ""), 99, []),
        ('["elus", "delegues", "amis"]', ("", "", ""), 51, said(50, 51)),
        ('["elus", "delegues", "amis"]', ("", "", ""), 50, []),
        ('["elus", "delegues", "amis"]', (10, 10, ""), 60, said(50, 60)),
        ('["elus", "delegues", "amis"]', (10, 10, 10), 60, []),
        ("[]", (99, 99, 99), 99, []),
    ],
)
def test_who_must_attend_is_added_up(told, required, numbers, whole, found):
    """Capacities of the audiences are added, never beyond that of the event."""
    assert below(told, required, numbers, whole) == found


@pytest.mark.parametrize(
    ("session", "found"),
    [
        ("", []),
        ('room = "salle"', said(80, 81)),
        ('room = "salle"\ncapacity = 81', []),
        ('room = "salle"\ncapacity = 70', said(70, 81)),
        ('room = "salle"\nexpected = 80', said(80, 81)),
        ('room = "salle"\nexpected = 81', []),
    ],
)
def test_a_room_counts_where_the_session_does_not_say(told, session, found):
    """Its own capacity outranks its room's; a room that PLC003 tells as too small is left."""
    assert below(told, '["elus"]', (81, "", ""), session=session) == found


def test_related_places(told):
    """The capacity and each audience are shown, once."""
    event = AUDIENCES.format(", capacity = 30", ", capacity = 30", "")
    text = EVENT.format(
        registration='use = "memory"',
        required='["delegues", "elus", "delegues"]',
        session="capacity = 50",
    )
    (found,) = told("REG002", text, event)
    assert str(found.help) == "raise its capacity, or let fewer register"
    assert [(str(related.where), str(related.label)) for related in found.related] == [
        ("sessions[0].capacity", "the capacity is given here"),
        ("event.audiences[1]", "`delegues` must attend it"),
        ("event.audiences[0]", "`elus` must attend it"),
    ]


def test_without_registration_nobody_counts(told):
    """An event that declares no registration has no REG rule."""
    event = AUDIENCES.format(", capacity = 99", "", "")
    text = EVENT.format(registration="", required='["elus"]', session="capacity = 50")
    assert told("REG002", text, event) == []


def test_planted(plant, changed, clean):
    """An audience larger than the workshop it must attend gives this code alone."""
    with_audience = attrs.evolve(
        clean, audiences=(Audience(id="membres", title=Text("Membres"), capacity=41),)
    )
    change = changed("workshops", "atelier-1", required_for=("membres",))
    assert plant(lambda _: change(with_audience)) == ["REG002"]
    change = changed("workshops", "atelier-1", required_for=("membres",), capacity=41)
    assert plant(lambda _: change(with_audience)) == []
