"""People as they are declared: for something, and once."""

from __future__ import annotations

import attrs
import pytest

import partenariats as pa
from partenariats.model.people import Person
from partenariats.testing import event_file

GROUND = """
[[people]]
id = "ada"
name = "Ada"
[[organizations]]
id = "smacl"
name = "SMACL"
[[themes]]
id = "eau"
title = "Eau"
[[days]]
id = "jeudi"
date = 2022-03-24
"""
SESSION = '[[sessions]]\nid = "a"\ntitle = "A"\nday = "jeudi"\nkind = "group_work"\n'
CREDIT = 'credits = [{ person = "ada" }]\n'


def found(text, code):
    """List where a code is told, its headline, and its related places with their labels."""
    return [
        (
            str(one.where),
            str(one.headline),
            [(str(other.where), str(other.label)) for other in one.related],
        )
        for one in event_file(text).validate().report.diagnostics
        if one.code == code
    ]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", True),
        (SESSION + 'start = "9:00"\n', True),
        (SESSION + 'start = "9:00"\ncredits = [{ organization = "smacl" }]\n', True),
        # she may be meant, and REF001 says so
        (SESSION + 'start = "9:00"\ncredits = [{ person = "adda" }]\n', False),
        (SESSION + 'start = "9:00"\n' + CREDIT, False),
        # a session that cannot be placed credits her all the same
        (SESSION + CREDIT, False),
        (SESSION + 'start = "9:00"\n[[workshops]]\nid = "b"\nwithin = "a"\n' + CREDIT, False),
        ('[[workshops]]\nid = "b"\n' + CREDIT, False),
        ('[[working_groups]]\nid = "g"\ntheme = "eau"\n', True),
        ('[[working_groups]]\nid = "g"\ntheme = "eau"\nlead = "ada"\n', False),
        ('[[working_groups]]\nid = "g"\ntheme = "eau"\nmembers = ["ada"]\n', False),
        ('[[topics]]\nid = "t"\ntitle = "T"\n', True),
        ('[[topics]]\nid = "t"\ntitle = "T"\nproposed_by = "ada"\n', False),
    ],
)
def test_somebody_whom_nothing_names(more, told):
    """A credit, a working group or a topic is enough to be there for something."""
    there = ("people[0]", "`ada` is declared, but nothing names them", [])
    assert found(GROUND + more, "PPL001") == ([there] if told else [])


def test_an_id_given_twice_is_no_second_person():
    """Two declarations of one id are told by REF002, and once as never credited."""
    text = GROUND + '[[people]]\nid = "ada"\nname = "Ada"\n'
    assert [at for at, _, _ in found(text, "PPL001")] == ["people[0]"]
    assert found(text, "PPL002") == []
    assert event_file(text).validate().at("REF002") == ["people[1].id"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jean-Luc BOISSIEU", "Jean Luc Boissieu", True),
        ("Jérôme Baloge", "jerome  baloge", True),
        ("J.-L. Boissieu", "JL Boissieu", True),
        ("Anne d'Arc", "Anne d’Arc", True),
        ("Zoë\u00a0Müller", "Zoe Mu\u0308ller", True),
        ("Marie‑Claude Petit", "Marie-Claude Petit", True),
        ("Paul Weiß", "Paul WEISS", True),
        ("Ada\u00ad Love\u200blace", "Ada Lovelace", True),
        ("किरण", "किरन", False),
        ("किरण", "करण", False),
        ("Jean Martin", "Jeanne Martin", False),
        ("Jean-Luc Boissieu", "J.-L. Boissieu", False),
        ("MARTIN Anne", "Anne Martin", True),
        ("Boissieu, Jean-Luc", "jean luc boissieu", True),
        ("BOISSIEU Jean Luc", "Jean-Luc Boissieu", True),
        ("BOISSIEU Jean-Luc", "J.-L. Boissieu", False),
        ("Anne Marie Dupont", "Marie Anne Dupont", False),
        ("Jour-1 Salle", "1-jour Salle", False),
        ("Anne Martin Martin", "Martin Anne", False),
        ("Martin Anna", "Anne Martin", False),
        ("Ada 1", "Ada 2", False),
        ("...", "-", False),
        ("", "", False),
    ],
)
def test_the_same_name_twice(one, other, same):
    """Case, accents, spaces, punctuation, a family name first: one person; other letters: two."""
    event = attrs.evolve(
        event_file("").event,
        people=(Person(id="one", name=one), Person(id="other", name=other)),
    )
    report = pa.Toolkit(discover=False).validate(event)
    told = [str(found.where) for found in report.diagnostics if found.code == "PPL002"]
    assert told == (["people[1].name"] if same else [])


def test_three_ways_to_write_a_name_are_one_name():
    """Each is told against the first, in whatever words and order it is written."""
    names = ("Anne Martin", "MARTIN Anne", "annemartin")
    text = "".join(f'[[people]]\nid = "p{n}"\nname = "{name}"\n' for n, name in enumerate(names))
    assert [headline for _, headline, _ in found(text, "PPL002")] == [
        "`p1` bears the name of `p0`",
        "`p2` bears the name of `p0`",
    ]


def test_each_further_one_is_told_against_the_first():
    """Three of one name give two diagnostics, both pointing back at the first."""
    text = "".join(f'[[people]]\nid = "{key}"\nname = "Ada"\n' for key in ("a", "b", "c"))
    related = [("people[0].name", "the name is first given here")]
    assert found(text, "PPL002") == [
        ("people[1].name", "`b` bears the name of `a`", related),
        ("people[2].name", "`c` bears the name of `a`", related),
    ]


@pytest.mark.parametrize(
    ("table", "key", "values", "codes"),
    [
        ("sessions", "jour-1-salle-1-matin-0", {"credits": ()}, ["PPL001"]),
        # who leads a working group is there for something
        ("sessions", "jour-1-salle-1-matin-1", {"credits": ()}, []),
        ("people", "animatrice-2", {"name": "PERSONNE Animatrice 1"}, ["PPL002"]),
        ("people", "animatrice-2", {"name": "Personne animatrice 3"}, []),
    ],
)
def test_planted_faults(plant, changed, table, key, values, codes):
    """One change in the clean event gives one code, or none where nothing is wrong."""
    assert plant(changed(table, key, **values)) == codes
