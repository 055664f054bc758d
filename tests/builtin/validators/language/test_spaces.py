"""Several spaces in a row are told in any language."""

from __future__ import annotations

import pytest

from partenariats.model.text import Text
from partenariats.testing import event_file


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("'a  b'", ["themes[0].title"]),
        ("'a b'", []),
        ("'a b  '", []),
        ("{ fr = 'a b', en = 'a  b' }", ["themes[0].title.en"]),
        ("{ fr = 'a  b', de = 'a  b' }", ["themes[0].title.de", "themes[0].title.fr"]),
    ],
)
def test_doubled_spaces(text, places):
    """Each form of a text with a hole between two words is told once."""
    found = event_file(f"[[themes]]\nid = 'a'\ntitle = {text}\n").validate()
    assert sorted(found.at("TXT008")) == places


def test_the_words_around_are_shown():
    """The headline shows the two words, the help how they are written."""
    report = event_file("[[themes]]\nid = 'a'\ntitle = 'un  deux trois'\n").validate().report
    (found,) = [d for d in report.diagnostics if d.code == "TXT008"]
    assert str(found.headline) == "several spaces in a row in `un  deux`"
    assert str(found.help) == "write `un deux`"


def test_a_planted_fault_is_found_alone(plant, changed):
    """One title with two spaces in a row gives one question."""
    assert plant(changed("sessions", "travail", title=Text("Travail  en ateliers"))) == ["TXT008"]
