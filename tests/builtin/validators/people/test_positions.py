"""What people are, and where."""

from __future__ import annotations

import pytest

from partenariats.model.people import Position
from partenariats.model.text import Text
from partenariats.testing import event_file

EVENT = """
[[organizations]]
id = "smacl"
name = "SMACL"
[[people]]
id = "ada"
name = "Ada"
positions = [{positions}]
[[days]]
id = "jeudi"
date = 2022-03-24
[[sessions]]
id = "a"
title = "A"
day = "jeudi"
start = "9:00"
{credits}
"""
OPEN = '{ title = "présidente" }'
FULL = '{ title = "présidente", organization = "smacl" }'
CREDITED = 'credits = [{ person = "ada" }]'


@pytest.mark.parametrize(
    ("positions", "credits_", "place"),
    [
        ([], CREDITED, None),
        ([FULL], CREDITED, None),
        ([OPEN], CREDITED, 0),
        ([FULL, OPEN], CREDITED, 1),
        ([OPEN, FULL, OPEN], CREDITED, 0),
        ([OPEN], "", None),
        # an organization that nobody knows is told as such
        ([FULL.replace("smacl", "smacle")], CREDITED, None),
    ],
)
def test_a_position_without_organization(positions, credits_, place):
    """The first open position of somebody who is credited is told."""
    text = EVENT.format(positions=", ".join(positions), credits=credits_)
    found = [
        (str(one.where), str(one.headline))
        for one in event_file(text).validate().report.diagnostics
        if one.code == "PPL005"
    ]
    there = (f"people[0].positions[{place}]", "a position of `ada` names no organization")
    assert found == ([] if place is None else [there])


def test_a_planted_position(plant, changed):
    """One person of the clean event gets a position of nowhere."""
    position = Position(title=Text("membre"))
    assert plant(changed("people", "animatrice-1", positions=(position,))) == ["PPL005"]
