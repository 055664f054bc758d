"""A title has a length beyond which it is told."""

from __future__ import annotations

import pytest

from partenariats.model.text import Text
from partenariats.testing import event_file

OPTIONS = "[checks.options.TXT009]\ncharacters = {n}\n"


@pytest.mark.parametrize(
    ("length", "options", "places"),
    [
        (200, "", []),
        (201, "", ["themes[0].title"]),
        (10, OPTIONS.format(n=10), []),
        (11, OPTIONS.format(n=10), ["themes[0].title"]),
    ],
)
def test_a_title_may_have_so_many_characters(length, options, places):
    """Two hundred characters are not too many, one more is, and an option moves that."""
    fragment = f"[[themes]]\nid = 'a'\ntitle = '{'m' * length}'\n{options}"
    assert event_file(fragment).validate().at("TXT009") == places


def test_the_space_around_a_title_is_not_counted():
    """Line breaks before and after a title are no part of it."""
    fragment = f"[[themes]]\nid = 'a'\ntitle = '''\n\n {'m' * 200}\n'''\n"
    assert event_file(fragment).validate().at("TXT009") == []


def test_a_description_may_be_long():
    """Only titles are measured, each translation on its own."""
    long = "m" * 201
    fragment = f"""
        [[themes]]
        id = "a"
        title = {{ fr = "A", en = "{long}" }}
        description = "{long}"
    """
    (found,) = [d for d in event_file(fragment).validate().report.diagnostics if d.code == "TXT009"]
    assert str(found.where) == "themes[0].title.en"
    assert str(found.headline) == "a title of 201 characters is longer than 200"


def test_a_planted_fault_is_found_alone(plant, changed):
    """One title that goes on and on gives one question."""
    assert plant(changed("sessions", "travail", title=Text("mot " * 51))) == ["TXT009"]
