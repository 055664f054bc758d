"""How long personal data is kept."""

from __future__ import annotations

from datetime import date

import pytest

from partenariats.model.registration.personal import Retention


@pytest.mark.parametrize(
    ("text", "retention", "said"),
    [
        ("30 days", Retention(days=30), "30 days"),
        ("1 jour", Retention(days=1), "1 day"),
        ("0 jours", Retention(), "0 days"),
        ("2 weeks", Retention(days=14), "14 days"),
        ("1 semaine", Retention(days=7), "7 days"),
        ("6 mois", Retention(months=6), "6 months"),
        ("1 month", Retention(months=1), "1 month"),
        ("  1  an ", Retention(months=12), "1 year"),
        ("3 années", Retention(months=36), "3 years"),
        ("100 years", Retention(months=1200), "100 years"),
        ("18 months", Retention(months=18), "18 months"),
    ],
)
def test_a_retention_is_read_in_both_languages(text, retention, said):
    """Days, weeks, months and years are read, and what is written is read equal."""
    assert Retention.parse(text) == retention
    assert str(retention) == said
    assert Retention.parse(said) == retention


@pytest.mark.parametrize(
    "text", ["", "30", "days", "-1 days", "1.5 years", "101 years", "99999 days", "30 dayss", "²"]
)
def test_what_is_no_retention_is_refused(text):
    """Anything else is no time to keep something."""
    with pytest.raises(ValueError, match="no time to keep something"):
        Retention.parse(text)


@pytest.mark.parametrize(
    ("retention", "last", "end"),
    [
        (Retention(), date(2030, 3, 21), date(2030, 3, 21)),
        (Retention(days=30), date(2030, 3, 21), date(2030, 4, 20)),
        (Retention(months=1), date(2030, 1, 31), date(2030, 2, 28)),
        (Retention(months=1), date(2032, 1, 31), date(2032, 2, 29)),
        (Retention(months=10), date(2030, 3, 21), date(2031, 1, 21)),
        (Retention(months=12), date(2032, 2, 29), date(2033, 2, 28)),
        (Retention(months=9), date(2030, 3, 31), date(2030, 12, 31)),
    ],
)
def test_a_retention_ends_on_a_day(retention, last, end):
    """Months are those of the calendar, and end with a shorter month."""
    assert retention.end_after(last) == end
