"""The plugin passes the tests that every plugin must pass."""

from __future__ import annotations

import re

import pytest

import partenariats as pa
from partenariats.diagnostics.rule import Rule
from partenariats.interfaces.exporter import ExportError
from partenariats.testing import (
    DIFFICULT,
    ExporterConformance,
    ImporterConformance,
    check_plugin,
    sample,
)
from partenariats_schedule.exporter import ScheduleExporter, ScheduleJsonExporter
from partenariats_schedule.importer import ScheduleImporter, ScheduleJsonImporter
from partenariats_schedule.rules import RULES

XML = """<?xml version="1.0" encoding="utf-8"?>
<!-- a comment -->
<schedule>
  <generator name="example" version="1"/>
  <version>1.0</version>
  <conference>
    <title>Rencontres d'été</title><acronym>rencontres2022</acronym>
    <time_zone_name>Europe/Paris</time_zone_name><city>Niort</city><venue>Hôtel de Ville</venue>
    <track name="Eau" color="#3366FF"/>
  </conference>
  <day index="1" date="2022-03-25"
    start="2022-03-25T09:00:00+01:00" end="2022-03-26T04:00:00+01:00">
    <room name="Salle 1" guid="x">
      <event id="11" guid="6a32cb72-a69d-423c-91b5-60d88eb8e6c7">
        <date>2022-03-25T09:30:00+01:00</date><start>09:30</start><duration>01:00</duration>
        <room>Salle 1</room><slug>rencontres2022-11-l_eau</slug><title>L'eau</title>
        <subtitle>Source de vie</subtitle><track>Eau</track><type>lecture</type>
        <language>fr</language><abstract>&lt;p&gt;Un &lt;b&gt;résumé&lt;/b&gt;.&lt;/p&gt;</abstract>
        <persons><person id="7">Ada Exemple</person></persons>
        <links><link href="https://exemple.invalid">voir</link></links>
        <recording><license>CC0</license><optout>false</optout></recording>
      </event>
    </room>
  </day>
</schedule>
""".encode()
JSON = b"""{"schedule": {"version": "1", "base_url": "https://exemple.invalid/", "conference": {
"acronym": "rencontres2022", "title": "Rencontres", "time_zone_name": "Europe/Paris",
"rooms": [{"name": "Salle 1", "capacity": 40}], "tracks": [{"name": "Eau", "color": "#3366ff"}],
"days": [{"index": 1, "date": "2022-03-25", "day_start": "2022-03-25T09:00:00+01:00",
"day_end": "2022-03-26T04:00:00+01:00", "rooms": {"Salle 1": [{"id": 11, "guid": "x",
"date": "2022-03-25T09:30:00+01:00", "start": "09:30", "duration": "01:00", "room": "Salle 1",
"slug": "rencontres2022-11-l_eau", "title": "L'eau", "track": "Eau", "type": "lecture",
"language": "fr", "persons": [{"id": 7, "public_name": "Ada Exemple"}], "do_not_record": true,
"links": [{"url": "https://exemple.invalid", "title": "voir"}]}]}}]}}}"""

OURS = tuple(pa.export(sample(), name)[0].content for name in ("schedule", "schedule-json"))
"""An ordinary event as this plugin writes it."""


def test_the_plugin_is_as_plugins_must_be():
    """Names, hooks, import time, imports and options are in order."""
    check_plugin("schedule")


class TestSchedule(ImporterConformance):
    """Hold the standard tests of importers for schedule.xml."""

    importer = ScheduleImporter
    contents = (XML, OURS[0])
    lookalikes = (
        b"<feed xmlns='http://www.w3.org/2005/Atom'><title>schedule</title></feed>",
        b"<schedule><conference><title>x</title></conference></schedule>",
        b"<schedule><day/></schedule>",
        XML[:-20],
    )


class TestScheduleJson(ImporterConformance):
    """Hold the standard tests of importers for schedule.json."""

    importer = ScheduleJsonImporter
    contents = (JSON, OURS[1])
    lookalikes = (
        b'{"schedule": {"2022-03-25": {"540": {}}}, "rooms": [], "extra": {}}',
        b'{"schedule": {"conference": {"days": {}}}}',
        b'{"schedule": {"conference": {"days": []}, "rooms": []}}',
        b'[{"id": 1, "start_date": "2022-03-25 09:30:00", "venue": "Salle 1"}]',
    )


class ScheduleExporterConformance(ExporterConformance):
    """Hold what the standard tests of exporters mean where a schema wants a day."""

    @pytest.mark.parametrize("name", [name for name in DIFFICULT if name != "no day"])
    def test_it_takes_difficult_events(self, name: str) -> None:
        """The schema of schedule.xml wants a day, so an event without one is refused by name."""
        for artifact in self.export(sample(name)):
            artifact.content.decode()

    def test_an_event_without_a_day_is_refused(self) -> None:
        """What the schema cannot hold is told, not written."""
        with pytest.raises(ExportError, match="`example` has no day"):
            self.export(sample("no day"))


class TestScheduleExporter(ScheduleExporterConformance):
    """Hold the standard tests of exporters for schedule.xml."""

    exporter = ScheduleExporter


class TestScheduleJsonExporter(ScheduleExporterConformance):
    """Hold the standard tests of exporters for schedule.json."""

    exporter = ScheduleJsonExporter


def test_every_rule_can_be_explained():
    """The toolkit knows every rule of the importers, in the order of their codes."""
    known = {code: rule for code, rule in pa.Toolkit().rules.items() if code.startswith("SCH")}
    assert tuple(known.values()) == RULES
    assert list(known) == [f"SCH{number:03d}" for number in range(1, len(RULES) + 1)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_name_and_a_page(rule: type[Rule]):
    """Each is named after the plugin, and its page has the sections of rules without example."""
    headings = re.findall(r"^## (.*)$", rule.page(), re.MULTILINE)
    assert rule.name.startswith("schedule-")
    assert headings == ["What it says", "Why it matters", "What to do"]


def test_the_command_line_imports_and_tells(run, tmp_path):
    """A schedule becomes an event file, and the report says what was not carried over."""
    (tmp_path / "schedule.xml").write_bytes(XML)
    done = run("import", "schedule.xml", "-o", "event.toml")
    assert (done.returncode, "info[SCH006]: not carried over" in done.stderr) == (0, True)
    assert run("explain", "SCH006").stdout.startswith("SCH006 (schedule-not-carried), info")
    assert pa.load(tmp_path / "event.toml").event.id == "rencontres2022"
