"""What stands in one cell."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partenariats.model.registration.settings import Choice, Question, QuestionKind
from partenariats.model.text import Text
from partenariats.registration.sheets.cells import answer_of, guard, split, text_of, unguard

CHOICES = (
    Choice(id="soil", text=Text(plain="Sols")),
    Choice(id="water", text=Text.in_languages({"fr": "Eau, rivières", "en": "Water"})),
)


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("=1+1", "'=1+1"),
        ("+33 6", "'+33 6"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("\uff0b1", "'\uff0b1"),
        ("\uff0d1", "'\uff0d1"),
        ("x; \uff20SUM", "x;' \uff20SUM"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("  =1", "'  =1"),
        ("'=1", "''=1"),
        ("x;=1+1", "x;'=1+1"),
        ("x, @y", "x,' @y"),
        ("a=b", "a=b"),
        ("l'été", "l'été"),
        ("'x", "'x"),
        ("ada@example.org", "ada@example.org"),
        ("", ""),
    ],
)
def test_no_cell_begins_a_formula(text, guarded):
    """What a spreadsheet would compute has an apostrophe before it, and is read without it."""
    assert guard(text) == guarded
    assert unguard(guarded) == text


@given(st.text(st.sampled_from("'=+-@\uff1d\uff0b\uff0d\uff20,;\t\r\n a"), max_size=12))
def test_what_is_guarded_is_read_as_it_was(text):
    """Whatever the text is, with apostrophes and separators of its own."""
    assert unguard(guard(text)) == text
    for separator in ",;\t":
        for cell in guard(text).split(separator):
            assert not cell.lstrip(" ").startswith(tuple("=+-@\uff1d\uff0b\uff0d\uff20\r\n"))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", ()),
        ("sols", ("sols",)),
        ("sols, eau", ("sols", "eau")),
        ("sols | eau|", ("sols", "eau")),
        ("a, b|c", ("a, b", "c")),
    ],
)
def test_values_of_a_cell_are_separated_by_bars_or_commas(text, values):
    """A comma separates only where there is no bar."""
    assert split(text) == values


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        ("text", "oui", "oui"),
        ("yes_no", " Oui ", True),
        ("yes_no", "VRAI", True),
        ("yes_no", "no", False),
        ("yes_no", "0", False),
        ("yes_no", "peut-être", "peut-être"),
        ("choice", "soil", "soil"),
        ("choice", "SOLS", "soil"),
        ("choice", "water", "water"),
        ("choice", "eau, rivières", "water"),
        ("choice", "air", "air"),
        ("several", "sols, Water", ("soil", "water")),
        ("several", "Eau, rivières", ("water",)),
        ("several", "Eau, rivières|soil", ("water", "soil")),
        ("several", "air", ("air",)),
        ("number", "12", 12),
        ("number", "-1,5", -1.5),
        ("number", "1.50", 1.5),
        ("number", "1e9", "1e9"),
        ("number", "nan", "nan"),
        ("number", "٣", "٣"),
        ("number", "9" * 16, "9" * 16),
        ("date", "2022-03-24", date(2022, 3, 24)),
        ("date", "24/03/2022", date(2022, 3, 24)),
        ("date", "2022-02-30", "2022-02-30"),
        ("date", "31/31/2022", "31/31/2022"),
        ("date", "24 mars", "24 mars"),
    ],
)
def test_a_cell_is_read_as_its_question_asks(kind, text, answer):
    """Words, titles and forms of both languages are understood; the rest stays to be refused."""
    question = Question(id="q", text=Text(), kind=QuestionKind(kind), choices=CHOICES)
    read = answer_of(question, text, "fr")
    assert (read, type(read)) == (answer, type(answer))
    if not isinstance(read, str):
        assert answer_of(question, text_of(read), "fr") == read


def test_the_day_comes_first_only_in_a_french_event():
    """Elsewhere `03/04/2022` may be in March or in April: it is refused."""
    question = Question(id="q", text=Text(), kind=QuestionKind.DATE)
    assert answer_of(question, "03/04/2022", "en") == "03/04/2022"
    assert answer_of(question, "03/04/2022", "fr-CA") == date(2022, 4, 3)
