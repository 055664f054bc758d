"""What becomes of each thing in schedule.xml and schedule.json, and who can read them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

import partenariats as pa
from partenariats.interfaces.exporter import ExportError
from partenariats.model.event import Event
from partenariats.model.ids import EventId, SessionId
from partenariats.model.programme import Programme
from partenariats.model.text import Text
from partenariats.model.timeline import Timeline

HEAD = """
format = 1
[event]
id = "rencontre"
title = "Rencontre d'été"
language = "fr"
timezone = "Europe/Paris"
url = "https://exemple.invalid/été"
[event.revision]
number = 3
at = 2022-03-01T12:00:00+01:00
[[organizations]]
id = "asso"
name = "L'association"
[[people]]
id = "p"
honorific = "Mme"
name = "Camille Exemple"
[[venues]]
id = "v"
name = "Salle des fêtes"
[[rooms]]
id = "r"
name = "Salle 1"
venue = "v"
[[themes]]
id = "t"
title = "Eau & air"
color = "#3366ff"
[[themes]]
id = "feu"
title = "Feu"
[[days]]
id = "j"
date = 2022-03-26
start = "8:00"
end = "25:00"
"""
SESSION = """
[[sessions]]
id = "debat"
day = "j"
kind = "discussion"
title = "Débat : l'eau"
description = "Deux lignes.\\nEt <demie>."
start = "14:00"
end = "15:30"
room = "r"
themes = ["t", "feu"]
url = "https://exemple.invalid/debat"
credits = [
  { person = "p", role = "chair" },
  { person = "p", role = "speaker" },
  { organization = "asso", role = "host" },
]
"""
XML = """<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <generator name="partenariats"/>
  <version>3 (2022-03-01T12:00:00+01:00)</version>
  <conference>
    <title>Rencontre d'été</title>
    <acronym>rencontre</acronym>
    <start>2022-03-26</start>
    <end>2022-03-26</end>
    <days>1</days>
    <timeslot_duration>00:30</timeslot_duration>
    <url>https://exemple.invalid/%C3%A9t%C3%A9</url>
    <time_zone_name>Europe/Paris</time_zone_name>
    <track name="Eau &amp; air" color="#3366ff" slug="track-t"/>
    <track name="Feu" slug="feu"/>
  </conference>
  <day index="1" date="2022-03-26" $EDGES>
    <room name="Salle 1" guid="$ROOM">
      <event id="$ID" guid="$GUID">
        <room>Salle 1</room>
        <title>Débat : l'eau</title>
        <type>discussion</type>
        <date>2022-03-26T14:00:00+01:00</date>
        <start>14:00</start>
        <duration>01:30</duration>
        <abstract>Deux lignes.
Et &lt;demie&gt;.</abstract>
        <slug>rencontre-debat</slug>
        <track>Eau &amp; air</track>
        <persons><person id="$P_ID" guid="$P_GUID">Camille Exemple</person></persons>
        <language>fr</language>
        <url>https://exemple.invalid/debat</url>
      </event>
    </room>
  </day>
</schedule>
"""


@pytest.fixture
def talks(published):
    """Write an event in both formats; give what schedule.json says of each session."""

    def write(text):
        days = json.loads(published(text)[1])["schedule"]["conference"]["days"]
        return [talk for day in days for room in day["rooms"].values() for talk in room]

    return write


def session(name, **more):
    """Write one session of the day."""
    keys = {"start": '"9:00"', **more}
    said = "".join(f"{key} = {value}\n" for key, value in keys.items())
    return f'[[sessions]]\nid = "{name}"\nday = "j"\ntitle = "{name}"\n{said}'


def test_schedule_xml_is_written_line_by_line(published):
    """A session with everything that the format holds, and what is around it."""
    made = published(HEAD + SESSION)[0].decode()
    said = {
        "$ROOM": "7204964a-0b8c-5969-a0ed-5f2ca39187b6",
        "$GUID": "2d490e89-4ee9-5915-93fe-c62a0b13f26a",
        "$P_GUID": "1ea6656a-a47c-5dea-a616-aa12cbd9e24a",
        "$ID": "759762569",
        "$EDGES": 'start="2022-03-26T08:00:00+01:00" end="2022-03-27T01:00:00+01:00"',
        "$P_ID": "514221418",
    }
    wanted = XML
    for sign, value in said.items():
        wanted = wanted.replace(sign, value)
    assert made.splitlines() == wanted.splitlines()


def test_schedule_json_is_written_key_by_key(published):
    """It says what schedule.xml says, under its own names."""
    made = json.loads(published(HEAD + SESSION)[1])
    conference = made["schedule"]["conference"]
    (day,) = conference.pop("days")
    ((talk,),) = day.pop("rooms").values()
    assert (made["generator"], made["schedule"]["version"]) == (
        {"name": "partenariats"},
        "3 (2022-03-01T12:00:00+01:00)",
    )
    assert conference == {
        "acronym": "rencontre",
        "title": "Rencontre d'été",
        "start": "2022-03-26",
        "end": "2022-03-26",
        "daysCount": 1,
        "timeslot_duration": "00:30",
        "time_zone_name": "Europe/Paris",
        "url": "https://exemple.invalid/%C3%A9t%C3%A9",
        "tracks": [
            {"name": "Eau & air", "slug": "track-t", "color": "#3366ff"},
            {"name": "Feu", "slug": "feu"},
        ],
        "rooms": [{"name": "Salle 1", "guid": "7204964a-0b8c-5969-a0ed-5f2ca39187b6"}],
    }
    assert day == {
        "index": 1,
        "date": "2022-03-26",
        "day_start": "2022-03-26T08:00:00+01:00",
        "day_end": "2022-03-27T01:00:00+01:00",
    }
    assert talk == {
        "id": 759762569,
        "guid": "2d490e89-4ee9-5915-93fe-c62a0b13f26a",
        "date": "2022-03-26T14:00:00+01:00",
        "start": "14:00",
        "duration": "01:30",
        "room": "Salle 1",
        "slug": "rencontre-debat",
        "url": "https://exemple.invalid/debat",
        "title": "Débat : l'eau",
        "subtitle": None,
        "track": "Eau & air",
        "type": "discussion",
        "language": "fr",
        "abstract": "Deux lignes.\nEt <demie>.",
        "persons": [
            {
                "id": 514221418,
                "guid": "1ea6656a-a47c-5dea-a616-aa12cbd9e24a",
                "name": "Camille Exemple",
            }
        ],
        "links": [],
    }


def test_a_session_without_an_address_says_so_in_json(talks):
    """The schema of schedule.json wants an address: one that leads nowhere is its own UUID."""
    (talk,) = talks(HEAD + session("debat"))
    assert talk["url"] == "urn:uuid:2d490e89-4ee9-5915-93fe-c62a0b13f26a"


def test_every_kind_has_a_type_and_breaks_are_kept(talks):
    """Breaks and meals are sessions as others, and a presentation is called a talk."""
    kinds = ("break", "meal", "presentation", "report_back", "other")
    made = talks(
        HEAD + "".join(session(kind.replace("_", "-"), kind=f'"{kind}"') for kind in kinds)
    )
    assert [talk["type"] for talk in made] == ["break", "meal", "talk", "report_back", "other"]


def test_a_workshop_stands_beside_its_session(talks):
    """It has a title with its number, the type `workshop`, and the times it takes over."""
    work = session("travail", kind='"group_work"', end='"10:00"')
    made = talks(HEAD + work + '[[workshops]]\nid = "w"\nnumber = 2\nwithin = "travail"\n')
    said = [(talk["title"], talk["type"], talk["date"], talk["duration"]) for talk in made]
    assert said == [
        ("travail", "group_work", "2022-03-26T09:00:00+01:00", "01:00"),
        ("Atelier 2", "workshop", "2022-03-26T09:00:00+01:00", "01:00"),
    ]


def test_an_open_end_is_a_length_of_nothing(talks):
    """Both schemas want a length, and nobody knows another."""
    (talk,) = talks(HEAD + session("debat"))
    assert talk["duration"] == "00:00"


def test_a_length_is_elapsed_time(talks):
    """From 25:00 to 28:00 in the night of the spring change two hours go by."""
    (talk,) = talks(HEAD + session("bal", start='"25:00"', end='"28:00"'))
    assert (talk["date"], talk["start"], talk["duration"]) == (
        "2022-03-27T01:00:00+01:00",
        "01:00",
        "02:00",
    )


def test_the_second_of_two_equal_hours_has_its_own_offset(talks):
    """In an autumn night the offset tells the two apart, and the length is right."""
    head = HEAD.replace("2022-03-26", "2022-10-29")
    made = talks(
        head
        + session("a", start='"26:30+02:00"', end='"26:30+01:00"')
        + session("b", start='"26:30+01:00"', end='"27:00"')
    )
    assert [(talk["date"], talk["duration"]) for talk in made] == [
        ("2022-10-30T02:30:00+02:00", "01:00"),
        ("2022-10-30T02:30:00+01:00", "00:30"),
    ]


HOURS = 'start = "8:00"\nend = "25:00"\n'


@pytest.mark.parametrize(
    ("sessions", "start", "end"),
    [
        ([("9:00", "10:00")], "26T04:00:00+01:00", "27T04:00:00+02:00"),
        ([("3:30", "10:00")], "26T03:30:00+01:00", "27T04:00:00+02:00"),
        ([("22:00", "29:30")], "26T04:00:00+01:00", "27T05:30:00+02:00"),
        ([("22:00", "29:30"), ("30:00", None)], "26T04:00:00+01:00", "27T06:00:00+02:00"),
        ([], "26T04:00:00+01:00", "27T04:00:00+02:00"),
    ],
)
def test_a_day_holds_all_its_sessions(published, sessions, start, end):
    """Without hours of its own it lasts from four to four by the wall, or wider where it must."""
    text = HEAD.replace(HOURS, "")
    for number, (first, last) in enumerate(sessions):
        more = {"end": f'"{last}"'} if last else {}
        text += session(f"s-{number}", start=f'"{first}"', **more)
    (day,) = json.loads(published(text)[1])["schedule"]["conference"]["days"]
    assert (day["day_start"], day["day_end"]) == (f"2022-03-{start}", f"2022-03-{end}")


def test_where_no_room_is_known_the_venue_is_one(talks):
    """Without a venue too the room has no name; rooms of one name bear that of their venue."""
    rooms = {"r2": "Salle 1", "r3": "Haut", "r4": "Haut"}
    head = HEAD + "".join(
        f'[[rooms]]\nid = "{room}"\nname = "{name}"\n' for room, name in rooms.items()
    )
    made = talks(
        head
        + session("a", room='"r"')
        + session("b", room='"r2"')
        + session("c", room='"r3"')
        + session("d", venue='"v"')
        + session("e")
        + session("f", room='"r4"')
    )
    assert [(talk["title"], talk["room"]) for talk in made] == [
        ("a", "Salle 1 (Salle des fêtes)"),
        ("b", "Salle 1"),
        ("c", "Haut"),
        ("f", "Haut (r4)"),
        ("d", "Salle des fêtes"),
        ("e", ""),
    ]


def test_a_theme_without_a_title_is_no_track(published):
    """There is nothing by which its sessions could name it."""
    programme = pa.resolve(pa.parse(HEAD + SESSION))
    themes = [evolve(theme, title=Text(" ")) for theme in programme.event.themes]
    programme = Programme.of(Timeline.of(evolve(programme.event, themes=tuple(themes))))
    made = json.loads(published(programme)[1])["schedule"]["conference"]
    ((talk,),) = made["days"][0]["rooms"].values()
    assert (made["tracks"], talk["track"]) == ([], None)


def test_texts_are_those_of_the_language_asked_for(talks, published):
    """An event in two languages is said in one; what is spoken stays what it is."""
    text = HEAD.replace('"Rencontre d\'été"', '{ fr = "Été", en = "Summer" }') + SESSION
    programme = pa.resolve(pa.parse(text)).in_language("en")
    conference = json.loads(published(programme)[1])["schedule"]["conference"]
    ((talk,),) = conference["days"][0]["rooms"].values()
    assert (conference["title"], talk["language"]) == ("Summer", "fr")


@pytest.mark.parametrize(
    ("zone", "key"),
    [("America/New_York", "time_zone_name"), ("UTC", "time_zone_name"), ("Etc/GMT-1", "meta")],
)
def test_a_zone_that_the_schema_does_not_know_is_said_all_the_same(published, zone, key):
    """In schedule.json it stands in what the schema leaves open."""
    content = published((HEAD + SESSION).replace("Europe/Paris", zone))
    conference = json.loads(content[1])["schedule"]["conference"]
    said = {"time_zone_name": zone}
    assert conference[key] == (said if key == "meta" else zone)
    assert ("meta" in conference, "time_zone_name" in conference) == (key == "meta", key != "meta")
    assert [pa.import_(raw).event.timezone for raw in content] == [zone, zone]


def test_a_session_of_a_hundred_hours_has_no_place_in_xml(published):
    """The schema writes two digits of hours; the message says which session it is."""
    text = HEAD + session("expo", duration='"99 h 59"')
    assert b"<duration>99:59</duration>" in published(text)[0]
    programme = pa.resolve(pa.parse(text))
    long = evolve(programme.event.sessions[0], duration=timedelta(hours=100))
    programme = Programme.of(Timeline.of(evolve(programme.event, sessions=(long,))))
    with pytest.raises(ExportError, match="`expo` takes 100:00"):
        pa.export(programme, "schedule")


PAYLOADS = [
    "</title><x/>", "]]><x/>", "<!-- ", "<![CDATA[", "&x;", "<?x?>", '"/><x a="', "'><x/>", "x\0y",
    "x\ud800y", "x\ufffey", "x\r\nATTACH:http://evil.invalid", "x\u0085A:b", "x\u2028A:b", "x\\",
    "x\x1b[31m", "x\x0by", '"}, {"id": 1', "=1+1",
]  # fmt: skip


def injected(event: Event, payload: str) -> Event:
    """Put a payload into every text field of an event and all that it holds."""

    def poison(thing):
        changes = {}
        for field in thing.__attrs_attrs__:
            value = getattr(thing, field.name)
            if isinstance(value, Text):
                changes[field.name] = Text(payload)
            elif isinstance(value, tuple) and value and hasattr(value[0], "__attrs_attrs__"):
                changes[field.name] = tuple(poison(item) for item in value)
            elif field.name in {"name", "honorific", "url", "color", "language"}:
                changes[field.name] = payload
        return evolve(thing, **changes)

    poisoned = poison(event)
    talk = evolve(poisoned.sessions[0], id=SessionId("s" + payload))
    return evolve(poisoned, id=EventId("e" + payload), sessions=(talk,))


def shape(content):
    """List the elements of an XML file with the names of their attributes, in order."""
    return [(one.tag, sorted(one.keys())) for one in ET.fromstring(content).iter()]


def keys(content):
    """List the keys of a JSON file: of the file, the conference, its day, its session, a person."""
    made = json.loads(content)
    conference = made["schedule"]["conference"]
    (day,) = conference["days"]
    ((talk,),) = day["rooms"].values()
    (person,) = talk["persons"]
    tables = (made, made["schedule"], conference, *conference["tracks"], day, talk, person)
    return [list(table) for table in tables]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_value_becomes_an_element(published, payload):
    """With a payload in every text, name, id, address and colour, there is nothing more."""
    text = HEAD.replace('color = "#3366ff"\n', "").replace("url = ", "motto = ") + SESSION
    text = text.replace('url = "https://exemple.invalid/debat"\n', "")
    clean = pa.resolve(pa.parse(text))
    made = published(clean), published(Programme.of(Timeline.of(injected(clean.event, payload))))
    assert shape(made[1][0]) == shape(made[0][0])
    assert keys(made[1][1]) == keys(made[0][1])


@pytest.mark.parametrize("name", ["schedule", "schedule-json"])
def test_nothing_gets_in_without_assertions_either(tmp_path, name):
    """Under `python -O` a title is escaped as ever."""
    text = (HEAD + SESSION).replace("Débat : l'eau", "x]]><y/>\\r\\nz")
    (tmp_path / "event.toml").write_text(text)
    command = [sys.executable, "-O", "-m", "partenariats", "export", "event.toml", name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    said = {"schedule": b"<title>x]]&gt;&lt;y/&gt;\nz<", "schedule-json": b'"x]]><y/>\\nz"'}
    assert (done.returncode, said[name] in done.stdout) == (0, True)


@pytest.mark.parametrize("name", ["schedule", "schedule-json"])
def test_the_same_bytes_come_in_every_process(niort, name):
    """Hash seed, time zone and language of the machine change nothing."""
    made = set()
    for seed, zone, language in (("1", "UTC", "C.UTF-8"), ("2", "Asia/Tokyo", "fr_FR.UTF-8")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LANG": language}
        command = [sys.executable, "-m", "partenariats", "export", str(niort), name]
        made.add(subprocess.run(command, env=env, capture_output=True, check=True).stdout)
    assert len(made) == 1


def test_schedule_convert_reads_the_niort_programme(niort, published, schedule_convert):
    """A reader that nobody here wrote finds every session, at its hour, with its people."""
    programme = pa.resolve(pa.load(niort))
    found = schedule_convert(published(programme)[0])
    wanted = [
        (
            programme.say(s.session.title) or f"Atelier {s.session.number}",
            f"{s.start:%Y-%m-%d %H:%M}:00",
            int(s.end.timestamp() - s.start.timestamp()) // 60 if s.end else 0,
            [part.who.name for part in s.participants],
        )
        for s in programme.sessions
    ]
    read = [
        (title, start, length, who) for _, title, _, start, length, _, _, who in found["events"]
    ]
    assert sorted(read) == sorted(wanted)
    assert (found["title"], found["slug"], found["days"]) == (
        "Assises des Partenariats des Savoirs®",
        "assises_2022",
        ["2022-03-24", "2022-03-25"],
    )
