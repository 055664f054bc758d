"""French spaces, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partenariats.language.typography import typeset

NB, THIN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("plain", "set_"),
    [
        ("Prospective : réflexion", f"Prospective{NB}: réflexion"),
        ("Pourquoi ? Parce que !", f"Pourquoi{THIN}? Parce que{THIN}!"),
        ("un ; deux", f"un{THIN}; deux"),
        ("« oui »", f"«{NB}oui{NB}»"),
        ("à 18 h 00", f"à 18{NB}h{NB}00"),
        ("par M. Baloge", f"par M.{NB}Baloge"),
        ("quoi ?!", f"quoi{THIN}?!"),
        ("sans espace: rien", "sans espace: rien"),
        ("à 9:30", "à 9:30"),
        ("https://exemple.fr/?a=1;b=2", "https://exemple.fr/?a=1;b=2"),
        ("a :-) b", "a :-) b"),
    ],
)
def test_spaces_become_no_break_ones_where_french_wants_them(plain, set_):
    """A space that is there is made unbreakable; none is added, addresses are left alone."""
    assert typeset(plain, "fr") == set_


@given(st.text(st.sampled_from("ab :;!?«»h0.M\n 1/") | st.characters(), max_size=40))
def test_only_the_kind_of_a_space_changes(text):
    """No character comes or goes, and doing it twice changes nothing more."""
    once = typeset(text, "fr")
    spaces = str.maketrans({NB: " ", THIN: " "})
    assert once.translate(spaces) == text.translate(spaces)
    assert typeset(once, "fr") == once


@given(st.text(max_size=40))
def test_english_is_left_alone(text):
    """Only French has these spaces."""
    assert typeset(text, "en") == text
