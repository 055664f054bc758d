"""How many workshops there are, and on how many themes."""

from __future__ import annotations

import attrs
import pytest

import partenariats as pa
from partenariats.model.people import Credit, Role

HEAD = """
[[themes]]
id = "eau"
title = "Eau"
[[themes]]
id = "air"
title = "Air"
[[days]]
id = "j"
date = 2022-03-25
[[blocks]]
id = "m"
day = "j"
{block}
[[sessions]]
id = "ateliers"
block = "m"
kind = "{kind}"
title = "Ateliers"
start = "9:00"
{session}
"""
TWO = 'themes = ["eau", "air"]'
ONE = 'themes = ["eau"]'
TWICE = 'themes = ["eau", "eau"]'


def questions(event_file, *workshops, block="", session="", kind="group_work"):
    """List what the rule finds: the headline and the related place."""
    text = HEAD.format(block=block, session=session, kind=kind) + "".join(
        f'[[workshops]]\nid = "a-{n}"\nwithin = "ateliers"\n{more}\n'
        for n, more in enumerate(workshops)
    )
    report = pa.Toolkit(discover=False).validate(event_file(text))
    found = [d for d in report.diagnostics if d.code == "THM003"]
    assert [str(d.where) for d in found] == ["sessions[0]"] * len(found)
    return [(str(d.headline), str(d.related[0].where)) for d in found]


IN_BLOCK, IN_SESSION = "blocks[0].themes", "sessions[0].themes"


@pytest.mark.parametrize(
    ("workshops", "block", "session", "found"),
    [
        (["", "", ""], TWO, "", [("`ateliers` has 3 workshops on 2 themes", IN_BLOCK)]),
        (["", "", ""], "", TWO, [("`ateliers` has 3 workshops on 2 themes", IN_SESSION)]),
        (["", "", ""], TWO, ONE, [("`ateliers` has 3 workshops on 1 theme", IN_SESSION)]),
        ([""], TWO, "", [("`ateliers` has 1 workshop on 2 themes", IN_BLOCK)]),
        (["", ""], "", TWICE, [("`ateliers` has 2 workshops on 1 theme", IN_SESSION)]),
        (["", ""], TWO, "", []),
        ([""], "", TWICE, []),
        (["", "", ""], "", "", []),
        ([], TWO, "", []),
        ([ONE, ONE, ONE], TWO, "", []),
        ([ONE, ONE, ""], TWO, "", [("`ateliers` has 3 workshops on 2 themes", IN_BLOCK)]),
    ],
)
def test_counts_are_compared_where_a_workshop_says_no_theme(
    event_file, workshops, block, session, found
):
    """As many workshops as themes, or a theme for each workshop, leave no question."""
    assert questions(event_file, *workshops, block=block, session=session) == found


def test_only_group_work_is_asked(event_file):
    """A session of another kind holds no workshops, whatever they say."""
    assert questions(event_file, "", session=TWO, kind="plenary") == []


def test_an_id_that_is_given_twice_is_asked_once(event_file):
    """Workshops are held within the first session of an id; the second is told as such."""
    again = '[[sessions]]\nid = "ateliers"\nday = "j"\nkind = "group_work"\ntitle = "A"\n'
    found = questions(event_file, "", block=TWO, session=again + TWO)
    assert found == [("`ateliers` has 1 workshop on 2 themes", IN_BLOCK)]


def test_a_workshop_planted_in_the_clean_event(plant):
    """A third workshop without a theme leaves two questions: its theme, and how it divides."""

    def third(event):
        first = event.workshops[0]
        people = ["jour-1-salle-1-matin-0", "jour-1-salle-2-matin-0"]
        roles = (Role.FACILITATOR, Role.RAPPORTEUR)
        credits_ = tuple(Credit(person=p, role=r) for p, r in zip(people, roles, strict=True))
        values = {"id": "atelier-3", "number": 3, "room": "salle-3", "themes": ()}
        other = attrs.evolve(first, credits=credits_, **values)
        return attrs.evolve(event, workshops=(*event.workshops, other))

    assert plant(third) == ["THM001", "THM003"]
