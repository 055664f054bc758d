"""Placeholders are told in texts and in names."""

from __future__ import annotations

import pytest

from partenariats.model.text import Text
from partenariats.testing import event_file


@pytest.mark.parametrize(
    ("fragment", "places"),
    [
        ("[[themes]]\nid = 'a'\ntitle = 'TBD'\n", ["themes[0].title"]),
        ("[[themes]]\nid = 'a'\ntitle = 'Les besoins à définir'\n", []),
        ("[[themes]]\nid = 'a'\ntitle = { fr = 'A', en = 'TBA' }\n", ["themes[0].title.en"]),
        ("[[themes]]\nid = 'a'\ntitle = 'TBD (à définir) TBC'\n", ["themes[0].title"]),
        ("[[people]]\nid = 'a'\nname = 'À préciser'\n", ["people[0].name"]),
        ("[[venues]]\nid = 'a'\nname = 'A'\naddress = '???'\n", ["venues[0].address"]),
        ("[[people]]\nid = 'tbd'\nname = 'A'\nurl = 'https://example.org/TBD'\n", []),
    ],
)
def test_placeholders(fragment, places):
    """A text or a name is told once; ids and addresses on the web are not read."""
    assert event_file(fragment).validate().at("TXT007") == places


def test_the_words_are_shown():
    """The headline names the placeholder."""
    fragment = "[[themes]]\nid = 'a'\ntitle = 'Eau (à compléter)'\n"
    (found,) = [d for d in event_file(fragment).validate().report.diagnostics if d.code == "TXT007"]
    assert found.headline.say("fr") == "le texte d'attente `à compléter` est resté"


@pytest.mark.parametrize(
    ("table", "identifier", "values"),
    [
        ("sessions", "travail", {"title": Text("Travail en ateliers (TBC)")}),
        ("people", "animatrice-1", {"name": "XXX"}),
        ("venues", "annexe", {"address": "à préciser"}),
        ("blocks", "ateliers", {"description": Text("Lorem ipsum dolor sit amet")}),
    ],
)
def test_a_planted_fault_is_found_alone(plant, changed, table, identifier, values):
    """One thing that is not finished gives one warning."""
    assert plant(changed(table, identifier, **values)) == ["TXT007"]
