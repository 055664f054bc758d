"""Sessions of one theme that are held at the same time."""

from __future__ import annotations

import pytest

import partenariats as pa

HEAD = """
[[themes]]
id = "eau"
title = "Eau"
[[rooms]]
id = "salle"
name = "Salle"
[[rooms]]
id = "cour"
name = "Cour"
[[rooms]]
id = "hall"
name = "Hall"
shared = true
[[days]]
id = "j"
date = 2022-03-25
"""
SESSION = '[[sessions]]\nid = "{id}"\nday = "j"\ntitle = "T"\nstart = "{start}"\n{more}\n'
OWN = 'themes = ["eau"]\n'


def session(id_, start, end="", more=OWN):
    """Make a session of the theme."""
    return SESSION.format(id=id_, start=start, more=(f'end = "{end}"\n' if end else "") + more)


def told(event_file, *parts):
    """List what the rule finds: the headline, where, and the related place."""
    report = pa.Toolkit(discover=False).validate(event_file(HEAD + "".join(parts)))
    found = [d for d in report.diagnostics if d.code == "THM007"]
    return [(str(d.headline), str(d.where), str(d.related[0].where)) for d in found]


def both(first="a", second="b"):
    """Say the headline of two sessions."""
    return f"`{first}` and `{second}` are held at the same time, both on theme `eau`"


PAIR = [(both(), "sessions[1]", "sessions[0]")]
IN_SALLE, IN_COUR, IN_HALL = (f'{OWN}room = "{room}"\n' for room in ("salle", "cour", "hall"))


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([session("a", "9:00", "10:00")], []),
        ([session("a", "9:00", "10:00"), session("b", "9:59", "11:00")], PAIR),
        ([session("a", "9:00", "10:00"), session("b", "10:00", "11:00")], []),
        ([session("a", "9:00", "10:00"), session("b", "9:00", "10:00")], PAIR),
        ([session("a", "9:00", "10:00"), session("b", "9:30", "11:00", "")], []),
        ([session("a", "9:00", "10:00"), session("b", "9:30", "11:00", OWN + 'kind = "meal"')], []),
        ([session("a", "9:00", "10:00", IN_SALLE), session("b", "9:30", "11:00", IN_SALLE)], []),
        ([session("a", "9:00", "10:00", IN_SALLE), session("b", "9:30", "11:00", IN_COUR)], PAIR),
        ([session("a", "9:00", "10:00", IN_HALL), session("b", "9:30", "11:00", IN_HALL)], PAIR),
        ([session("a", "9:00"), session("b", "9:00")], PAIR),
        ([session("a", "9:00"), session("b", "9:30", "10:30")], []),
        ([session("a", "9:00", "10:00"), session("b", "9:30")], PAIR),
        (
            [session("b", "9:30", "11:00"), session("a", "9:00", "10:00")],
            [(both(), "sessions[0]", "sessions[1]")],
        ),
        (
            [
                session("a", "9:00", "10:00"),
                session("b", "9:30", "9:45", 'points = [{ text = "P", theme = "eau" }]'),
            ],
            PAIR,
        ),
    ],
)
def test_two_sessions_of_one_theme(event_file, parts, found):
    """Two are told if both are held at one moment that is sure, and not in one room."""
    assert told(event_file, *parts) == found


WORK = session("t", "9:00", "10:00", 'kind = "group_work"\n{}')
WORKSHOP = '[[workshops]]\nid = "{}"\nwithin = "t"\n{}\n'


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([WORK.format(OWN), WORKSHOP.format("a", OWN)], []),
        (
            [WORK.format(OWN), WORKSHOP.format("a", OWN), WORKSHOP.format("b", OWN)],
            [(both(), "workshops[1]", "workshops[0]")],
        ),
        ([WORK.format(""), WORKSHOP.format("a", OWN), WORKSHOP.format("b", "")], []),
        (
            [WORK.format(OWN), session("z", "9:00", "10:00"), WORKSHOP.format("a", "")],
            [(both("t", "z"), "sessions[1]", "sessions[0]")],
        ),
    ],
)
def test_workshops_of_one_theme(event_file, parts, found):
    """Workshops of one group-work session are a choice; their frame is none."""
    assert told(event_file, *parts) == found


def test_many_are_told_once(event_file):
    """A theme in many parallel sessions gives one diagnostic, with their number."""
    parts = [session(f"s-{n}", "9:00", f"{10 + n}:00") for n in range(4)]
    parts.append(session("seul", "20:00", "21:00"))
    said = (
        "3 sessions on theme `eau` begin while another is held, the first of them `s-1` during"
        " `s-0`"
    )
    assert told(event_file, *parts) == [(said, "sessions[1]", "sessions[0]")]


def test_a_long_session_in_another_room_is_not_forgotten(event_file):
    """What began long before is still held, however many rooms were in use between."""
    parts = [
        session("long", "9:00", "12:00", IN_SALLE),
        session("bref", "9:10", "9:20", IN_COUR),
        session("hall", "9:30", "9:40", IN_HALL),
        session("fin", "11:00", "11:30", IN_COUR),
    ]
    said = "3 sessions on theme `eau` begin while another is held, the first of them `bref` during"
    assert [headline for headline, *_ in told(event_file, *parts)] == [f"{said} `long`"]


def test_a_short_session_does_not_end_a_long_one_in_its_room(event_file):
    """What clashes in one room leaves the room in use until the last of it ends."""
    parts = [
        session("long", "9:00", "12:00", IN_SALLE),
        session("bref", "9:30", "10:00", IN_SALLE),
        session("fin", "11:00", "11:30", IN_COUR),
    ]
    assert told(event_file, *parts) == [(both("long", "fin"), "sessions[2]", "sessions[0]")]


def test_an_end_that_nobody_wrote_is_no_evidence(event_file):
    """A session that lasts until the next of its block is not sure to last past another one."""
    block = '[[blocks]]\nid = "m"\nday = "j"\n'
    parts = [
        session("a", "9:00", more=f'{OWN}block = "m"\n'),
        session("b", "10:00", "10:30"),
        session("c", "11:00", "12:00", 'block = "m"\n'),
    ]
    assert told(event_file, block, *parts) == []
    written = session("a", "9:00", "11:00", f'{OWN}block = "m"\n')
    assert told(event_file, block, written, *parts[1:]) == PAIR


def test_a_second_theme_in_the_clean_event(plant, changed):
    """A session that takes up the theme of the next room stands beside one of its sessions."""
    themes = ("theme-1", "theme-2")
    assert plant(changed("sessions", "jour-1-salle-1-matin-0", themes=themes)) == ["THM007"]
