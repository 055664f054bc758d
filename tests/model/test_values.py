"""Texts, free tables and ids."""

from __future__ import annotations

from datetime import date

import pytest

from partenariats.model.ids import is_slug
from partenariats.model.table import Table, freeze
from partenariats.model.text import Text


def test_a_plain_text_is_the_same_in_every_language():
    """A text in the event's language is said as it is, whatever is asked for."""
    assert [Text("Bonjour").say(tag) for tag in ("fr", "en", "")] == ["Bonjour"] * 3


def test_a_translated_text_falls_back_in_order():
    """The language asked for comes first, then its primary subtag, the event's, the first."""
    text = Text.in_languages({"fr": "Bonjour", "en": "Hello", "de": "Guten Tag"})
    said = [text.say("en"), text.say("fr-CA"), text.say("it", "fr"), text.say("it")]
    assert said == ["Hello", "Bonjour", "Bonjour", "Guten Tag"]
    assert text.languages == ("de", "en", "fr")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("zh-Hant-TW", "de"), "你好"),
        (("it", "zh-Hant-TW"), "你好"),
        (("it-CH", "de-CH"), "Hallo"),
        (("it", "de"), "Hallo"),
        (("", ""), "Hallo"),
    ],
)
def test_a_tag_falls_back_on_its_primary_subtag(asked, said):
    """Of a long tag the whole is looked for, then its first part."""
    assert Text.in_languages({"zh": "你好", "de": "Hallo"}).say(*asked) == said


def test_an_event_says_its_texts_in_its_own_language(event_file):
    """Another language is asked for by name; no text is nothing."""
    event = event_file('[[days]]\nid = "j"\ndate = 2022-03-24\n').event
    text = Text.in_languages({"de": "Hallo", "en": "Hello", "fr": "Bonjour"})
    said = [event.say(text), event.say(text, "en"), event.say(text, "it"), event.say(None)]
    assert said == ["Bonjour", "Hello", "Bonjour", ""]


def test_a_table_shows_what_is_in_it():
    """A table looks like the dictionary that it was made of."""
    assert repr(Table.of({"a": [1]})) == "Table({'a': (1,)})"


def test_a_text_is_plain_or_translated():
    """A programmer cannot make a text that is both."""
    with pytest.raises(ValueError, match=r"^a Text is either plain or translated, not both$"):
        Text("Bonjour", (("en", "Hello"),))


def test_a_table_is_a_mapping_that_can_be_compared_and_hashed():
    """Options keep their values and order, and two equal tables are one in a set."""
    table = Table.of({"b": [1, {"x": "y"}], "a": date(2022, 3, 25)})
    assert dict(table) == {"b": (1, Table.of({"x": "y"})), "a": date(2022, 3, 25)}
    assert list(table) == ["b", "a"]
    assert len({table, Table.of({"b": [1, {"x": "y"}], "a": date(2022, 3, 25)})}) == 1
    with pytest.raises(KeyError, match=r"^'c'$"):
        table["c"]


def test_a_table_takes_only_what_toml_can_say():
    """A value that no file could hold is refused when the table is made."""
    with pytest.raises(TypeError, match=r"^not a TOML value: set$"):
        freeze({1})


@pytest.mark.parametrize("slug", ["a", "atelier-1", "2022", "x" * 100])
def test_slugs(slug):
    """Lower-case letters, digits and single hyphens between them make an id."""
    assert is_slug(slug)


@pytest.mark.parametrize(
    "other", ["", "A", "é", "a_b", "-a", "a-", "a--b", "a b", "a\n", "x" * 101]
)
def test_not_slugs(other):
    """Anything else does not."""
    assert not is_slug(other)
