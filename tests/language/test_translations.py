"""Our sentences in French: all there, compiled, and with the same names in them."""

from __future__ import annotations

import ast
import io
import string
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import partenariats
from partenariats.language.gettext import interface_language, translate
from partenariats.language.message import Message

ROOT = Path(partenariats.__file__).parent
CATALOGUE = ROOT / "language" / "locales" / "fr" / "LC_MESSAGES" / "partenariats.po"
SAYING = {"say", "echo", "word", "translate"}


def sentences():
    """Find every sentence that the source says, by reading its calls."""
    for file in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = name or getattr(node.func, "id", "")
            owner = getattr(getattr(node.func, "value", None), "id", "")
            first = node.args[0]
            says = name in SAYING or (name, owner) == ("of", "Message") or name.endswith("Error")
            if says and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


# errors of programmers, which no organiser sees
PROGRAMMERS = {"not an Artifact: "}


def catalogue():
    """Read the catalogue that is edited by hand."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="fr")


def test_every_sentence_is_there_in_french():
    """No sentence that people read is English for a reader of French."""
    known = {message.id for message in catalogue() if message.string}
    missing = sorted({said for said in sentences() if said not in known} - PROGRAMMERS)
    assert missing == []


@pytest.mark.parametrize("message", [m for m in catalogue() if m.id], ids=lambda m: m.id[:40])
def test_a_translation_has_the_names_of_its_sentence(message):
    """What is filled in stands in both languages."""
    names = [{f for _, f, _, _ in string.Formatter().parse(text) if f}
             for text in (message.id, message.string)]  # fmt: skip
    assert names[0] == names[1]


def test_what_is_compiled_is_what_is_edited():
    """The `.mo` is fresh: run `pybabel compile -i partenariats.po -o partenariats.mo -l fr`."""
    compiled = read_mo(io.BytesIO(CATALOGUE.with_suffix(".mo").read_bytes()))
    edited = {m.id: m.string for m in catalogue() if m.id and m.string}
    assert {m.id: m.string for m in compiled if m.id} == edited


def test_a_message_is_said_in_the_language_of_its_reader():
    """Messages inside a message are translated with it."""
    message = Message.of(
        "expected {wanted}, found {found}",
        wanted=Message.of("a list"),
        found=Message.of("a number"),
    )
    assert message.say("fr") == "il faut une liste ; il y a un nombre"
    assert str(message) == "expected a list, found a number"


def test_what_is_unknown_is_said_in_english():
    """A sentence without a translation and a language without a catalogue stay English."""
    assert [translate("zzz", "fr"), translate("error", "de"), translate("", "fr")] == [
        "zzz",
        "error",
        "",
    ]


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("fr_FR.UTF-8", "fr"),
        ("fr@euro", "fr"),
        ("en_GB", "en"),
        ("de", "en"),
        ("", "en"),
    ],
)
def test_a_tag_leads_to_a_language_of_ours(tag, language):
    """Any French is French; what we do not speak is English."""
    assert interface_language(tag) == language
