"""How many persons a room holds, against how many come."""

from __future__ import annotations

import pytest

from partenariats.testing import event_file

EVENT = """
[[rooms]]
id = "salle"
name = "Salle"
{room}
[[days]]
id = "jeudi"
date = 2022-03-24
[[sessions]]
id = "a"
title = "A"
day = "jeudi"
start = "18:00"
room = "salle"
{session}
{options}
"""
HOLDS = ("rooms[0].capacity", "the room holds this many")


def found(code, room, session, options=""):
    """List where a code is told and its headline; its related place is the room's capacity."""
    text = EVENT.format(room=room, session=session, options=options)
    told = [one for one in event_file(text).validate().report.diagnostics if one.code == code]
    for one in told:
        assert [(str(other.where), str(other.label)) for other in one.related] == [HOLDS]
    return [(str(one.where), str(one.headline)) for one in told]


@pytest.mark.parametrize(
    ("room", "session", "key", "persons"),
    [
        ("capacity = 30", "expected = 30", None, 0),
        ("capacity = 30", "expected = 31", "expected", 31),
        ("capacity = 30", "capacity = 30", None, 0),
        ("capacity = 30", "capacity = 31", "capacity", 31),
        ("capacity = 30", "capacity = 31\nexpected = 40", "expected", 40),
        ("capacity = 30", "capacity = 40\nexpected = 31", "capacity", 40),
        ("capacity = 30", "capacity = 40\nexpected = 40", "capacity", 40),
        ("capacity = 30", "capacity = 30\nexpected = 31", "expected", 31),
        ("capacity = 30\nshared = true", "expected = 31", "expected", 31),
        ("capacity = 0", "expected = 3", "expected", 3),
        ("capacity = 30", "", None, 0),
        ("", "expected = 3000", None, 0),
    ],
)
def test_a_room_too_small(room, session, key, persons):
    """The larger number of the session is told where the room holds fewer."""
    holds = room.partition("\n")[0].removeprefix("capacity = ")
    headline = f"`a` is for {persons} persons, its room `salle` holds {holds}"
    assert found("PLC003", room, session) == ([(f"sessions[0].{key}", headline)] if key else [])


@pytest.mark.parametrize(
    ("room", "session", "times", "persons"),
    [
        ("capacity = 100", "expected = 20", None, None),
        ("capacity = 101", "expected = 20", None, 20),
        ("capacity = 100", "capacity = 20", None, None),
        ("capacity = 101", "capacity = 20", None, 20),
        # who is expected counts before who may come
        ("capacity = 101", "capacity = 90\nexpected = 20", None, 20),
        ("capacity = 101", "capacity = 20\nexpected = 90", None, None),
        # too small for one number, too large for the other: one fault, told by the other rule
        ("capacity = 101", "capacity = 102\nexpected = 20", None, None),
        ("capacity = 101", "capacity = 101\nexpected = 20", None, 20),
        ("capacity = 101\nshared = true", "expected = 20", None, None),
        ("capacity = 101", "", None, None),
        ("", "expected = 20", None, None),
        ("capacity = 41", "expected = 20", 2, 20),
        ("capacity = 40", "expected = 20", 2, None),
        ("capacity = 200", "expected = 20", 10, None),
    ],
)
def test_a_room_too_large(room, session, times, persons):
    """It is told at the room where that holds more than so many times the persons."""
    options = f"[checks.options.PLC004]\ntimes = {times}" if times else ""
    holds = room.partition("\n")[0].removeprefix("capacity = ")
    headline = f"room `salle` holds {holds} persons, `a` is for {persons}"
    told = [("sessions[0].room", headline)] if persons else []
    assert found("PLC004", room, session, options) == told


@pytest.mark.parametrize(
    ("table", "key", "values", "codes"),
    [
        ("sessions", "jour-1-salle-1-matin-0", {"expected": 60}, []),
        ("sessions", "jour-1-salle-1-matin-0", {"expected": 61}, ["PLC003"]),
        ("sessions", "jour-1-salle-1-matin-0", {"capacity": 61}, ["PLC003"]),
        ("workshops", "atelier-1", {"capacity": 61}, ["PLC003"]),
        ("sessions", "jour-1-salle-1-matin-0", {"expected": 12}, []),
        ("sessions", "jour-1-salle-1-matin-0", {"expected": 11}, ["PLC004"]),
        ("workshops", "atelier-1", {"expected": 11}, ["PLC004"]),
    ],
)
def test_planted_faults(plant, changed, table, key, values, codes):
    """One change in the clean event gives one code, or none where the room fits."""
    assert plant(changed(table, key, **values)) == codes
