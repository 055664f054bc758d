"""French typography is told where the typesetter cannot mend it."""

from __future__ import annotations

import pytest

from partenariats.model.text import Text
from partenariats.testing import event_file

CODES = ("TXT004", "TXT005", "TXT006")


def said(title, code, **session):
    """Say what is told of a session's title: where, headline and help."""
    keys = "".join(f'{key} = "{value}"\n' for key, value in session.items())
    fragment = f"[[sessions]]\nid = 'a'\ntitle = {title}\n{keys}"
    report = event_file(fragment).validate().report
    return [
        (str(found.where), str(found.headline), str(found.help))
        for found in report.diagnostics
        if found.code == code
    ]


@pytest.mark.parametrize(
    ("title", "code", "headline", "advice"),
    [
        ("'Et demain? Oui'", "TXT004", "a space is missing in `demain?`", "write `demain ?`"),
        (
            "'Quoi? «Oui»'",
            "TXT004",
            "a space is missing in `Quoi?`",
            "write `Quoi ?`, and likewise further on",
        ),
        (
            "'La 1 er édition'",
            "TXT005",
            "an ordinal number is not written as in French: `1 er`",
            "write `1er`",
        ),
        (
            """'Avec "Agir ensemble".'""",
            "TXT006",
            'straight quotes in a French text: `"Agir ensemble".`',
            "write `« Agir ensemble ».`",
        ),
        (
            """'"Agir", "Voir"'""",
            "TXT006",
            'straight quotes in a French text: `"Agir",`',
            "write `« Agir »,`, and likewise further on",
        ),
    ],
)
def test_the_first_words_to_correct_are_shown(title, code, headline, advice):
    """A text is told once, with its first words as they are and as they become."""
    assert said(title, code) == [("sessions[0].title", headline, advice)]


def test_long_words_are_cut():
    """What is shown of a text has sixty characters."""
    quoted = "mot " * 30 + "mot"
    ((_, headline, advice),) = said(f"""'"{quoted}"'""", "TXT006")
    assert headline == f'straight quotes in a French text: `"{quoted[:58]}…`'
    assert advice == f"write `« {quoted[:57]}…`"


@pytest.mark.parametrize("title", ["'Quoi ?'", "'« Oui »'", "'Il est 9:30'", '"L\'eau"', "'1er'"])
@pytest.mark.parametrize("code", CODES)
def test_what_the_typesetter_mends_is_not_told(title, code):
    """A plain space before a mark, a straight apostrophe and an hour are fine."""
    assert said(title, code) == []


FAULTS = {"TXT004": "Quoi?", "TXT005": "La 2ème", "TXT006": 'Un "mot"'}


@pytest.mark.parametrize("code", CODES)
def test_other_languages_are_left_alone(code):
    """A translation into English and a session held in English are not read as French."""
    fault = FAULTS[code]
    assert said(f"{{ fr = 'a', en = '{fault}' }}", code) == []
    assert said(f"'{fault}'", code, language="en") == []
    places = [where for where, _, _ in said(f"{{ fr = '{fault}', en = 'a' }}", code)]
    assert places == ["sessions[0].title.fr"]


def test_the_french_of_canada_has_fewer_spaces():
    """A mark right behind its word is right in Canada; the other rules hold there too."""
    assert said("{ fr-CA = 'Quoi?', en = 'What?' }", "TXT004") == []
    assert len(said("{ fr-BE = 'Quoi?', en = 'What?' }", "TXT004")) == 1
    assert len(said("{ fr-CA = 'La 2ème', en = 'The 2nd' }", "TXT005")) == 1


@pytest.mark.parametrize("code", CODES)
def test_names_are_no_prose(code):
    """A person, a venue and a city are called as they are called."""
    fault = FAULTS[code]
    fragment = f"[[people]]\nid = 'a'\nname = '{fault}'\n[[venues]]\nid = 'b'\nname = '{fault}'\n"
    assert event_file(fragment).validate().at(code) == []


@pytest.mark.parametrize("code", CODES)
def test_a_planted_fault_is_found_alone(plant, changed, code):
    """One title that is written otherwise gives one question."""
    assert plant(changed("sessions", "travail", title=Text(FAULTS[code]))) == [code]
