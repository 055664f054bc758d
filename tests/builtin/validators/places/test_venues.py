"""Which venue a session is in, and whether it can be found."""

from __future__ import annotations

import pytest

from partenariats.testing import event_file

GROUND = """
[[venues]]
id = "mairie"
name = "Mairie"
address = "1 rue de l'Exemple"
[[venues]]
id = "mercure"
name = "Mercure"
address = "2 rue de l'Exemple"
[[rooms]]
id = "seule"
name = "Salle sans lieu"
[[rooms]]
id = "perdue"
name = "Salle d'un lieu inconnu"
venue = "nulle-part"
[[rooms]]
id = "salle"
name = "Salle"
venue = "mairie"
[[days]]
id = "jeudi"
date = 2022-03-24
[[blocks]]
id = "soir"
day = "jeudi"
venue = "mercure"
[[sessions]]
id = "ateliers"
title = "Ateliers"
day = "jeudi"
kind = "group_work"
venue = "mercure"
start = "14:00"
end = "15:00"
"""
SESSION = '[[sessions]]\nid = "a"\ntitle = "A"\nstart = "18:00"\nend = "19:00"\n'
WORKSHOP = '[[workshops]]\nid = "b"\nwithin = "ateliers"\n'


def found(text, code):
    """List where a code is told, and its related places with their labels."""
    return [
        (str(one.where), [(str(other.where), str(other.label)) for other in one.related])
        for one in event_file(text).validate().report.diagnostics
        if one.code == code
    ]


@pytest.mark.parametrize(
    ("item", "at"),
    [
        (SESSION + 'day = "jeudi"\nvenue = "mercure"\nroom = "salle"\n', "sessions[1].room"),
        (SESSION + 'block = "soir"\nvenue = "mercure"\nroom = "salle"\n', "sessions[1].room"),
        (WORKSHOP + 'venue = "mercure"\nroom = "salle"\n', "workshops[0].room"),
        (SESSION + 'day = "jeudi"\nvenue = "mairie"\nroom = "salle"\n', None),
        (SESSION + 'day = "jeudi"\nvenue = "mercure"\n', None),
        # a room alone says where it is: the block and the group work are elsewhere
        (SESSION + 'block = "soir"\nroom = "salle"\n', None),
        (WORKSHOP + 'room = "salle"\n', None),
        # a room in no venue may be in any; unknown ones are told as such
        (SESSION + 'day = "jeudi"\nvenue = "mercure"\nroom = "seule"\n', None),
        (SESSION + 'day = "jeudi"\nvenue = "mercure"\nroom = "perdue"\n', None),
        (SESSION + 'day = "jeudi"\nvenue = "mercre"\nroom = "salle"\n', None),
        (SESSION + 'day = "jeudi"\nvenue = "mercure"\nroom = "sale"\n', None),
    ],
)
def test_a_room_of_another_venue(item, at):
    """It is told at the room, against the room's venue, where the session names another one."""
    related = [("rooms[2].venue", "the room is in this venue")]
    assert found(GROUND + item, "PLC002") == ([] if at is None else [(at, related)])


def test_a_room_of_another_venue_is_named_with_both():
    """The headline says the session, its venue, its room and the room's venue."""
    text = GROUND + SESSION + 'day = "jeudi"\nvenue = "mercure"\nroom = "salle"\n'
    headlines = [
        str(one.headline)
        for one in event_file(text).validate().report.diagnostics
        if one.code == "PLC002"
    ]
    assert headlines == ["`a` is in venue `mercure`, its room `salle` in `mairie`"]


@pytest.mark.parametrize(
    ("venue", "told"),
    [
        ("", True),
        ('address = ""', True),
        ('city = "Niort"', True),
        ("latitude = 46.3", True),
        ("longitude = -0.4", True),
        ("latitude = 46.3\nlongitude = -0.4", False),
        ("latitude = 0\nlongitude = 0", False),
        ('address = "1 rue de l\'Exemple"', False),
    ],
)
def test_a_venue_without_address(venue, told):
    """An address or a point on the map is enough, half a point is not."""
    text = (
        f'[[venues]]\nid = "mairie"\nname = "Mairie"\n{venue}\n'
        f'[[days]]\nid = "jeudi"\ndate = 2022-03-24\n{SESSION}day = "jeudi"\nvenue = "mairie"\n'
    )
    assert found(text, "PLC005") == ([("venues[0]", [])] if told else [])


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (SESSION + 'block = "soir"\n', ["venues[1]"]),
        (SESSION + 'day = "jeudi"\nroom = "salle"\n', ["venues[0]", "venues[1]"]),
        (SESSION + SESSION.replace('"a"', '"b"'), ["venues[1]"]),
    ],
)
def test_only_venues_in_which_something_is_held_need_an_address(item, told):
    """A venue is told once, whether it is used by name, through a room or through a block."""
    text = GROUND.replace("address", "city") + item
    assert [at for at, _ in found(text, "PLC005")] == told


@pytest.mark.parametrize(
    ("table", "key", "values", "codes"),
    [
        # the next session follows at once, and the other venue is ten minutes away
        ("sessions", "jour-1-salle-1-matin-0", {"venue": "annexe"}, ["PLC002", "TIM022"]),
        ("sessions", "jour-1-salle-1-matin-0", {"venue": "centre"}, []),
        ("workshops", "atelier-1", {"venue": "annexe"}, ["PLC002"]),
        ("venues", "centre", {"address": None}, ["PLC005"]),
        ("venues", "annexe", {"address": None}, []),
    ],
)
def test_planted_faults(plant, changed, table, key, values, codes):
    """One change in the clean event gives one code, or none where nothing is wrong."""
    assert plant(changed(table, key, **values)) == codes
