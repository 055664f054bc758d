"""No line of a programme is dropped in silence."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import partenariats as pa

PROGRAMMES = sorted((Path(__file__).parent / "programmes").glob("*.[mt][dx]*"))
MARKS = re.compile(r"[*_`#>|]+")
TIMES = re.compile(
    r"(?i)\d{1,2}\s*(?:h(?:\s*\d\d)?|[:.]\d\d)(?:\s*[ap]\.?m\.?)?|\d+\s*[ap]\.?m\b|\d+\s*min\b|\bmidi|\bnoon"
)
DATES = re.compile(
    r"(?i)\b(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b20\d\d\b"
)
TOOLKIT = pa.Toolkit()
STRUCTURE = """
lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday
saturday sunday jour day programme les des par avec with and animé animée présenté présentée
animation modérateur intervenants intervenante rapporteure chair chaired led facilitated salle theme
workshop horaire titre time point sequence intervenant lieu moderated speaker organisé durée
agenda moderator speakers présidence places session annual minutes travail xiie ordre
"""
KNOWN = frozenset(STRUCTURE.split())


def words(text):
    """List the words of a text from four letters on, in small letters without accents."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return [word for word in re.findall(r"[^\W_]+", plain) if len(word) > 3]


PLAIN = {plain for word in KNOWN for plain in words(word)}


def lost(text, year=2024):
    """List the lines with a word that is neither in the event nor in the report, by number."""
    imported = TOOLKIT.import_(text.encode(), "programme-text", {"year": year})
    there = {*words(pa.write(imported.event).replace("\\n", " ")), *PLAIN}
    told = {
        found.span.line
        for found in imported.report.diagnostics
        if found.code in {"PTX001", "PTX002"}
    }
    for number, line in enumerate(text.replace("\r", "").split("\n"), start=1):
        kept = DATES.sub(" ", TIMES.sub(" ", MARKS.sub(" ", line)))
        if number not in told and not set(words(kept)) <= there:
            yield number, line, set(words(kept)) - there


def decoded(file):
    """Give the text of a file in whichever encoding it is."""
    content = file.read_bytes()
    if content.startswith(b"\xff\xfe"):
        return content.decode("utf-16")
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1252")


@pytest.mark.parametrize("file", PROGRAMMES, ids=lambda file: file.name)
def test_every_line_of_a_programme_is_used_or_listed(file):
    """Each word of each line is in the event, or its line is in the report."""
    assert list(lost(decoded(file))) == []


LINES = st.sampled_from(
    [
        "# Rencontre des tisserands",
        "Samedi 14 mai 2022",
        "## Dimanche 15 mai",
        "Matinée",
        "Après-midi : Plénière",
        "9h30 : Ouverture par Mme Ada Lorgnon, maire de Brumeval",
        "10h",
        "– 10h45",
        "Table ronde (salle 3), avec Paul Ondin (Union Test) et Zoé Rivet",
        "- premier point",
        "- Atelier 2 : tisser (salle B)",
        "Atelier 1",
        "| 11h | Pause | |",
        "| Horaire | Titre | Salle |",
        "| | Salle A | Salle B |",
        "| 9h | Chaîne | Trame |",
        "Lieu : Maison du Fil, 3 rue Haute, 99100 Brumeval",
        "Animé par Léo Navette",
        "Inscription avant le 3 mai.",
        "Une phrase ordinaire qui raconte longuement ce que les tisserands font de leur hiver.",
        "Tarif : 12 € ; téléphone 05 99 00 11 22",
        "## Informations pratiques",
        "17h30 – 17h00 Clôture",
        "« Tisser ensemble »",
        "### Carrefour",
        "Thème : la laine",
        "",
        "Dimanche",
        "jour 3",
        "soirée libre",
        "22h – 2h : Bal",
        "**Repas** : midi",
        "Salle : Jacquard",
        "NB : apporter un métier",
        "SYNDICAT DES FILEURS",
    ]
) | st.text("abcéhHM0159 :-–|.,()«»#*\"'/\t", max_size=40)


@given(st.lists(LINES, min_size=1, max_size=14))
def test_no_order_of_lines_loses_one(lines):
    """Whatever stands where, every word is in the event or its line in the report."""
    text = "\n".join(["9h Accueil", *lines]) if lines else ""
    try:
        found = list(lost(text))
    except pa.UnreadableError:
        return
    assert found == []
