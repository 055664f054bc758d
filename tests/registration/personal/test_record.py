"""The record, the notice and the consents say what is declared, in two languages, and no more."""

from __future__ import annotations

import attrs
import pytest

from partenariats.model.registration.settings import RegistrationSettings
from partenariats.registration.personal.record import documents

TABLES = {
    "en": """
| name | Badges | needed to take part: contract (article 6.1.b) | The hotel | 21 March 2031 |
| e-mail | Écrire | needed to take part: contract (article 6.1.b) | ORGANISER | 20 April 2030 |
| organization | not declared | not declared | ORGANISER | not declared |
| audience | not declared | not declared | ORGANISER | 20 May 2030 |
| wishes and working groups | not declared | not declared | ORGANISER | not declared |
| Régime | Repas | consent (article 6.1.a); sensitive (article 9) | The hotel | 28 March 2030 |
| Nuit ? | not declared | not declared | The hotel | not declared |
""".replace("ORGANISER", "the organiser alone"),
    "fr": """
| nom | Les badges | CONTRAT | L'hôtel | 21 mars 2031 |
| courriel | Écrire | CONTRAT | l'organisateur seul | 20 avril 2030 |
| organisme | non déclaré | non déclaré | l'organisateur seul | non déclaré |
| public | non déclaré | non déclaré | l'organisateur seul | 20 mai 2030 |
| vœux et groupes de travail | non déclaré | non déclaré | l'organisateur seul | non déclaré |
| Régime | Repas | consentement (article 6.1.a) ; sensible (article 9) | L'hôtel | 28 mars 2030 |
| Nuit ? | non déclaré | non déclaré | L'hôtel | non déclaré |
""".replace("CONTRAT", "nécessaire pour participer : contrat (article 6.1.b)"),
}


def plain(text):
    """Give a text with ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_field_stands_with_what_is_declared(at, language):
    """The record and the notice hold the same table; what is missing is said to be so."""
    made = documents(at.programme.event, language)
    assert list(made) == [f"{name}-{language}.md" for name in ("record", "notice", "consents")]
    for name in ("record", "notice"):
        lines = plain(made[f"{name}-{language}.md"]).splitlines()
        table = [line for line in lines if line.startswith("| ")]
        assert table[2:] == TABLES[language].split("\n")[1:-1]
        assert all(line.count(" | ") == 4 for line in table[1:])
    assert documents(at.programme.event, language) == made


def test_who_is_responsible_stands_in_both(at):
    """What the organiser wrote is taken for text; what they did not is not invented."""
    made = documents(at.programme.event, "en")
    for name in ("record-en.md", "notice-en.md"):
        for line in (
            "- **Controller** – Le \\| syndicat",
            "- **Address** – not declared",
            "- **Contact** – rgpd@example.org",
            "- **Data protection officer** – not declared",
        ):
            assert line in made[name].splitlines()
    assert "These must be answered too: Nuit ?" in made["notice-en.md"].splitlines()
    assert "- **The hotel** – Chambres" in made["record-en.md"].splitlines()


def test_consents_stand_in_the_words_that_are_shown(at):
    """Each has its box, which is empty."""
    found = documents(at.programme.event, "en")["consents-en.md"].splitlines()
    assert found[-5:] == ["## annuaire", "", "☐ I agree to be in it.", "", "Purpose: L'annuaire"]
    assert "☐ Je veux bien y figurer." in documents(at.programme.event, "fr")["consents-fr.md"]


def test_nothing_declared_is_nothing_invented(at):
    """An event that declares nothing gets documents that say so."""
    bare = attrs.evolve(at.programme.event, registration=RegistrationSettings(), days=())
    made = documents(bare, "en")
    table = [line for line in made["record-en.md"].splitlines() if line.startswith("| ")][2:]
    assert [line.count("not declared") for line in table] == [3] * 5
    assert "- **Dates** – not declared" in made["record-en.md"].splitlines()
    assert "No consent is asked for." in made["consents-en.md"].splitlines()
