"""Languages that a text lacks, and texts that have only one."""

from __future__ import annotations

import attrs
import pytest

from partenariats.model.event import Output, Visibility
from partenariats.model.text import Text
from partenariats.testing import event_file

HEAD = """format = 1
[event]
id = "assises"
title = {title}
timezone = "Europe/Paris"
language = "fr"
languages = {languages}
"""
ENGLISH = '[[outputs]]\nuse = "markdown"\nlanguage = "en"\n'


def found(code, title, languages="[]", more=""):
    """Say what is told by a code: where, and the headline."""
    text = HEAD.format(title=title, languages=languages) + more
    report = event_file(text).validate().report.diagnostics
    return [(str(d.where), str(d.headline)) for d in report if d.code == code]


@pytest.mark.parametrize(
    ("title", "languages", "missing"),
    [
        ('{ fr = "A", en = "A" }', '["fr", "en"]', None),
        ('{ fr = "A" }', '["fr", "en"]', "`en`"),
        ('{ fr = "A" }', '["fr", "en", "de"]', "`en`, `de`"),
        ('{ fr = "A", en = " " }', '["fr", "en"]', "`en`"),
        ('{ fr = "A", en = "A" }', '["fr", "en-GB"]', None),
        ('{ fr = "A", en-GB = "A" }', '["fr", "en"]', "`en`"),
        ('{ en = "A" }', '["en"]', None),
        ('{ en = "A" }', "[]", "`fr`"),
        ('{ fr = "A" }', "[]", None),
        ('"A"', '["fr", "en"]', None),
        # tags have no case
        ('{ fr = "A", en = "A" }', '["FR", "EN"]', None),
        ('{ FR = "A", en-GB = "A" }', '["fr", "en-gb"]', None),
        ('{ fr = "A" }', '["fr", "EN", "en"]', "`EN`"),
    ],
)
def test_a_translated_text_has_every_language(title, languages, missing):
    """A text given per language is told once, with every tag that it lacks."""
    told = [("event.title", f"the translation into {missing} is missing")] if missing else []
    assert found("TXT002", title, languages) == told


def test_an_output_asks_for_its_language():
    """Where the event says no languages, those of its outputs and its own are wanted."""
    told = [("event.title", "the translation into `en` is missing")]
    assert found("TXT002", '{ fr = "A" }', more=ENGLISH) == told
    assert found("TXT002", '{ fr = "A" }', '["fr"]', more=ENGLISH) == []


@pytest.mark.parametrize(
    ("title", "languages", "more", "told"),
    [
        ('"A"', "[]", "", None),
        ('"A"', '["fr"]', "", None),
        ('"A"', '["fr-CA"]', "", None),
        ('"A"', '["FR-ca"]', "", None),
        ('"A"', '["fr", "en"]', "", ("event.languages", "one text is in `fr` only")),
        ('"A"', '["en"]', "", ("event.languages", "one text is in `fr` only")),
        ('{ fr = "A", en = "A" }', '["fr", "en"]', "", None),
        ('"A"', "[]", ENGLISH, ("outputs[0].language", "one text is in `fr` only")),
        (
            '"A"',
            '["fr", "en"]',
            "[[themes]]\nid = 'a'\ntitle = 'A'\ndescription = 'B'\n",
            ("event.languages", "3 texts are in `fr` only"),
        ),
        (
            '{ fr = "A", en = "A" }',
            '["fr", "en"]',
            "[[people]]\nid = 'a'\nname = 'A'\n[[rooms]]\nid = 'a'\nname = 'A'\n",
            None,
        ),
        # a session held in English is called as it is called
        (
            '{ fr = "A", en = "A" }',
            '["fr", "en"]',
            "[[sessions]]\nid = 'a'\ntitle = 'A'\nlanguage = 'en'\npoints = [{ text = 'B' }]\n",
            None,
        ),
        (
            '{ fr = "A", en = "A" }',
            '["fr", "en"]',
            "[[sessions]]\nid = 'a'\ntitle = 'A'\n[[workshops]]\nid = 'b'\nlanguage = 'en'\n",
            ("event.languages", "one text is in `fr` only"),
        ),
    ],
)
def test_plain_texts_are_counted_once_for_the_event(title, languages, more, told):
    """Texts in one language are told where several are published; names do not count."""
    assert found("TXT003", title, languages, more) == ([told] if told else [])


def test_the_help_shows_how_a_text_is_given_per_language():
    """The help names the event's language and the other one."""
    text = HEAD.format(title='"A"', languages='["fr", "en"]')
    (told,) = [d for d in event_file(text).validate().report.diagnostics if d.code == "TXT003"]
    assert str(told.help) == 'write them as `{ fr = "…", en = "…" }`'


def test_planted_faults_are_found_alone(plant, changed):
    """One text without the event's language is a warning, an output in English a question."""
    lacking = Text.in_languages({"en": "Group work"})
    assert plant(changed("sessions", "travail", title=lacking)) == ["TXT002"]
    output = Output(use="json", language="en", visibility=Visibility.STAFF)
    assert plant(lambda event: attrs.evolve(event, outputs=(output,))) == ["TXT003"]
