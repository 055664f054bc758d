"""One walk finds every text of an event."""

from __future__ import annotations

import attrs
from hypothesis import given, settings

import partenariats as pa
from partenariats.diagnostics.where import Where
from partenariats.model.event import Event
from partenariats.model.text import Text
from partenariats.model.timeline import Timeline
from partenariats.model.timeline.texts import Form, forms, texts
from partenariats.testing.strategies import events

FILE = """format = 1
[event]
id = "assises"
title = { fr = "Assises", en = "Conference" }
timezone = "Europe/Paris"
language = "fr"
city = "Niort"
contact = "a@example.org"
audiences = [{ id = "tous", title = "Tous" }]

[[organizations]]
id = "ville"
name = "Ville"
acronym = "V"
kind = "commune"
url = "https://example.org"

[[people]]
id = "anne"
name = "Anne"
honorific = "Mme"
positions = [{ title = "maire", organization = "ville" }]
biography = "Née ici."

[[venues]]
id = "salle"
name = "Salle"
address = "1 rue"

[[working_groups]]
id = "groupe"
theme = "theme"
deliverables = ["Un guide", { en = "A guide" }]

[[sessions]]
id = "keynote"
title = "Keynote"
language = "en"
credits = [{ person = "anne", as = "élue" }]
points = ["One", { text = { fr = "Deux" } }]

[[registration.questions]]
id = "regime"
text = "Quel régime ?"
purpose = { fr = "Les repas" }
choices = [{ id = "aucun", text = "Aucun" }]
"""


def found(event):
    """Say every form as path, language and text."""
    return {
        (".".join(map(str, form.at)), form.language, form.text)
        for form in forms(event, texts(event))
    }


def test_every_text_is_found_with_its_path_and_language():
    """Translations end with their tag, and a session's plain texts are in the language spoken."""
    assert found(pa.parse(FILE).event) == {
        ("event.title.en", "en", "Conference"),
        ("event.title.fr", "fr", "Assises"),
        ("event.city", "fr", "Niort"),
        ("event.audiences.0.title", "fr", "Tous"),
        ("organizations.0.name", "fr", "Ville"),
        ("organizations.0.acronym", "fr", "V"),
        ("organizations.0.kind", "fr", "commune"),
        ("people.0.name", "fr", "Anne"),
        ("people.0.honorific", "fr", "Mme"),
        ("people.0.positions.0.title", "fr", "maire"),
        ("people.0.biography", "fr", "Née ici."),
        ("venues.0.name", "fr", "Salle"),
        ("venues.0.address", "fr", "1 rue"),
        ("working_groups.0.deliverables.0", "fr", "Un guide"),
        ("working_groups.0.deliverables.1.en", "en", "A guide"),
        ("sessions.0.title", "en", "Keynote"),
        ("sessions.0.credits.0.as", "en", "élue"),
        ("sessions.0.points.0.text", "en", "One"),
        ("sessions.0.points.1.text.fr", "fr", "Deux"),
        ("registration.questions.0.text", "fr", "Quel régime ?"),
        ("registration.questions.0.purpose.fr", "fr", "Les repas"),
        ("registration.questions.0.choices.0.text", "fr", "Aucun"),
    }


def test_names_are_no_prose():
    """What names somebody or some place is told apart from sentences."""
    prose = {form.key for form in Timeline.of(pa.parse(FILE).event).forms if form.is_prose}
    assert prose == {"title", "kind", "biography", "deliverables", "as", "text", "purpose"}


def test_the_walk_is_made_once_for_a_timeline():
    """Rules that read the texts of one timeline are given the same ones."""
    timeline = Timeline.of(pa.parse(FILE).event)
    assert timeline.forms is timeline.forms
    assert timeline.texts is timeline.texts
    assert timeline.forms[0] == Form(("event", "title", "en"), "title", "en", "Conference")


def everything(thing):
    """Give every text within a thing, by looking into all that it holds."""
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from everything(item)
    elif attrs.has(type(thing)):
        for field in attrs.fields(type(thing)):
            yield from everything(getattr(thing, field.name))


@settings(max_examples=30)
@given(events())
def test_no_text_is_missed(event: Event):
    """The walk by types finds as many texts as a look into every corner."""
    walked = [text for _, _, text in texts(event) if isinstance(text, Text)]
    assert sorted(map(repr, walked)) == sorted(map(repr, everything(event)))


def test_every_path_leads_to_its_text():
    """The path of a text names the line on which it stands."""
    document = pa.parse(FILE, "event.toml")
    lines = FILE.splitlines()
    for form in forms(document.event, texts(document.event)):
        span = document.locator.span(Where(form.at))
        assert form.text in lines[span.line - 1]
