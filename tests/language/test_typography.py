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
        ("à bientôt ;)", "à bientôt ;)"),
        ("(vraiment ?)", f"(vraiment{THIN}?)"),
        ("“Vraiment ?”", f"“Vraiment{THIN}?”"),
        ("quoi ?, dit-il", f"quoi{THIN}?, dit-il"),
        ("« Qui ? » : lui", f"«{NB}Qui{THIN}?{NB}»{NB}: lui"),
        ("de 18 H 00 à 19h 30", f"de 18{NB}H{NB}00 à 19h{NB}30"),
        ("3 hommes et 12 heures", "3 hommes et 12 heures"),
        ("M. le maire et Mmes Roy", f"M.{NB}le maire et Mmes{NB}Roy"),
        ("le Pr Curie, Me Éluard", f"le Pr{NB}Curie, Me{NB}Éluard"),
        ("Me voici", "Me voici"),
        ("18\u202fh 00", f"18{THIN}h{NB}00"),
        ("déjà\u00a0; fait", f"déjà{NB}; fait"),
        ("l'adresse a.b@exemple.fr ?", f"l'adresse a.b@exemple.fr{THIN}?"),
        ("a != b", "a != b"),
        ("tapez `a ? b : c` ?", f"tapez `a ? b : c`{THIN}?"),
        ("`18 h` : `M. X` ; fin", f"`18 h`{NB}: `M. X`{THIN}; fin"),
        ("un ` seul : oui", f"un ` seul{NB}: oui"),
        ("", ""),
    ],
)
def test_spaces_become_no_break_ones_where_french_wants_them(plain, set_):
    """A space that is there is made unbreakable; none is added, addresses are left alone."""
    assert typeset(plain, "fr") == set_


@given(
    st.text(st.sampled_from(f"ab :;!?«»hH0.MerP\n1/`)”{NB}{THIN}") | st.characters(), max_size=40)
)
def test_only_the_kind_of_a_space_changes(text):
    """No character comes or goes, and doing it twice changes nothing more."""
    once = typeset(text, "fr")
    spaces = str.maketrans({NB: " ", THIN: " "})
    assert once.translate(spaces) == text.translate(spaces)
    assert typeset(once, "fr") == once


@given(st.text(st.sampled_from("a :;!?«»h0")), st.text(st.sampled_from("a :;!?«»h0")))
def test_code_is_left_alone(before, code):
    """Whatever stands between backticks stays as it was written."""
    assert typeset(f"{before}`{code}`", "fr").endswith(f"`{code}`")


@given(st.text(st.sampled_from("a :;!?«»h0.M"), max_size=40))
def test_english_is_left_alone(text):
    """Only French has these spaces."""
    assert typeset(text, "en") == text
