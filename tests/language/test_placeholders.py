"""Which words keep a place for others, and which are meant."""

from __future__ import annotations

import unicodedata

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
        ("Lorem", "Lorem"),
        ("Lorem dolor sit", "Lorem"),
        ("À confirmer", "À confirmer"),
        ("A annoncer.", "A annoncer"),
        ("Salle (à venir)", "à venir"),
        ("Salle [à confirmer]", "à confirmer"),
        ("To be confirmed", "To be confirmed"),
        ("Room (to be announced)", "to be announced"),
        ("to be defined…", "to be defined"),
        ("To be completed", "To be completed"),
        ("tbd", "tbd"),
        ("Salle (tbc)", "tbc"),
        ("Salle (XXX)", "XXX"),
        ("TODO", "TODO"),
        ("Texte, TODO demain", "TODO"),
        ("Intervenant à préciser", "à préciser"),
        ("Horaire à définir", "à définir"),
        ("Nom complet à confirmer", "à confirmer"),
        ("Lieu : à confirmer", "à confirmer"),
        ("Intervenante à confirmer", "à confirmer"),
        ("2 intervenants à confirmer", "à confirmer"),
        ("Salle 3 à préciser…", "à préciser"),
        ("ANIMATRICE À DÉFINIR", "À DÉFINIR"),
        ("Programme à définir", "à définir"),
        ("Résumé à compléter.", "à compléter"),
        (unicodedata.normalize("NFD", "Lieu (à préciser)"), "à préciser"),
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
        "la tbd",
        "XXX congrès des maires",
        "XXX : congrès",
        "À venir : la restitution",
        "Les années à venir",
        "La date est à confirmer demain",
        "Le nom de la salle à confirmer",
        "Trois grands axes à définir",
        "Une question à définir",
        "Sujets à confirmer",
        "Calendrier à définir",
        "Objectifs communs à définir",
        "Prochaines étapes à définir",
        "Prochaine date à définir",
        "Budget 2027 à préciser",
        "Programme commun à définir",
        "Sous-titre à préciser",
        "Yet to be confirmed",
        "TODOS",
        "todo",
        "Un lorem",
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
