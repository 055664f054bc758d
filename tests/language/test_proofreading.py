"""What is found to correct in a text, and what is left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partenariats.language.proofreading import (
    Correction,
    correct,
    doubled_spaces,
    french_ordinals,
    french_spacing,
    straight_quotes,
)
from partenariats.language.typography import typeset

FOUND = pytest.mark.parametrize(
    "find", [french_spacing, french_ordinals, straight_quotes, doubled_spaces]
)
PIECES = [
    '"', "'", "mot", "a", "1", "2", "X", " ", "  ", "\n", "\u00a0", ":", ";", "!", "?", "«", "»",
    "(", ")", "[", "]", ".", ",", "…", "*", "_", "`", "```", "`a?  b`", "https://a.fr/?b", "www.a?",
    "a@b.fr", "&amp;", ":smile:", "ère", "ème", "er", "ier", "ières", "9:30", "|", "-", "    ",
    "\t",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=20)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Quoi?", "Quoi ?"),
        ("Quoi ?", "Quoi ?"),
        ("Quoi\u202f?", "Quoi\u202f?"),
        ("Vraiment?! Oui!!!", "Vraiment ?! Oui !!!"),
        ("Fin…?", "Fin… ?"),
        ("Ceci; cela;", "Ceci ; cela ;"),
        ("Prospective: Réflexion", "Prospective : Réflexion"),
        ("Note:\nsuite", "Note :\nsuite"),
        ("En 2022: bilan", "En 2022 : bilan"),
        ("**Question?** **Note:** x", "**Question ?** **Note :** x"),
        ("«mot»", "« mot »"),
        ("«Quoi?»", "« Quoi ? »"),
        ("(vraiment?)", "(vraiment ?)"),
        ("`a?`?", "`a?` ?"),
        ("à 9:30, 16:9, 3: 4", "à 9:30, 16:9, 3: 4"),
        ("std::sort", "std::sort"),
        ("a :) b;) :smile: c", "a :) b;) :smile: c"),
        ("https://a.fr/?q=a; www.b.fr?", "https://a.fr/?q=a; www.b.fr?"),
        ("`Quoi?`", "`Quoi?`"),
        ("A&nbsp; B", "A&nbsp; B"),
        ("(?) « » «» !", "(?) « » «» !"),
        ("page?x", "page?x"),
    ],
)
def test_french_spacing(text, wanted):
    """A space is missing before high marks and inside guillemets, and nowhere else."""
    assert correct(text, french_spacing(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1ère", "1re"),
        ("1ere 1ière 1ères", "1re 1re 1res"),
        ("1ier 1iers", "1er 1ers"),
        ("1 er mai, 1\u00a0ère", "1er mai, 1re"),
        ("2ème 3ième 21eme 2èmes 2 ème", "2e 3e 21e 2es 2e"),
        ("XXIème", "XXIe"),
        ("3è 12 è 3ès XXè (4è)", "3e 12e 3es XXe (4e)"),
        ("1è, A3è, 3,2è, 3èze, Cèpe, `3è`", "1è, A3è, 3,2è, 3èze, Cèpe, `3è`"),
        ("1er 1re 1ers 2e XXe", "1er 1re 1ers 2e XXe"),
        ("1ème", "1ème"),
        ("même, ère, 3,2ème, A2ème", "même, ère, 3,2ème, A2ème"),
        ("1 erreur, 1 érection", "1 erreur, 1 érection"),
        ("`2ème`", "`2ème`"),
    ],
)
def test_french_ordinals(text, wanted):
    """Ordinals are shortened as in print; where the gender of a first is unknown, none is."""
    assert correct(text, french_ordinals(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"mot"', "« mot »"),
        ('l\'"innovation" et "agir ensemble".', "l'« innovation » et « agir ensemble »."),
        ('("mot")', "(« mot »)"),
        ('24" x 30"', '24" x 30"'),
        ('un "mot', 'un "mot'),
        ('"" " "', '"" " "'),
        ('"a\nb"', '"a\nb"'),
        ('`"a"`', '`"a"`'),
        ("l'eau", "l'eau"),
    ],
)
def test_straight_quotes(text, wanted):
    """Pairs around words become guillemets; inches, apostrophes and code do not."""
    assert correct(text, straight_quotes(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a  b   c", "a b c"),
        ("  a  b", "  a b"),
        ("a  \nb  ", "a  \nb  "),
        ("-   a  b", "-   a b"),
        ("1.  a  b", "1.  a b"),
        ("    a  b", "    a  b"),
        ("\ta  b", "\ta  b"),
        ("| a  | b  |", "| a  | b  |"),
        ("public  | privé", "public | privé"),
        ("```\na  b\n```", "```\na  b\n```"),
        ("`a  b`  c", "`a  b` c"),
        ("a\u00a0 b", "a\u00a0 b"),
    ],
)
def test_doubled_spaces(text, wanted):
    """Several spaces between words become one; layout, tables and code stay."""
    assert correct(text, doubled_spaces(text)) == wanted


@FOUND
@given(text=TEXTS)
def test_what_is_corrected_is_found_no_more(find, text):
    """A second look at a corrected text finds nothing."""
    assert find(correct(text, find(text))) == []


@FOUND
@given(text=TEXTS)
def test_code_and_addresses_are_kept(find, text):
    """Code between backticks and addresses on the web are the same before and after."""
    kept = re.compile(r"```.*?```|`[^`\n]+`|https?://[^\s`]+", re.DOTALL)
    assert kept.findall(correct(text, find(text))) == kept.findall(text)


@FOUND
@given(text=TEXTS)
def test_corrections_change_something_in_order(find, text):
    """Each changes the text within its bounds, and none overlaps the next."""
    found = find(text)
    ends = [0, *(item.end for item in found)]
    assert all(item.start >= end for item, end in zip(found, ends, strict=False))
    assert all(text[item.start : item.end] != item.replacement for item in found)


def test_corrections_are_applied_from_any_order():
    """The places of corrections are those of the text that they were found in."""
    corrections = [Correction(0, 1, "xyz"), Correction(2, 3, ""), Correction(1, 1, "-")]
    assert correct("abc", corrections) == "xyz-b"


def test_the_space_that_is_put_in_becomes_a_no_break_one():
    """What is corrected is typeset on publication."""
    text = "«Quoi?»"
    assert typeset(correct(text, french_spacing(text)), "fr") == "«\u00a0Quoi\u202f?\u00a0»"
