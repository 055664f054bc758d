"""Places in workshops, against the persons expected."""

from __future__ import annotations

import pytest

import partenariats as pa

HEAD = """
format = 1
[event]
id = "x"
title = "X"
timezone = "Europe/Paris"
{event}
[[rooms]]
id = "salle"
name = "Salle"
capacity = 30
[[days]]
id = "j"
date = 2022-03-25
[[sessions]]
id = "t"
day = "j"
kind = "group_work"
title = "Ateliers"
start = "9:00"
end = "10:00"
{session}
"""
WORKSHOP = '[[workshops]]\nid = "w-{}"\nwithin = "t"\n{}\n'
OTHER = '[[sessions]]\nid = "o"\nday = "j"\nkind = "{}"\ntitle = "O"\nstart = "{}"\nend = "{}"\n'
TEN, ROOM = "capacity = 10", 'room = "salle"'


def told(event_file, *workshops, event="", session="", other=""):
    """List what the rule finds: the headline and the related place."""
    text = HEAD.format(event=event, session=session) + other
    text += "".join(WORKSHOP.format(n, more) for n, more in enumerate(workshops))
    report = pa.Toolkit(discover=False).validate(event_file(text))
    found = [d for d in report.diagnostics if d.code == "THM009"]
    assert [str(d.where) for d in found] == ["sessions[0]"] * len(found)
    return [(str(d.headline), str(d.related[0].where)) for d in found]


def said(places, expected, where):
    """Say what the rule says."""
    return [(f"the workshops within `t` take {places} of the {expected} persons expected", where)]


@pytest.mark.parametrize(
    ("workshops", "expected", "found"),
    [
        ([TEN, TEN], 20, []),
        ([TEN, TEN], 21, said(20, 21, "sessions[0].expected")),
        ([TEN, ROOM], 40, []),
        ([TEN, ROOM], 41, said(40, 41, "sessions[0].expected")),
        ([TEN, f"{TEN}\n{ROOM}"], 21, said(20, 21, "sessions[0].expected")),
        ([TEN, ""], 99, []),
        ([], 99, []),
        ([TEN, 'room = "rien"'], 99, []),
        (["capacity = 0"], 1, said(0, 1, "sessions[0].expected")),
    ],
)
def test_places_are_added_up(event_file, workshops, expected, found):
    """Every workshop has a number of its own or of its room, else nothing is said."""
    assert told(event_file, *workshops, session=f"expected = {expected}") == found


FROM_EVENT = said(10, 11, "event.expected")


@pytest.mark.parametrize(
    ("session", "other", "found"),
    [
        ("", "", FROM_EVENT),
        ("expected = 10", "", []),
        ("", OTHER.format("plenary", "9:30", "9:45"), []),
        ("", OTHER.format("group_work", "8:00", "9:30"), []),
        ("", OTHER.format("plenary", "8:00", "9:00"), FROM_EVENT),
        ("", OTHER.format("plenary", "10:00", "11:00"), FROM_EVENT),
        ("", OTHER.format("break", "9:30", "9:45"), FROM_EVENT),
        ("", '[[workshops]]\nid = "f"\nday = "j"\nstart = "9:30"\n', []),
    ],
)
def test_those_of_the_event_are_expected_where_nothing_else_is_held(
    event_file, session, other, found
):
    """People who are expected at the event may be in another session that is held meanwhile."""
    assert told(event_file, TEN, event="expected = 11", session=session, other=other) == found


def test_a_session_between_two_others_is_not_alone(event_file):
    """A session that lasts past many short ones stands beside each of them."""
    long = OTHER.format("plenary", "7:00", "11:00")
    short = OTHER.format("plenary", "8:00", "8:30").replace('"o"', '"p"')
    assert told(event_file, TEN, event="expected = 11", other=long + short) == []


def test_one_more_is_expected_in_the_clean_event(plant, changed):
    """Two workshops of forty hold eighty, and not eighty-one."""
    assert plant(changed("sessions", "travail", expected=80)) == []
    assert plant(changed("sessions", "travail", expected=81)) == ["THM009"]


EARLY, LATE = 'start = "9:00"\nend = "9:30"', 'start = "9:30"\nend = "10:00"'
LONG = 'start = "9:00"\nend = "9:31"'


@pytest.mark.parametrize(
    ("workshops", "places", "marked"),
    [
        ([f"{TEN}\n{EARLY}", f"{TEN}\n{LATE}"], 10, "workshops[0]"),
        ([f"{TEN}\n{LONG}", f"{TEN}\n{LATE}"], None, None),
        ([f"{TEN}\n{EARLY}", f"{TEN}\n{LATE}", f"{TEN}\n{EARLY}"], 10, "workshops[1]"),
        ([f"{ROOM}\n{EARLY}", f"{ROOM}\n{LATE}"], None, None),
        # a wave of which one does not say is left alone
        ([EARLY, f"{TEN}\n{LATE}"], 10, "workshops[1]"),
        # one goes on during both
        ([TEN, f"{TEN}\n{EARLY}", f"{TEN}\n{LATE}"], None, None),
        # nobody knows when the other is held
        ([f"{TEN}\n{EARLY}", f'{TEN}\nstart = "32:61"'], None, None),
    ],
)
def test_each_wave_takes_everybody(event_file, workshops, places, marked):
    """Workshops one after the other are not added up; the wave with the fewest places is told."""
    text = HEAD.format(event="", session="expected = 20")
    text += "".join(WORKSHOP.format(n, more) for n, more in enumerate(workshops))
    found = [
        (str(d.headline), [str(place.where) for place in d.related])
        for d in pa.Toolkit(discover=False).validate(event_file(text)).diagnostics
        if d.code == "THM009"
    ]
    headline = f"the workshops within `t` take {places} of the 20 persons expected"
    assert found == ([(headline, ["sessions[0].expected", marked])] if places else [])
