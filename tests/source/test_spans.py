"""Where in its text a place of the event stands."""

from __future__ import annotations

import pytest

from partenariats.diagnostics.where import Where
from partenariats.source.files.text import SourceText
from partenariats.source.spans import TomlLocator

TEXT = """format = 1
"quoted key" = 1
[event]
id = "é"
title = { fr = "x", "en" = "y" }
revision.number = 1
[[sessions]]
id = "a"
points = ["α", { text = "β", theme = "t" }, # why
  "c"]
[[sessions]]
title = '''
two
lines'''
[sessions.options]
x = 1
[[sessions.credits]]
person = "p"
[plugins.own]
"k.k" = [[1, 2], [3]]
"""


@pytest.fixture
def locate():
    """Give a function from a path to what its span covers, as line, column, text."""
    locator = TomlLocator([(SourceText("e.toml", TEXT), {"sessions": 2})])
    lines = TEXT.split("\n")

    def find(*path, key=False):
        span = locator.span(Where(path, is_key=key))
        end = span.end_column - 1 if span.end_line == span.line else None
        return span.line, span.column, lines[span.line - 1][span.column - 1 : end]

    return find


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (("format",), (1, 10, "1")),
        (("quoted key",), (2, 16, "1")),
        (("event", "id"), (4, 6, '"é"')),
        (("event", "title", "en"), (5, 28, '"y"')),
        (("event", "revision", "number"), (6, 19, "1")),
        (("sessions", 0), (8, 1, 'id = "a"')),
        (("sessions", 0, "points", 0), (9, 11, '"α"')),
        (("sessions", 0, "points", 1, "theme"), (9, 38, '"t"')),
        (("sessions", 0, "points", 2), (10, 3, '"c"')),
        (("sessions", 1, "title"), (12, 9, "'''")),
        (("sessions", 1, "options", "x"), (16, 5, "1")),
        (("sessions", 1, "credits", 0, "person"), (18, 10, '"p"')),
        (("plugins", "own", "k.k", 0, 1), (20, 14, "2")),
    ],
)
def test_finds_values(locate, path, wanted):
    """A path leads to its value through tables, lists, inline tables and dotted keys."""
    assert locate(*path) == wanted


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ('"a b"', "a b"),
        ("'a b'", "a b"),
        ("'a\\u0062'", "a\\u0062"),
        ('"a\\u0062\\""', 'ab"'),
        ('"a\\U00000062"', "a\\U00000062"),
    ],
)
def test_quoted_keys_are_read(written, key):
    """A key is found by what it says; an escape that JSON lacks is taken as it is written."""
    locator = TomlLocator([(SourceText("e.toml", f"x = 1\n{written} = 2\n"), {})])
    assert locator.span(Where((key,))).line == 2


def test_finds_keys(locate):
    """A place that is a key is marked at the key."""
    assert locate("event", "title", key=True) == (5, 1, "title")
    assert locate("sessions", 0, "points", 1, "theme", key=True) == (9, 30, "theme")


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (("event", "motto"), (3, 2, "event")),
        (("sessions", 1, "id"), (11, 3, "sessions")),
        (("sessions", 0, "points", 7), (9, 1, "points")),
        (("sessions", 0, "points", 3), (9, 1, "points")),
        (("sessions", 0, "id", "x"), (8, 1, "id")),
        (("sessions", 1), (11, 3, "sessions")),
        (("sessions", 0, "points", 1, "kind"), (9, 16, '{ text = "β", theme = "t" }')),
        (("sessions", 1, "credits", 1, "person"), (11, 3, "sessions")),
        (("event", "title", "de"), (5, 1, "title")),
        (("days", 0), (1, 1, "f")),
    ],
)
def test_what_is_not_written_is_marked_where_it_would_stand(locate, path, wanted):
    """A missing thing is marked at the nearest thing around it."""
    assert locate(*path) == wanted


def test_lines_are_those_of_the_file():
    """A line comes without its end; past the last there is nothing."""
    locator = TomlLocator([(SourceText("e.toml", "a = 1\r\nb = 2"), {})])
    lines = [locator.line("e.toml", number) for number in (1, 2, 3)]
    assert (lines, locator.line("other.toml", 1)) == (["a = 1", "b = 2", ""], "")


def test_a_place_is_looked_for_in_every_file():
    """Lists are joined in order; of all files the one that has most of a place is taken."""
    head = SourceText("a.toml", '[event]\nid = "x"\n[[days]]\nid = "j"\n')
    more = SourceText("b.toml", '\n\n[[days]]\nid = "k"\n[event]\nmotto = 1\n')
    locator = TomlLocator([(head, {"days": 1}), (more, {"days": 1})])
    places = {
        ("days", 0, "id"): ("a.toml", 4),
        ("days", 1, "id"): ("b.toml", 4),
        ("days", 1): ("b.toml", 4),
        ("event", "id"): ("a.toml", 2),
        ("event", "motto"): ("b.toml", 6),
        ("event", "title"): ("a.toml", 1),
        ("nothing",): ("a.toml", 1),
    }
    spans = {path: locator.span(Where(path)) for path in places}
    assert {path: (span.file, span.line) for path, span in spans.items()} == places
    assert TomlLocator([]).span(Where(("days", 0))) is None
