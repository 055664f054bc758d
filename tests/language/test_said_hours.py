"""Hours that a text says, in French and English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partenariats.language.hours import say_hours
from partenariats.language.said_hours import find_hours, leading_hours


@pytest.mark.parametrize(
    ("text", "start", "end", "rest"),
    [
        ("18 H 00 : Accueil", "18:00", None, " : Accueil"),
        ("9h30 - Pause", "9:30", None, " - Pause"),
        ("12 h 30 à 13 h 30 : Repas", "12:30", "13:30", " : Repas"),
        ("– 08h55", "8:55", None, ""),
        ("14h00 / 15h30 X", "14:00", "15:30", " X"),
        ("de 9h à 10h30", "9:00", "10:30", ""),
        ("9:30 AM Welcome", "9:30", None, " Welcome"),
        ("12 am", "0:00", None, ""),
        ("9 a.m. – X", "9:00", None, " – X"),
        ("2–3:30 pm talk", "14:00", "15:30", " talk"),
        ("11–12:30 pm talk", "11:00", "12:30", " talk"),
        ("9-10h30 X", "9:00", "10:30", " X"),
        ("9.30 - 10.45 X", "9:30", "10:45", " X"),
        ("from 9 am to 5 pm", "9:00", "17:00", ""),
        ("midi : repas", "12:00", None, " : repas"),
        ("9h-midi", "9:00", "12:00", ""),
        ("17h30–17h00", "17:30", "17:00", ""),
    ],
)
def test_hours_at_the_start_of_a_text(text, start, end, rest):
    """Every way of writing an hour or a stretch of time is read, and where it ends is told."""
    found = leading_hours(text)
    minutes = [None if t is None else int(t[:-3]) * 60 + int(t[-2:]) for t in (start, end)]
    assert [found.start, found.end, text[found.ends :]] == [*minutes, rest]


@pytest.mark.parametrize(
    "text",
    ["10h de formation", "48h chrono", "05 49 28 30 00", "12-14 rue Haute", "24h du lac",
     "2h de marche", "9.50 €", "2022-2023", "1.5 h", "Accueil à 9h", "25h", "9h75"],
)  # fmt: skip
def test_what_is_no_hour_at_the_start(text):
    """Lengths, telephone numbers, addresses and prices are no hours."""
    assert leading_hours(text) is None


@given(st.integers(0, 1439), st.none() | st.integers(0, 1439), st.sampled_from(["fr", "en"]))
def test_what_we_say_is_read_again(start, end, language):
    """An hour or a stretch as the exporters write it reads as it was."""
    (found,) = find_hours(say_hours(start, end, language))
    assert (found.start, found.end) == (start, end)
