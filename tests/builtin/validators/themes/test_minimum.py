"""How many persons a session needs, and how many it takes."""

from __future__ import annotations

import pytest

import partenariats as pa

HEAD = """
[[rooms]]
id = "salle"
name = "Salle"
capacity = 20
[[rooms]]
id = "cour"
name = "Cour"
[[days]]
id = "j"
date = 2022-03-25
"""
ITEM = '[[{table}]]\nid = "a"\ntitle = "A"\nday = "j"\nstart = "9:00"\n{more}\n'


@pytest.mark.parametrize("table", ["sessions", "workshops"])
@pytest.mark.parametrize(
    ("more", "place"),
    [
        ("minimum = 21", None),
        ("capacity = 0", None),
        ("minimum = 10\ncapacity = 10", None),
        ("minimum = 11\ncapacity = 10", "{table}[0].capacity"),
        ('minimum = 20\nroom = "salle"', None),
        ('minimum = 21\nroom = "salle"', "rooms[0].capacity"),
        ('minimum = 21\nroom = "salle"\ncapacity = 30', None),
        ('minimum = 11\nroom = "salle"\ncapacity = 10', "{table}[0].capacity"),
        ('minimum = 21\nroom = "cour"', None),
        ('minimum = 21\nroom = "rien"', None),
    ],
)
def test_a_minimum_is_within_the_capacity(event_file, table, more, place):
    """The capacity is the session's own, else its room's; the diagnostic shows which."""
    report = pa.Toolkit(discover=False).validate(
        event_file(HEAD + ITEM.format(table=table, more=more))
    )
    found = [d for d in report.diagnostics if d.code == "THM008"]
    assert [str(d.where) for d in found] == ([f"{table}[0].minimum"] if place else [])
    assert [str(d.related[0].where) for d in found] == (
        [place.format(table=table)] if place else []
    )


def test_both_numbers_are_said(event_file):
    """The headline says what is needed and what there is, and whose capacity it is."""
    said = []
    for more in ("minimum = 11\ncapacity = 10", 'minimum = 21\nroom = "salle"'):
        text = HEAD + ITEM.format(table="sessions", more=more)
        report = pa.Toolkit(discover=False).validate(event_file(text))
        said += [str(d.headline) for d in report.diagnostics if d.code == "THM008"]
    assert said == [
        "the minimum of `a`, 11, is above its capacity of 10",
        "the minimum of `a`, 21, is above what its room holds, 20",
    ]


def test_a_minimum_rises_in_the_clean_event(plant, changed):
    """One more than a workshop of forty takes gives one diagnostic, forty none."""
    assert plant(changed("workshops", "atelier-1", minimum=40)) == []
    assert plant(changed("workshops", "atelier-1", minimum=41)) == ["THM008"]
