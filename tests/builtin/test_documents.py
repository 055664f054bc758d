"""The programme as Markdown and as plain text, also with hostile words in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import partenariats as pa
from partenariats.builtin.exporters.markdown import one_line

EVENT = """
[[people]]
id = "p"
name = "Camille Exemple"
positions = [{ title = "présidente" }]
[[venues]]
id = "v"
name = "Mairie"
city = "Niort"
[[rooms]]
id = "r"
name = "Salle 1"
[[days]]
id = "j"
date = 2022-06-01
title = "Le premier"
[[blocks]]
id = "m"
day = "j"
label = "Matinée"
title = "Séance"
venue = "v"
points = ["But : voir loin"]
[[sessions]]
id = "a"
block = "m"
kind = "group_work"
title = "Ateliers"
start = "9:00"
end = "10:30"
tentative = true
credits = [{ person = "p", role = "chair" }, { person = "p", role = "host", as = "maire" }]
[[sessions]]
id = "b"
block = "m"
title = { fr = "Débat", en = "Debate" }
start = "10:30"
room = "r"
points = ["Un", "Deux"]
[[workshops]]
id = "w"
number = 2
title = "L'eau"
within = "a"
"""


@pytest.fixture
def exported(event_file):
    """Export a text of an event with one exporter, in its language or another."""

    def export(text, name, language="fr"):
        programme = pa.resolve(event_file(text)).in_language(language)
        (artifact,) = pa.export(programme, name)
        return artifact.content.decode()

    return export


def test_markdown_says_everything(exported):
    """Days, blocks, hours, titles, people by role, places, agenda, workshops, in French."""
    assert exported(EVENT, "markdown").replace("\u00a0", "~").replace("\u202f", "~") == (
        "# Example\n\n"
        "**1er~juin 2022**\n\n"
        "## Mercredi 1er~juin 2022 – Le premier\n\n"
        "### Matinée~: Séance\n\n"
        "Mairie, Niort\n\n"
        "* But~: voir loin\n\n"
        "- **9~h~– 10~h~30** – Ateliers\n"
        "  - Présidence~: Camille Exemple (présidente)\n"
        "  - Accueil~: Camille Exemple (maire)\n"
        "  - à confirmer\n"
        "  - Atelier 2~: L'eau\n"
        "- **10~h~30** – Débat\n"
        "  - Salle 1, Mairie, Niort\n"
        "  - Un\n"
        "  - Deux\n"
    )


def test_text_says_the_same_in_another_language(exported):
    """Our words and what is translated come in English; the rest stays as it was written."""
    assert exported(EVENT, "text", "en").replace("\u00a0", "~") == (
        "EXAMPLE\n1~June 2022\n\n\n"
        "Wednesday 1~June 2022 – Le premier\n==================================\n\n"
        "Matinée: Séance\n---------------\n"
        "Mairie, Niort\n  - But : voir loin\n\n"
        "9:00–10:30  Ateliers\n"
        "            Chair: Camille Exemple (présidente)\n"
        "            Host: Camille Exemple (maire)\n"
        "            tentative\n"
        "            * Workshop 2: L'eau\n\n"
        "10:30       Debate\n"
        "            Salle 1, Mairie, Niort\n"
        "            - Un\n"
        "            - Deux\n"
    )


def test_text_fits_its_columns(exported, niort):
    """No line is wider than 78 columns, unless one word is."""
    (artifact,) = pa.export(pa.resolve(pa.load(niort)), "text")
    assert max(len(line) for line in artifact.content.decode().splitlines()) <= 78


PAYLOADS = [
    "<script>alert(1)</script>", "[a](javascript:alert(1))", "![x](y)", "# not a title", "1. one",
    "- item", "> quote", "```", "    code", "a\n\n# b", "a\n---", "***", "&lt;b&gt;", "a | b",
    "<!-- c -->", "\\<b>", "`x`", "_a_", "~~a~~", "+ a", "1) a", "= =", "a\n===", "http://a.invalid",
]  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_word_becomes_markup(exported, payload):
    """Whatever an organiser writes is read as it was written, and makes no markup of its own."""
    quoted = payload.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    text = EVENT.replace('"Ateliers"', f'"{quoted}"').replace('"But : voir loin"', f'"{quoted}"')
    html = MarkdownIt("commonmark").render(exported(text, "markdown"))
    clean = MarkdownIt("commonmark").render(exported(EVENT, "markdown"))
    tags = re.compile(r"</?([a-z0-9]+)")
    assert tags.findall(html) == tags.findall(clean)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40))
def test_a_line_of_markdown_reads_as_it_was_written(said):
    """Escaped words in a list item give one paragraph with just these words."""
    tokens = MarkdownIt("commonmark").parse(f"- {one_line(said)}")
    inline = [token for token in tokens if token.type == "inline"]
    text = "".join(child.content for token in inline for child in token.children)
    assert text == said.strip(" ").replace("\n", " ").strip() or not said.strip()


def test_text_lets_no_command_to_a_terminal_pass(event_file):
    """Escapes that a program put into an event do not reach a file for people."""
    from attrs import evolve

    from partenariats.model.programme import Programme
    from partenariats.model.text import Text
    from partenariats.model.timeline import Timeline

    event = evolve(event_file(EVENT).event, title=Text("a\x1b[31mb\x07"))
    (artifact,) = pa.export(Programme.of(Timeline.of(event)), "text")
    assert artifact.content.startswith(b"A[31MB\n")
