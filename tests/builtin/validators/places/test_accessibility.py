"""Whom the places are fitted for."""

from __future__ import annotations

import attrs
import pytest

from partenariats.model.event import Checks
from partenariats.model.places import Accessibility
from partenariats.model.table import Table
from partenariats.testing import event_file

HEAD = """
[[venues]]
id = "mairie"
name = "Mairie"
{venue}
[[rooms]]
id = "salle-1"
name = "Salle 1"
venue = "mairie"
{room}
[[rooms]]
id = "salle-2"
name = "Salle 2"
venue = "mairie"
[[rooms]]
id = "seule"
name = "Salle sans lieu"
accessibility = []
[[days]]
id = "jeudi"
date = 2022-03-24
[[blocks]]
id = "soir"
day = "jeudi"
venue = "mairie"
"""
SESSION = '[[sessions]]\nid = "s{n}"\ntitle = "S"\nstart = "1{n}:00"\n{place}\n'
DAY = 'day = "jeudi"\n'
IN_ROOM_1 = DAY + 'room = "salle-1"'
IN_ROOM_2 = DAY + 'room = "salle-2"'
IN_VENUE = DAY + 'venue = "mairie"'
IN_BLOCK = 'block = "soir"'
ALONE = DAY + 'room = "seule"'


def found(code, venue, room, places, needed=None):
    """List the diagnostics of a code in an event whose sessions are held in these places."""
    options = "" if needed is None else f"[checks.options.PLC007]\nneeded = {needed}\n"
    sessions = "".join(SESSION.format(n=n, place=place) for n, place in enumerate(places))
    text = HEAD.format(venue=venue, room=room) + sessions + options
    return [one for one in event_file(text).validate().report.diagnostics if one.code == code]


@pytest.mark.parametrize(
    ("venue", "room", "places", "told"),
    [
        ("", "", [IN_VENUE], True),
        ("", "", [IN_BLOCK], True),
        ("", "", [IN_ROOM_1], True),
        ("", "", [IN_ROOM_1, IN_ROOM_2, IN_VENUE], True),
        ("", "", [], False),
        ("", "", [ALONE], False),
        ('accessibility = ["mi"]', "", [IN_VENUE, IN_ROOM_1], False),
        ("accessibility = []", "", [IN_VENUE], False),
        # a room that says its own covers itself alone
        ("", 'accessibility = ["mi"]', [IN_ROOM_1], False),
        ("", "accessibility = []", [IN_ROOM_1], False),
        ("", 'accessibility = ["mi"]', [IN_ROOM_1, IN_ROOM_2], True),
        ("", 'accessibility = ["mi"]', [IN_ROOM_1, IN_VENUE], True),
    ],
)
def test_accessibility_unknown(venue, room, places, told):
    """It is asked once for a venue, unless every room that is used there says its own."""
    where = [str(one.where) for one in found("PLC006", venue, room, places)]
    assert where == (["venues[0]"] if told else [])


@pytest.mark.parametrize(
    ("venue", "room", "places", "needed", "told"),
    [
        ('accessibility = ["hi"]', "", [IN_VENUE], None, []),
        ('accessibility = ["hi"]', "", [IN_VENUE], [], []),
        ('accessibility = ["hi"]', "", [IN_VENUE], ["hi"], []),
        ('accessibility = ["hi"]', "", [IN_VENUE], ["mi"], [("venues[0]", "mi", "sessions[0]")]),
        ('accessibility = ["hi"]', "", [IN_BLOCK], ["mi"], [("venues[0]", "mi", "sessions[0]")]),
        ("accessibility = []", "", [IN_ROOM_1], ["mi"], [("venues[0]", "mi", "sessions[0]")]),
        (
            'accessibility = ["hi"]',
            "",
            [IN_VENUE, IN_ROOM_1],
            ["ii", "mi", "mi", "hi"],
            [("venues[0]", "mi, ii", "sessions[0]")],
        ),
        ("", "", [IN_VENUE], ["mi"], []),
        ("accessibility = []", "", [], ["mi"], []),
        # what the room says counts before what its venue says
        ("accessibility = []", 'accessibility = ["mi"]', [IN_ROOM_1], ["mi"], []),
        (
            'accessibility = ["mi"]',
            "accessibility = []",
            [IN_ROOM_2, IN_ROOM_1, IN_ROOM_1],
            ["mi"],
            [("rooms[0]", "mi", "sessions[1]")],
        ),
        (
            "accessibility = []",
            "accessibility = []",
            [IN_ROOM_1, IN_ROOM_2],
            ["mi"],
            [("venues[0]", "mi", "sessions[1]"), ("rooms[0]", "mi", "sessions[0]")],
        ),
        ("", "", [ALONE], ["vi"], [("rooms[2]", "vi", "sessions[0]")]),
    ],
)
def test_a_place_that_is_not_accessible(venue, room, places, needed, told):
    """Each place that lacks a needed code is told once, with the first session held there."""
    said = [
        (
            str(one.where).removesuffix(".accessibility"),
            str(one.headline).split("`")[-2],
            *(str(other.where) for other in one.related),
        )
        for one in found("PLC007", venue, room, places, needed)
    ]
    assert said == told


def test_a_place_that_is_not_accessible_says_which_session_is_held_there():
    """The related place bears the session's id; the place itself is its `accessibility`."""
    (one,) = found("PLC007", "accessibility = []", "", [IN_VENUE], ["mi"])
    assert str(one.where) == "venues[0].accessibility"
    assert str(one.headline) == "`mairie` is not fitted for `mi`"
    assert [str(other.label) for other in one.related] == ["`s0` is held there"]


@pytest.mark.parametrize("ids", ["bc", "cb"])
def test_of_sessions_that_start_together_the_first_by_id_is_shown(ids):
    """The session that is shown does not depend on the order in the file."""
    text = '[[venues]]\nid = "v"\nname = "V"\naccessibility = []\n'
    text += '[[days]]\nid = "j"\ndate = 2022-03-24\n'
    text += "".join(
        f'[[sessions]]\nid = "{key}"\ntitle = "A"\nday = "j"\nstart = "9:00"\nvenue = "v"\n'
        for key in ids
    )
    text += '[checks.options.PLC007]\nneeded = ["mi"]\n'
    report = event_file(text).validate().report
    (one,) = [found for found in report.diagnostics if found.code == "PLC007"]
    assert [str(other.label) for other in one.related] == ["`b` is held there"]


def test_a_code_that_is_unknown_is_told_at_the_option():
    """What OpenAgenda does not know is a fault of the option, and nothing is checked by it."""
    (fault,) = found("PLG005", "accessibility = []", "", [IN_VENUE], ["wheelchair"])
    assert str(fault.where) == "checks.options.PLC007.needed[0]"
    assert found("PLC007", "accessibility = []", "", [IN_VENUE], ["wheelchair"]) == []


@pytest.mark.parametrize(
    ("table", "key", "said", "codes"),
    [
        ("venues", "centre", None, ["PLC006"]),
        ("venues", "annexe", None, []),
        ("venues", "centre", (), ["PLC007"]),
        ("venues", "centre", (Accessibility.VISUAL,), []),
        ("rooms", "salle-1", (Accessibility.MOTOR,), ["PLC007"]),
        ("rooms", "salle-1", (Accessibility.VISUAL,), []),
    ],
)
def test_planted_faults(plant, changed, table, key, said, codes):
    """One place changed in the clean event, which must be fitted for blind people, is told."""
    needed = Checks(options=Table.of({"PLC007": {"needed": ["vi"]}}))
    change = changed(table, key, accessibility=said)
    assert plant(lambda event: attrs.evolve(change(event), checks=needed)) == codes
