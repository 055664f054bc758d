"""What is said where a text stops being TOML."""

from __future__ import annotations

import pytest

from partenariats.diagnostics.where import Span, Where
from partenariats.source.files.text import SourceText
from partenariats.source.reader import read_toml

TWICE = "this key or table is given twice"
VALUE = "a value is missing here, or is a text without quotes"
QUOTES = 'put quotes around a text: `"…"`'


@pytest.mark.parametrize(
    ("text", "place", "headline", "advice"),
    [
        ('a = "x\n', (1, 7), "a text is not closed before here", 'end it with `"`'),
        ("a = 'x\n", (1, 7), "a text is not closed before here", "end it with `'`"),
        ('a = """x\n', (2, 1), "a text of several lines is not closed", 'end it with `"""`'),
        ("b = 1\na = x\n", (2, 5), VALUE, QUOTES),
        ("a\n", (1, 2), "a key has no value: `=` is missing", "write `key = value`"),
        ("a = 1\na = 2\n", (2, 1), TWICE, "keep one of the two"),
        ("a = { b = 1 }\n[a.c]\n", (2, 2), TWICE, "keep one of the two"),
        ("é = 1\n", (1, 1), "this is no key", "a key is made of letters without accents and `_`"),
        (" = 1\n", (1, 2), "a key is missing here", None),
        ("a = [1\n", (1, 7), "a bracket is not closed", "end it with `]`"),
        ("a = 2022-02-30\n", (1, 5), "there is no such date", "write a date as `2022-03-25`"),
        (
            "a = 25:00:00\n",
            (1, 5),
            "there is no such time",
            'write a time between quotes: `"9:30"`',
        ),
        (
            "a = 01\n",
            (1, 5),
            "a number does not begin with a zero",
            'write a time between quotes: `"09:30"`',
        ),
        ("a = 1 b = 2\n", (1, 9), "something stands after the value", "go to a new line"),
        (
            'a = "\\q"\n',
            (1, 7),
            "after `\\` this letter means nothing",
            "write `\\\\` for a backslash",
        ),
        (
            "a = 1__0\n",
            (1, 6),
            "this is not TOML: `_` may only go between digits, expected nothing",
            None,
        ),
    ],
)
def test_what_is_not_toml_is_said_in_our_words(untranslated, text, place, headline, advice):
    """The reader's complaint becomes a sentence for people, and marks one character."""
    fault = read_toml(SourceText("e.toml", text))
    line, column = place
    assert fault.span == Span("e.toml", line, column, line, column + 1)
    assert (fault.code, fault.where, str(fault.headline)) == ("SRC001", Where(), headline)
    assert (fault.help and str(fault.help)) == advice
    assert untranslated([fault]) == []


@pytest.mark.parametrize(
    ("text", "place", "headline"),
    [
        (
            f"a = 1\nb{'.b' * 80} = 1\n",
            (2, 1),
            "a key has more than 80 dotted parts",
        ),
        (
            'a = 1\n"b"' + '."b"' * 80 + " = 1\n",
            (1, 1),
            "a key has more than 80 dotted parts",
        ),
        (
            f"a = {'[' * 81}{']' * 81}\n",
            (1, 85),
            "tables and lists are nested deeper here than in any event",
        ),
    ],
)
def test_what_is_too_deep_is_told(untranslated, text, place, headline):
    """Depth and dotted keys have a limit, told where it is passed."""
    fault = read_toml(SourceText("e.toml", text))
    assert (fault.code, fault.where, str(fault.headline)) == ("SRC003", Where(), headline)
    assert (fault.span.line, fault.span.column) == place
    assert untranslated([fault]) == []


def test_a_complaint_of_another_form_is_kept():
    """What the reader says without a place is told at the start of the file."""
    from partenariats.source.reader import _explain

    fault = _explain(SourceText("e.toml", "a = 1"), "something\nelse")
    assert str(fault.headline) == "this is not TOML: something\nelse"
    assert fault.span == Span("e.toml", 1, 1, 1, 2)


def test_just_short_of_the_limits_is_fine():
    """Eighty parts and eighty levels are taken."""
    text = f"b{'.b' * 79} = 1\na = {'[' * 80}{']' * 80}\n"
    assert set(read_toml(SourceText("e.toml", text))) == {"a", "b"}
