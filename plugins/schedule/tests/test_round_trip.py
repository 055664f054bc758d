"""What is published is valid, says the same in both formats, and can be read again."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from urllib.parse import urlsplit

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import partenariats as pa
from partenariats.model.programme import Programme
from partenariats.model.timeline import Timeline
from partenariats.testing import DIFFICULT, event_file, programmes, sample

NAMES = ("schedule", "schedule-json")
SAMPLES = [name for name in DIFFICULT if name != "no day"]
KEPT = """
[[people]]
id = "ada-exemple"
name = "Ada Exemple"
[[people]]
id = "ida-exemple"
name = "Ida Exemple"
[[venues]]
id = "site"
name = "Le site"
[[rooms]]
id = "salle-1"
name = "Salle 1"
[[themes]]
id = "l-eau"
title = "L'eau"
color = "#3366ff"
[[themes]]
id = "l-air"
title = "L'air"
[[days]]
id = "day-1"
date = 2022-03-25
start = "8:00"
end = "26:00"
[[days]]
id = "day-2"
date = 2022-03-26
start = "9:30"
end = "18:00"
[[sessions]]
id = "ouverture-du-congres"
day = "day-1"
kind = "opening"
title = "Ouverture : <i>enfin</i> & \\"tôt\\""
description = "Un.\\n\\nDeux &lt;"
start = "9:00"
end = "10:00"
room = "salle-1"
themes = ["l-eau"]
credits = [{ person = "ada-exemple" }, { person = "ida-exemple" }]
language = "en"
url = "https://exemple.invalid/a?b=c&d"
[[sessions]]
id = "bal"
day = "day-1"
kind = "report_back"
title = "Bal"
start = "25:00"
end = "26:00"
room = "salle-1"
[[sessions]]
id = "fin"
day = "day-2"
kind = "decision"
title = "Fin"
start = "10:00"
end = "12:00"
room = "salle-1"
"""


def exported(programme):
    """Write a programme in both formats."""
    return tuple(pa.export(programme, name)[0].content for name in NAMES)


def imported(contents):
    """Read both formats."""
    return tuple(
        pa.import_(content, name).event for content, name in zip(contents, NAMES, strict=True)
    )


def test_an_event_of_what_both_formats_hold_comes_back_whole():
    """Where nothing is in it that is declared as omitted, the event is equal to itself."""
    programme = event_file(KEPT).resolve()
    read = imported(exported(programme))
    kept = pa.parse(pa.write(programme.event)).event
    assert {event.id for event in read} == {"example"}
    for event in read:
        by_id = sorted(event.sessions, key=lambda session: session.id)
        assert by_id == sorted(kept.sessions, key=lambda session: session.id)
        assert (event.days, event.rooms, event.people) == (kept.days, kept.rooms, kept.people)
        assert (event.themes, event.title, event.url) == (kept.themes, kept.title, kept.url)


def test_what_stands_for_no_address_is_not_told():
    """Of a session without an address nothing is lost, so the report is silent about it."""
    content = exported(event_file(KEPT).resolve())[1]
    told = [str(found.headline) for found in pa.import_(content).report.diagnostics]
    assert content.count(b'"urn:uuid:') == 2
    assert [said for said in told if "`url`" in said] == []


def test_a_revision_comes_back():
    """The version says its number and its instant."""
    text = 'format = 1\n[event]\nid = "a"\ntitle = "A"\ntimezone = "UTC"\n'
    text += "revision = { number = 4, at = 2022-03-01T12:00:00+01:00 }\n"
    programme = pa.resolve(pa.parse(text + '[[days]]\nid = "d"\ndate = 2022-03-02\n'))
    read = imported(exported(programme))
    assert [event.revision for event in read] == [programme.event.revision] * 2
    assert [event.id for event in read] == ["a", "a"]


@pytest.mark.parametrize(
    "version",
    [
        "3",
        "x (2022-03-01T12:00:00+01:00)",
        "3 (2022-03-01T12:00:00)",
        "3 (2022-02-30T12:00:00+01:00)",
        "3 (2022-03-01T12:00:00+01:00:30)",
    ],
)
def test_a_version_that_says_no_revision_gives_none(version):
    """A number and an instant with its offset are wanted, and a date that exists."""
    raw = exported(event_file(KEPT).resolve())[0]
    other = raw.replace(b"<version>0<", f"<version>{version}<".encode())
    assert (raw != other, pa.import_(other).event.revision) == (True, None)


def test_long_ids_come_back_whole():
    """An id may have a hundred signs, of which the importer keeps eighty of others' names."""
    name = "a" * 50 + "-" + "b" * 49
    text = f'format = 1\n[event]\nid = "{name}"\ntitle = "A"\ntimezone = "UTC"\n'
    text += '[[days]]\nid = "d"\ndate = 2022-03-02\n'
    for end in ("x", "y"):
        text += f'[[sessions]]\nid = "{name[:-1]}{end}"\nday = "d"\ntitle = "A"\nstart = "9:00"\n'
    for event in imported(exported(pa.resolve(pa.parse(text)))):
        ids = {session.id for session in event.sessions}
        assert (event.id, ids) == (name, {name[:-1] + "x", name[:-1] + "y"})


def test_the_schedule_of_somebody_else_keeps_its_ways(content):
    """Only of ours are slugs taken apart, and texts taken for plain."""
    raw = content("schedule", {"slug": "rencontres2022-eau", "title": "<b>Eau</b>"})
    (session,) = pa.import_(raw).event.sessions
    assert (session.id, session.title.plain) == ("rencontres2022-eau", "Eau")
    ours = raw.replace(b"<schedule>", b'<schedule><generator name="partenariats"/>')
    (session,) = pa.import_(ours).event.sessions
    assert (session.id, session.title.plain) == ("eau", "<b>Eau</b>")


@pytest.fixture(scope="module")
def valid(corpus):
    """Hold both files to the schemas that are published, formats of JSON included."""
    schema = etree.XMLSchema(etree.parse(str(corpus / "schemas" / "schedule.xml.xsd")))
    formats = jsonschema.FormatChecker()
    formats.checks("date-time", ValueError)(datetime.fromisoformat)
    formats.checks("date", ValueError)(date.fromisoformat)
    formats.checks("uri", ValueError)(lambda url: urlsplit(url).scheme and url.isascii())
    published = json.loads((corpus / "schemas" / "schema.json").read_text())
    validator = jsonschema.Draft6Validator(published, format_checker=formats)

    def check(contents):
        schema.assertValid(etree.fromstring(contents[0]))
        validator.validate(json.loads(contents[1]))

    return check


@given(data=st.data())
@settings(max_examples=150)
def test_every_programme_is_valid_by_the_published_schemas(valid, data):
    """Whatever a programme holds, both files pass the schemas that real ones fail."""
    valid(exported(data.draw(programmes())))


@pytest.mark.parametrize("name", ["", *SAMPLES])
def test_difficult_events_are_valid_by_the_published_schemas(valid, name):
    """So do the events that make trouble."""
    valid(exported(sample(name)))


def test_the_niort_programme_is_valid_by_the_published_schemas(valid, niort):
    """So does the reference example."""
    valid(exported(pa.resolve(pa.load(niort))))


@pytest.mark.parametrize(
    "name", ["36c3.json", "fosdem_2024.xml", "debconf_2023.xml", "emf_2018.xml", "camp_2019.json"]
)
def test_a_real_schedule_is_written_validly(valid, corpus, name):
    """What was published against its schema is read, written by it, and read again."""
    programme = Programme.of(Timeline.of(pa.import_((corpus / name).read_bytes()).event))
    contents = exported(programme)
    valid(contents)
    xml, from_json = imported(contents)
    assert xml == from_json
    assert {session.id for session in xml.sessions} == {s.id for s in programme.sessions}


INSTANT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d"
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
EVENT = re.compile(
    rf'<event id="[1-9][0-9]*" guid="{UUID}"><room>[^<]*</room><title>[^<]*</title>'
    rf"<type>[a-z_]+</type><date>{INSTANT}</date><start>[0-2]\d:[0-5]\d</start>"
    r"<duration>\d\d:\d\d</duration><abstract>[^<]*</abstract>"
    r"<slug>[a-z0-9_]{4,}-[a-z0-9_-]{4,}</slug><track>[^<]*</track>"
    rf'<persons>(<person id="[1-9][0-9]*" guid="{UUID}">[^<]*</person>)*</persons>'
    r"<language>[^<]*</language>(<url>https?://[^<]*</url>)?</event>"
)
FILE = re.compile(
    r'<schedule><generator name="[^"]*"/><version>[^<]*</version><conference><title>[^<]*</title>'
    r"<acronym>[a-z0-9_]{4,}</acronym><start>\d{4}-\d\d-\d\d</start><end>\d{4}-\d\d-\d\d</end>"
    r"<days>\d+</days><timeslot_duration>\d\d:\d\d</timeslot_duration>(<url>https?://[^<]*</url>)?"
    r"<time_zone_name>[^<]*</time_zone_name>"
    r'(<track name="[^"]*"( color="#[0-9a-fA-F]{6}")? slug="[a-z][a-z0-9-]+"/>)*</conference>'
    rf'(<day index="\d+" date="\d{{4}}-\d\d-\d\d" start="{INSTANT}" end="{INSTANT}">'
    rf'(<room name="[^"]*" guid="{UUID}">E+</room>)*</day>)+</schedule>'
)
"""What the schema of schedule.xml wants, for where the schema itself is not to be had."""


@given(programmes())
def test_every_file_has_the_form_of_the_schema(programme):
    """Elements and attributes stand in order, each with a value of its form, each id once."""
    whole = exported(programme)[0].decode().partition("\n")[2]
    bare = re.sub(r">\n +<|>\n<|>\n$", lambda found: found[0].replace("\n", "").replace(" ", ""),
                  whole)  # fmt: skip
    events, count = EVENT.subn("E", bare)
    assert count == len(list(programme.sessions))
    assert FILE.fullmatch(events)
    for attribute in (r'<event id="(\d+)"', rf'<event id="\d+" guid="({UUID})"', "<slug>([^<]+)<"):
        assert len(set(re.findall(attribute, bare))) == count
