"""What a TOML string means, character by character."""

from __future__ import annotations

import pytest
import rtoml
from hypothesis import assume, given
from hypothesis import strategies as st

from partenariats.source.fixing.literals import read_literal

LITERALS = [
    '""',
    "''",
    '"mot"',
    "'C:\\tmp'",
    '"\\"mot\\" \\\\ \\u00e9\\U0001F600\\t"',
    '"""mot"""',
    '"""\nune\ndeux"""',
    '"""\\\n   une \\\n\n   deux"""',
    "'''\nl'une\n'''",
    '"""\r\nune\r\ndeux"""',
    '"""deux "" guillemets"""',
]


@pytest.mark.parametrize("written", LITERALS)
def test_a_string_means_what_toml_says(written):
    """The value is the one that the reader of event files gives."""
    literal = read_literal(written)
    assert literal.value == rtoml.loads(f"a = {written}")["a"]
    assert len(literal.starts) == len(literal.ends) == len(literal.value)


@pytest.mark.parametrize("written", LITERALS)
def test_a_stretch_writes_its_characters(written):
    """What is written of a part of the value means that part, and parts follow each other."""
    literal = read_literal(written)
    for at, character in enumerate(literal.value):
        start, end = literal.stretch(at, at + 1)
        shown = written[start:end]
        assert shown == character or shown.startswith("\\")
    edges = [edge for pair in zip(literal.starts, literal.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)


def test_an_empty_stretch_stands_behind_what_comes_before_it():
    """What is put in goes before a broken line, not behind it."""
    literal = read_literal('"""\\\n  une\\\n  deux"""')
    assert literal.value == "unedeux"
    assert literal.stretch(3, 3) == (literal.ends[2], literal.ends[2])
    assert literal.stretch(0, 0) == (literal.starts[0], literal.starts[0])
    assert read_literal('""').stretch(0, 0) == (1, 1)
    assert read_literal('""""""').stretch(0, 0) == (3, 3)


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ('"a"', 'dit "oui" \\', 'dit \\"oui\\" \\\\'),
        ("'a'", 'dit "oui" \\', 'dit "oui" \\'),
        ("'a'", "l'eau", None),
        ("'''a'''", "l'eau", None),
        ('"a"', "une\ndeux", None),
        ('"""a"""', "une\ndeux", "une\ndeux"),
        ('"a"', "\x07", None),
        ('"a"', "\u00a0:", "\u00a0:"),
    ],
)
def test_a_text_is_written_as_the_string_allows(written, text, expected):
    """What a kind of string cannot say is not written in it."""
    assert read_literal(written).write(text) == expected


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), st.data())
def test_a_text_put_in_is_read_back(text, data):
    """Put into any string at any place, a text is what the reader then finds there."""
    literal = read_literal(data.draw(st.sampled_from(LITERALS)))
    start = data.draw(st.integers(0, len(literal.value)))
    end = data.draw(st.integers(start, len(literal.value)))
    # nothing is put between the two characters of one line end
    assume(not any(literal.value[at - 1 : at + 1] == "\r\n" for at in (start, end) if at))
    written = literal.write(text)
    if written is None:
        assert "'" in text
        return
    first, last = literal.stretch(start, end)
    changed = literal.written[:first] + written + literal.written[last:]
    found = rtoml.loads(f"a = {changed}")["a"]
    assert found == literal.value[:start] + text + literal.value[end:]
