"""Which words keep a place for others, and which are meant."""

from __future__ import annotations

import pytest

from partenariats.language.placeholders import find_placeholder


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("TBD", "TBD"),
        ("Salle TBC, TBA", "TBC"),
        ("XXX", "XXX"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
        ("un LOREM IPSUM", "LOREM IPSUM"),
        ("à définir", "à définir"),
        ("À DÉFINIR", "À DÉFINIR"),
        ("A compléter.", "A compléter"),
        ("Lieu : à préciser", "à préciser"),
        ("Lieu (à préciser)", "à préciser"),
        ("Titre. À compléter…", "À compléter"),
        ("Atelier - à définir", "à définir"),
        ("Atelier\nà définir\n", "à définir"),
        ("???", "???"),
        ("Intervenant : ????", "????"),
        ("Salle (???)", "???"),
        ("[titre]", "[titre]"),
        ("Avec [Nom de l'intervenant]", "[Nom de l'intervenant]"),
        ("[votre titre]", "[votre titre]"),
    ],
)
def test_a_placeholder_is_found(text, words):
    """Acronyms stand anywhere, other words alone in a sentence or in brackets."""
    assert find_placeholder(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "À définir ensemble",
        "Priorités : à définir ensemble",
        "Les besoins à préciser",
        "Il a défini",
        "tbd",
        "TBDX",
        "XXe siècle",
        "XXXe congrès",
        "Vraiment ???",
        "Quoi????",
        "Pourquoi ? Comment ?",
        "`TBD`",
        "https://example.org/TBD",
        "[EN] Keynote",
        "[ANNULÉ] Atelier",
        "[…]",
        "[titre](https://example.org)",
        "[titre]: https://example.org",
    ],
)
def test_what_is_meant_is_no_placeholder(text):
    """Titles that ask, tags before a title, numerals, code and links are left alone."""
    assert find_placeholder(text) is None
