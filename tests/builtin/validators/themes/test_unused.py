"""Themes that nothing is about, and topics without a theme."""

from __future__ import annotations

import attrs
import pytest

import partenariats as pa
from partenariats.model.ids import ThemeId
from partenariats.model.text import Text
from partenariats.model.themes import Theme

THEME = '[[themes]]\nid = "eau"\ntitle = "Eau"\n'
CHILD = '[[themes]]\nid = "{id}"\ntitle = "Pluie"\nparent = "{parent}"\n'
DAY = '[[days]]\nid = "j"\ndate = 2022-03-25\n'
SESSION = DAY + '[[{table}]]\nid = "a"\ntitle = "A"\nday = "j"\nstart = "9:00"\n{more}\n'
BLOCK = DAY + '[[blocks]]\nid = "m"\nday = "j"\n{more}\n'
GROUP = '[[working_groups]]\nid = "g"\ntheme = "eau"\n'
TOPIC = '[[topics]]\nid = "t"\ntitle = "T"\n'
OWN = 'themes = ["eau"]'
POINT = 'points = [{ text = "P", theme = "eau" }]'


def places(event_file, fragment, code):
    """List where a code is told."""
    report = pa.Toolkit(discover=False).validate(event_file(fragment))
    return [str(found.where) for found in report.diagnostics if found.code == code]


@pytest.mark.parametrize(
    ("fragment", "where"),
    [
        ("", ["themes[0]"]),
        (SESSION.format(table="sessions", more=""), ["themes[0]"]),
        (SESSION.format(table="sessions", more=OWN), []),
        (SESSION.format(table="sessions", more=POINT), []),
        (SESSION.format(table="sessions", more=OWN).replace('start = "9:00"', ""), []),
        (SESSION.format(table="workshops", more=OWN), []),
        (SESSION.format(table="workshops", more=POINT), []),
        (BLOCK.format(more=""), ["themes[0]"]),
        (BLOCK.format(more=OWN), []),
        (BLOCK.format(more=POINT), []),
        (TOPIC, ["themes[0]"]),
        (TOPIC + 'theme = "eau"\n', []),
        (GROUP, []),
        (CHILD.format(id="pluie", parent="eau"), ["themes[0]", "themes[1]"]),
        (CHILD.format(id="pluie", parent="eau") + GROUP, ["themes[1]"]),
        (CHILD.format(id="pluie", parent="eau") + GROUP.replace("eau", "pluie"), []),
        (
            CHILD.format(id="pluie", parent="eau")
            + CHILD.format(id="orage", parent="pluie")
            + GROUP.replace("eau", "orage"),
            [],
        ),
        (CHILD.format(id="a", parent="b") + CHILD.format(id="b", parent="a"), 3),
        (THEME, ["themes[0]"]),
        # it may be meant, and REF001 says so
        (GROUP.replace("eau", "rien"), []),
    ],
)
def test_a_theme_is_used_by_what_names_it(event_file, fragment, where):
    """Anything that names a theme or a narrower one uses it; a declaration alone does not."""
    found = places(event_file, THEME + fragment, "THM002")
    assert (len(found) if isinstance(where, int) else found) == where


@pytest.mark.parametrize(
    ("fragment", "where"),
    [
        (TOPIC, []),
        (TOPIC + THEME, ["topics[0]"]),
        (TOPIC + 'theme = "eau"\n' + THEME, []),
        (TOPIC + TOPIC.replace('"t"', '"u"') + THEME, ["topics[0]", "topics[1]"]),
    ],
)
def test_a_topic_has_a_theme_where_there_are_themes(event_file, fragment, where):
    """Topics without a theme are told, unless the event has no themes at all."""
    assert places(event_file, fragment, "THM005") == where


def test_a_theme_planted_in_the_clean_event(plant):
    """A theme that is declared and no more gives one diagnostic."""
    theme = Theme(id=ThemeId("theme-6"), title=Text("Thème 6"))
    assert plant(lambda event: attrs.evolve(event, themes=(*event.themes, theme))) == ["THM002"]


def test_a_topic_loses_its_theme_in_the_clean_event(plant, changed):
    """A topic that no longer says its theme gives one diagnostic."""
    assert plant(changed("topics", "sujet-1", theme=None)) == ["THM005"]
