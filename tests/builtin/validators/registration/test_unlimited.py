"""What people register for without any limit."""

from __future__ import annotations

import pytest

EVENT = """
{registration}
[[rooms]]
id = "salle"
name = "Salle"
capacity = 30
[[rooms]]
id = "hall"
name = "Hall"
[[days]]
id = "j"
date = 2022-03-25
[[sessions]]
id = "travail"
day = "j"
kind = "group_work"
title = "Ateliers"
start = "9:00"
end = "10:00"
{session}
[[workshops]]
id = "atelier"
within = "travail"
{workshop}
"""
AUDIENCE = 'audiences = [{ id = "elus", title = "Élus" }]'
REGISTRATION = '[registration]\nuse = "memory"'


def found(told, session="", workshop="capacity = 9", registration=REGISTRATION):
    """List where the rule speaks, and the related places."""
    text = EVENT.format(registration=registration, session=session, workshop=workshop)
    own = told("REG008", text, AUDIENCE)
    for one in own:
        assert str(one.headline).endswith(": it has no capacity")
        assert str(one.help) == "give it a `capacity`"
    return [(str(d.where), *((str(r.where), str(r.label)) for r in d.related)) for d in own]


@pytest.mark.parametrize(
    ("workshop", "places"),
    [
        ("capacity = 9", []),
        ("capacity = 0", []),
        ("", [("workshops[0]",)]),
        ('room = "hall"', [("workshops[0]",)]),
        ('room = "salle"', [("workshops[0]", ("rooms[0].capacity", "its room holds 30"))]),
    ],
)
def test_a_workshop_has_a_capacity_of_its_own(told, workshop, places):
    """Registration does not count seats of rooms; where the room says how many, it is shown."""
    assert found(told, workshop=workshop) == places


@pytest.mark.parametrize(
    ("session", "places"),
    [
        ("", []),
        ('required_for = ["elus"]', [("sessions[0]",)]),
        ('required_for = ["elus"]\nroom = "hall"', [("sessions[0]",)]),
        ('required_for = ["elus"]\nroom = "salle"', []),
        ('required_for = ["elus"]\ncapacity = 50', []),
    ],
)
def test_a_required_session_has_a_capacity_or_a_room_that_has_one(told, session, places):
    """A session that nobody must attend is open to all."""
    assert found(told, session) == places


def test_without_registration_nobody_registers(told):
    """An event that declares none needs no capacity."""
    assert found(told, 'required_for = ["elus"]', "", "") == []


def test_planted(plant, changed):
    """A workshop that loses its capacity gives this code alone."""
    assert plant(changed("workshops", "atelier-1", capacity=None)) == ["REG008"]
