"""The plugin passes the tests that every plugin must pass."""

from __future__ import annotations

import re

import pytest

import partenariats as pa
from partenariats.diagnostics.rule import Rule
from partenariats.testing import ExporterConformance, ImporterConformance, check_plugin
from partenariats_ical.exporter import ICalExporter
from partenariats_ical.importer import ICalImporter
from partenariats_ical.rules import RULES

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME;LANGUAGE=fr:Rencontres d'été
X-WR-TIMEZONE:Europe/Paris
BEGIN:VEVENT
UID:eau@exemple.invalid
DTSTART;TZID=Europe/Paris:20220325T093000
DURATION:PT1H30M
RRULE:FREQ=DAILY;COUNT=2
SUMMARY:L'eau\\, source
  de vie
DESCRIPTION:Deux\\nlignes
LOCATION:Salle 1
GEO:46.3;-0.46
CATEGORIES:Eau,Air
COLOR:royalblue
ORGANIZER;CN="L'asso; la nôtre":mailto:asso@exemple.invalid
ATTENDEE;CN=Ada Exemple;ROLE=CHAIR:mailto:ada@exemple.invalid
BEGIN:VALARM
ACTION:DISPLAY
END:VALARM
END:VEVENT
END:VCALENDAR
""".encode()


def test_the_plugin_is_as_plugins_must_be():
    """Names, hooks, import time, imports and options are in order."""
    check_plugin("ical")


class TestICal(ExporterConformance):
    """Hold the standard tests of exporters for iCalendar."""

    exporter = ICalExporter


class TestICalImporter(ImporterConformance):
    """Hold the standard tests of importers for iCalendar."""

    importer = ICalImporter
    contents = (CALENDAR, CALENDAR.replace(b"\n", b"\r\n"))
    lookalikes = (
        b"BEGIN:VCARD\nFN:x\nEND:VCARD",
        b"SUMMARY:BEGIN:VCALENDAR",
        CALENDAR.replace(b"DAILY", b"SECONDLY"),
    )


def test_every_rule_can_be_explained():
    """The toolkit knows every rule of the importer, in the order of their codes."""
    known = {code: rule for code, rule in pa.Toolkit().rules.items() if code.startswith("ICS")}
    assert tuple(known.values()) == RULES
    assert list(known) == [f"ICS{number:03d}" for number in range(1, len(RULES) + 1)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_name_and_a_page(rule: type[Rule]):
    """Each is named after the plugin, and its page has the sections of rules without example."""
    headings = re.findall(r"^## (.*)$", rule.page(), re.MULTILINE)
    assert rule.name.startswith("ical-")
    assert headings == ["What it says", "Why it matters", "What to do"]


def test_the_command_line_imports_and_tells(run, tmp_path):
    """A calendar becomes an event file, and the report says where what was not carried over is."""
    (tmp_path / "programme.ics").write_bytes(CALENDAR)
    done = run("import", "programme.ics", "-o", "event.toml")
    assert done.returncode == 0
    assert "info[ICS008]: not carried over (1): alarms (`VALARM`)" in done.stderr
    assert "--> <calendar>:19:1\n   |\n19 | BEGIN:VALARM\n" in done.stderr
    assert run("explain", "ICS008").stdout.startswith("ICS008 (ical-not-carried), info")
    assert pa.load(tmp_path / "event.toml").event.id == "rencontres-d-ete"
