"""Dates, hours, lists, ordinals and names, in French and English."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from partenariats.language.dates import MONTHS, WEEKDAYS, say_date, say_date_range
from partenariats.language.hours import say_hour, say_hours
from partenariats.language.lists import say_list
from partenariats.language.names import nearest, plain_name
from partenariats.language.ordinals import say_ordinal

NB = "\u00a0"


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_names_of_days_and_months_are_those_of_the_cldr(day):
    """Weekdays and months are the ones Babel knows."""
    for language in ("fr", "en"):
        said = (WEEKDAYS[language][day.weekday()], MONTHS[language][day.month - 1])
        assert said == (format_date(day, "EEEE", language), format_date(day, "MMMM", language))


@pytest.mark.parametrize(
    ("day", "language", "said"),
    [
        (date(2022, 3, 25), "fr", f"vendredi 25{NB}mars 2022"),
        (date(2023, 6, 1), "fr", f"jeudi 1er{NB}juin 2023"),
        (date(2022, 3, 25), "en", f"Friday 25{NB}March 2022"),
        (date(2023, 6, 1), "en", f"Thursday 1{NB}June 2023"),
        (date(2022, 3, 25), "de", f"Friday 25{NB}March 2022"),
    ],
)
def test_dates(day, language, said):
    """A date in words; the first of a month is `1er`; an unknown language gets English."""
    assert say_date(day, language) == said


def test_dates_without_weekday_or_year():
    """What goes without saying can be left out."""
    day = date(2022, 8, 1)
    assert say_date(day, "fr", weekday=False, year=False) == f"1er{NB}août"


@pytest.mark.parametrize(
    ("first", "days", "french", "english"),
    [
        (date(2022, 3, 24), 0, f"24{NB}mars 2022", f"24{NB}March 2022"),
        (date(2022, 3, 24), 1, f"24 et 25{NB}mars 2022", f"24 and 25{NB}March 2022"),
        (date(2022, 3, 24), 3, f"du 24 au 27{NB}mars 2022", f"24–27{NB}March 2022"),
        (
            date(2022, 3, 30),
            3,
            f"du 30{NB}mars au 2{NB}avril 2022",
            f"30{NB}March – 2{NB}April 2022",
        ),
        (
            date(2022, 3, 31),
            1,
            f"31{NB}mars et 1er{NB}avril 2022",
            f"31{NB}March and 1{NB}April 2022",
        ),
        (
            date(2022, 12, 30),
            3,
            f"du 30{NB}décembre 2022 au 2{NB}janvier 2023",
            f"30{NB}December 2022 – 2{NB}January 2023",
        ),
    ],
)
def test_spans_of_dates(first, days, french, english):
    """What two dates share is said once."""
    last = first + timedelta(days=days)
    assert (say_date_range(first, last, "fr"), say_date_range(first, last, "en")) == (
        french,
        english,
    )


@pytest.mark.parametrize(
    ("minutes", "french", "english"),
    [
        (570, f"9{NB}h{NB}30", "9:30"),
        (1080, f"18{NB}h", "18:00"),
        (545, f"9{NB}h{NB}05", "9:05"),
        (0, f"0{NB}h", "0:00"),
        (1500, f"1{NB}h", "1:00"),
    ],
)
def test_hours(minutes, french, english):
    """An hour of the clock, also after midnight."""
    assert (say_hour(minutes, "fr"), say_hour(minutes, "en")) == (french, english)


def test_stretches_of_time():
    """Start and end, or the start alone where the end is open."""
    assert say_hours(750, 810, "fr") == f"12{NB}h{NB}30{NB}– 13{NB}h{NB}30"
    assert say_hours(750, 810, "en") == "12:30–13:30"
    assert say_hours(750, None, "fr") == f"12{NB}h{NB}30"


@pytest.mark.parametrize(
    ("items", "french", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a et b", "a and b"),
        (["a", "b", "c"], "a, b et c", "a, b and c"),
    ],
)
def test_lists(items, french, english):
    """Several things in one phrase, without a comma before the last."""
    assert (say_list(items, "fr"), say_list(items, "en")) == (french, english)
    assert say_list(["a", "b"], "fr", "or") == "a ou b"


@pytest.mark.parametrize(
    ("number", "english"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (13, "13th"), (21, "21st"),
     (112, "112th")],
)  # fmt: skip
def test_english_ordinals(number, english):
    """The teens are no exception to their own rule."""
    assert say_ordinal(number, "en") == english


def test_french_ordinals():
    """`1re` and `1res` are correct, `1ère` and `1ères` are not (Imprimerie nationale)."""
    forms = [(False, False), (False, True), (True, False), (True, True)]
    said = [say_ordinal(n, "fr", feminine=f, plural=p) for n in (1, 2) for f, p in forms]
    assert said == ["1er", "1ers", "1re", "1res", "2e", "2es", "2e", "2es"]


@pytest.mark.parametrize(
    ("word", "among", "meant"),
    [
        ("titel", ["title", "timezone"], "title"),
        ("time-zone", ["title", "time_zone"], "time_zone"),
        ("Matinée", ["matinee", "apres-midi"], "matinee"),
        ("xyz", ["title"], None),
        ("", ["title"], None),
        ("t" * 10_000, ["title"], None),
    ],
)
def test_the_nearest_name(word, among, meant):
    """Accents, case and the kind of hyphen do not count; what is far is not offered."""
    assert nearest(word, among) == meant


def test_the_nearest_of_many_is_found_fast():
    """Among ten thousand ids the nearest is still the right one."""
    ids = [f"seance-{n}" for n in range(10_000)]
    assert (nearest("seance-1234x", ids), nearest("xeance-1234", ids)) == ("seance-1234",) * 2


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Jérôme BALOGE", "jerome-baloge"),
        ("salle_1", "salle-1"),
        ("Weiß", "weiss"),
        ("e\u0301te\u0301", "ete"),
        ("J.-L.", "j.-l."),
        ("", ""),
    ],
)
def test_the_plain_form_of_a_name(name, plain):
    """Accents and capitals go, spaces and low lines become hyphens, the rest stays."""
    assert plain_name(name) == plain
