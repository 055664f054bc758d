"""The plugin passes the tests that every plugin must pass."""

from __future__ import annotations

import re

import pytest

import partenariats as pa
from partenariats.diagnostics.rule import Rule
from partenariats.testing import ImporterConformance, check_plugin
from partenariats_programme_text.importer import ProgrammeTextImporter
from partenariats_programme_text.rules import RULES

MARKDOWN = """# Journée d'étude de l'eau

Samedi 14 mai 2022

**9 h 30** : Ouverture par Mme Ada EXEMPLE, présidente de l'association Onde

**10 h** : Table ronde (salle 3)
- La source
- Le fleuve
""".encode()
HTML = b"""<h1>Water day</h1><p>Saturday 14 May 2022</p><table><tr><th>Time</th><th>Title</th></tr>
<tr><td>9:30 am</td><td>Welcome</td></tr><tr><td>10 am</td><td>Talk</td></tr></table>"""


def test_the_plugin_is_as_plugins_must_be():
    """Names, hooks, import time, imports and options are in order."""
    check_plugin("programme-text")


class TestProgrammeText(ImporterConformance):
    """Hold the standard tests of importers."""

    importer = ProgrammeTextImporter
    contents = (
        MARKDOWN,
        HTML,
        MARKDOWN.decode().encode("utf-16"),
        MARKDOWN.decode().encode("cp1252"),
    )
    lookalikes = (
        b"A letter. The office is open until 6 pm, and closed on Monday.",
        b'format = 1\n\n[event]\nid = "x"\n',
        b"<?xml version='1.0'?><schedule/>",
        b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        b'{"start": "9:30"}',
        b"date;debut;titre\n2022-05-14;9:30;Ouverture\n",
    )


def test_every_rule_can_be_explained():
    """The toolkit knows every rule of the importer, in the order of their codes."""
    known = {code: rule for code, rule in pa.Toolkit().rules.items() if code.startswith("PTX")}
    assert tuple(known.values()) == RULES
    assert list(known) == [f"PTX{number:03d}" for number in range(1, len(RULES) + 1)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_name_and_a_page(rule: type[Rule]):
    """Each is named after the plugin, and its page has the sections of rules without example."""
    headings = re.findall(r"^## (.*)$", rule.page(), re.MULTILINE)
    assert rule.name.startswith("programme-text-")
    assert headings == ["What it says", "Why it matters", "What to do"]
