"""Dates in words are found in sentences."""

from __future__ import annotations

import pytest

from partenariats.language.dates import WEEKDAYS
from partenariats.language.said_dates import (
    find_dates,
    may_say_weekday,
    may_say_year,
    starts_with_weekday,
)


def found(text):
    """Say the dates of a text as words, weekday, day, month and year."""
    return [(d.said, d.weekday, d.day, d.month, d.year) for d in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("jeudi 24 mars", ("jeudi 24 mars", 3, 24, 3, None)),
        ("Le JEUDI 24 MARS 2022 à 9 h", ("JEUDI 24 MARS 2022", 3, 24, 3, 2022)),
        ("samedi 1er mai", ("samedi 1er mai", 5, 1, 5, None)),
        ("le 3 aout", ("3 aout", None, 3, 8, None)),
        ("jeudi\u00a024\u00a0mars", ("jeudi 24 mars", 3, 24, 3, None)),
        ("Thursday 24 March", ("Thursday 24 March", 3, 24, 3, None)),
        ("Thursday, March 24", ("Thursday, March 24", 3, 24, 3, None)),
        ("Thursday, March 24th, 2022", ("Thursday, March 24th, 2022", 3, 24, 3, 2022)),
        ("Thursday the 24th of March", ("Thursday the 24th of March", 3, 24, 3, None)),
        ("mardi 99 mars", ("mardi 99 mars", 1, 99, 3, None)),
    ],
)
def test_a_date(text, date):
    """A date is found in French and English, with what is said of it."""
    assert found(text) == [date]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "jeudi 24 et vendredi 25 mars 2022",
            [("jeudi 24", 3, 24, 3, 2022), ("vendredi 25 mars 2022", 4, 25, 3, 2022)],
        ),
        (
            "du jeudi 24 au samedi 26 mars",
            [("jeudi 24", 3, 24, 3, None), ("samedi 26 mars", 5, 26, 3, None)],
        ),
        (
            "vendredi 31 décembre et samedi 1er janvier 2028",
            [
                ("vendredi 31 décembre", 4, 31, 12, 2027),
                ("samedi 1er janvier 2028", 5, 1, 1, 2028),
            ],
        ),
        (
            "jeudi 24 mars ; il y en eut 3 le 5 avril 2021",
            [("jeudi 24 mars", 3, 24, 3, None), ("5 avril 2021", None, 5, 4, 2021)],
        ),
    ],
)
def test_dates_that_share_their_month(text, dates):
    """The first of two that belong together has its month and year from the second."""
    assert found(text) == dates


@pytest.mark.parametrize(
    "text", ["", "depuis 2018", "3 ateliers", "jeudi 24", "mars 2022", "2 marseillais", "March"]
)
def test_no_date(text):
    """A number, a year, a month or a weekday alone is no date."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "weekday"),
    [("Jeudi", 3), (" Friday: opening", 4), ("Le jeudi", None), ("jeudis", None), ("", None)],
)
def test_the_weekday_at_the_beginning(text, weekday):
    """Only the first word of a text counts."""
    assert starts_with_weekday(text) == weekday


@pytest.mark.parametrize("name", [name for names in WEEKDAYS.values() for name in names])
@pytest.mark.parametrize("form", [str.lower, str.upper, str.capitalize])
def test_no_weekday_is_passed_over(name, form):
    """Whoever looks first whether a text may say a weekday misses none."""
    assert may_say_weekday(f"le {form(name)} 24")


def test_no_year_is_passed_over():
    """Whoever looks first whether a text may say a year of our time misses none."""
    assert [year for year in range(1900, 2201) if not may_say_year(f"en {year}")] == []
    assert not may_say_year("24 mars 1789")
    assert not may_say_weekday("24 mars 2022")
