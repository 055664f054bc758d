"""The whole calendar: what it says, who can read it, and what it never lets in."""

from __future__ import annotations

import os
import subprocess
import sys

import icalendar
import pytest
from attrs import evolve

import partenariats as pa
from partenariats.model.event import Event
from partenariats.model.ids import EventId, SessionId
from partenariats.model.programme import Programme
from partenariats.model.text import Text
from partenariats.model.timeline import Timeline
from partenariats_ical.exporter import ICalExporter
from partenariats_ical.options import ICalOptions

HEAD = """
format = 1
[event]
id = "rencontre"
title = "Rencontre d'été"
language = "fr"
timezone = "Europe/Paris"
organizers = ["asso"]
contact = "bonjour@exemple.invalid"
url = "https://exemple.invalid/été"
[event.revision]
number = 3
at = 2022-03-01T12:00:00+01:00
[[organizations]]
id = "asso"
name = "L'association; la nôtre"
[[people]]
id = "p"
honorific = "Mme"
name = "Camille Exemple"
[[venues]]
id = "v"
name = "Salle, des fêtes"
city = "Niort"
latitude = 46.3237
longitude = -0.4648
[[rooms]]
id = "r"
name = "Salle 1"
venue = "v"
[[themes]]
id = "t"
title = "Eau, air"
color = "#3366ff"
[[days]]
id = "j"
date = 2022-03-26
"""
SESSION = """
[[sessions]]
id = "debat"
day = "j"
title = "Débat : l'eau"
description = "Deux lignes.\\nEt demie ; fin."
start = "14:00"
end = "15:30"
room = "r"
themes = ["t"]
tentative = true
url = "https://exemple.invalid/debat"
credits = [{ person = "p", role = "chair" }]
points = ["Un", "Deux"]
"""


def events(raw: bytes):
    """Read the events of a calendar with the icalendar package."""
    return icalendar.Calendar.from_ical(raw).walk("VEVENT")


def unfolded(raw: bytes) -> list[str]:
    """List the lines of a calendar, unfolded."""
    return raw.decode().replace("\r\n ", "").split("\r\n")


def test_a_session_is_written_property_by_property(ical):
    """The lines of a session with everything, as the RFCs want them."""
    lines = unfolded(ical(HEAD + SESSION))
    event = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")]
    assert event == [
        "UID:debat@rencontre.partenariats",
        "DTSTAMP:20220301T110000Z",
        "LAST-MODIFIED:20220301T110000Z",
        "SEQUENCE:3",
        "DTSTART;TZID=Europe/Paris:20220326T140000",
        "DTEND;TZID=Europe/Paris:20220326T153000",
        "SUMMARY:Débat\u00a0: l'eau",
        (
            "DESCRIPTION:Deux lignes.\\nEt demie\u202f\\; fin.\\n"
            "Présidence\u00a0: Mme\u00a0Camille Exemple\\n- Un\\n- Deux"
        ),
        "LOCATION:Salle 1\\, Salle\\, des fêtes\\, Niort",
        "GEO:46.323700;-0.464800",
        "CATEGORIES:Eau\\, air",
        "COLOR:royalblue",
        'ORGANIZER;CN="L\'association; la nôtre":mailto:bonjour@exemple.invalid',
        "STATUS:TENTATIVE",
        "URL:https://exemple.invalid/debat",
    ]


def test_the_calendar_says_what_it_is(ical):
    """Version, product, and the names of RFC 7986 beside those that clients read."""
    lines = unfolded(ical(HEAD))
    assert lines[: lines.index("BEGIN:VTIMEZONE")] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//partenariats//partenariats-ical//EN",
        "CALSCALE:GREGORIAN",
        "LAST-MODIFIED:20220301T110000Z",
        'NAME;LANGUAGE="fr":Rencontre d\'été',
        "X-WR-CALNAME:Rencontre d'été",
        "URL:https://exemple.invalid/%C3%A9t%C3%A9",
        "X-WR-TIMEZONE:Europe/Paris",
    ]


def test_without_a_revision_the_first_day_is_the_stamp(ical):
    """Neither the clock nor anything else that changes is in the file."""
    text = HEAD.replace("[event.revision]\nnumber = 3\nat = 2022-03-01T12:00:00+01:00\n", "")
    lines = unfolded(ical(text + SESSION))
    assert "DTSTAMP:20220326T000000Z" in lines
    assert "SEQUENCE:0" in lines


def test_an_open_end_has_no_end(ical):
    """Where nobody knows the end there is neither DTEND nor DURATION."""
    (event,) = events(ical(HEAD + SESSION.replace('end = "15:30"\n', "")))
    assert ("DTEND" in event, "DURATION" in event) == (False, False)


def test_breaks_meals_and_workshops_are_there(ical):
    """Every session and every workshop is an event of its own."""
    text = HEAD + (
        '[[sessions]]\nid = "pause"\nday = "j"\ntitle = "Pause"\nkind = "break"\nstart = "9:00"\n'
        '[[sessions]]\nid = "a"\nday = "j"\ntitle = "A"\nkind = "group_work"\nstart = "10:00"\n'
        '[[workshops]]\nid = "w"\nnumber = 2\nwithin = "a"\n'
    )
    said = [(str(event["UID"]), str(event["SUMMARY"])) for event in events(ical(text))]
    assert said == [
        ("pause@rencontre.partenariats", "Pause"),
        ("a@rencontre.partenariats", "A"),
        ("w@rencontre.partenariats", "Atelier 2"),
    ]


def test_a_session_after_midnight_is_on_the_next_date(ical):
    """25:00 on the evening before the spring change is one in the morning, winter time."""
    text = SESSION.replace('"14:00"', '"25:00"').replace('"15:30"', '"27:00"')
    (event,) = events(ical(HEAD + text))
    assert event["DTSTART"].dt.isoformat() == "2022-03-27T01:00:00+01:00"
    assert event["DTEND"].dt.isoformat() == "2022-03-27T03:00:00+02:00"


def test_the_second_of_two_equal_hours_is_written_in_utc(ical):
    """A local time means the first of the two, so the second cannot be one."""
    text = HEAD.replace("2022-03-26", "2022-10-29")
    text += SESSION.replace('"14:00"', '"26:30+02:00"').replace('"15:30"', '"26:30+01:00"')
    lines = unfolded(ical(text))
    assert "DTSTART;TZID=Europe/Paris:20221030T023000" in lines
    assert "DTEND:20221030T013000Z" in lines


def test_utc_needs_no_time_zone(ical):
    """In UTC times end in Z and no VTIMEZONE is there."""
    lines = unfolded(ical((HEAD + SESSION).replace("Europe/Paris", "UTC")))
    assert "DTSTART:20220326T140000Z" in lines
    assert "BEGIN:VTIMEZONE" not in lines


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_an_address_that_could_do_harm_is_left_out(ical, url):
    """Only addresses of the web are passed on."""
    text = HEAD + SESSION.replace("https://exemple.invalid/debat", url)
    (event,) = events(ical(text))
    assert "URL" not in event


def programme():
    """Resolve the session with everything."""
    return pa.resolve(pa.parse(HEAD + SESSION))


PAYLOADS = [
    "x\r\nATTACH:http://evil.invalid", "x\nBEGIN:VALARM", "x\rEND:VEVENT", "x\0y", "x\u0085A:b",
    "x\u2028A:b", 'x":A=b', "x;A=b:c", "x\\", "x\\\r\nA:b", "x\x0bA:b", "x\x1b[31m",
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
            elif field.name in {"name", "honorific", "address", "city", "url", "contact", "color"}:
                changes[field.name] = payload
        return evolve(thing, **changes)

    poisoned = poison(event)
    session = evolve(poisoned.sessions[0], id=SessionId("s" + payload))
    return evolve(poisoned, id=EventId("e" + payload), sessions=(session,))


def names_of(raw: bytes) -> list[str]:
    """List the names of all properties, in order, as a careless reader splits lines."""
    text = raw.decode().replace("\r\n ", "").replace("\r\n", "\n").replace("\0", "\n")
    return [line.partition(":")[0].partition(";")[0] for line in text.splitlines()]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_value_becomes_a_property(payload):
    """With a payload in every text, name, id, address and colour, there are no more properties."""
    clean = programme()
    hostile = Programme.of(Timeline.of(injected(clean.event, payload)))
    made = [next(iter(ICalExporter(ICalOptions()).export(p))).content for p in (clean, hostile)]
    # an address or a colour that is none is left out
    wanted = [name for name in names_of(made[0]) if name not in {"URL", "COLOR"}]
    assert names_of(made[1]) == wanted


def test_nothing_gets_in_without_assertions_either(tmp_path):
    """Under `python -O`, where assertions are gone, a line end in a title is still escaped."""
    text = (HEAD + SESSION).replace("Débat : l'eau", "x\\r\\nATTACH:evil")
    (tmp_path / "event.toml").write_text(text)
    command = [sys.executable, "-O", "-m", "partenariats", "export", "event.toml", "ical"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0
    assert b"SUMMARY:x\\nATTACH:evil\r\n" in done.stdout


def test_the_same_bytes_come_in_every_process(niort):
    """Hash seed, time zone and language of the machine change nothing."""
    made = set()
    for seed, zone, language in (("1", "UTC", "C.UTF-8"), ("2", "Asia/Tokyo", "fr_FR.UTF-8")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LANG": language}
        command = [sys.executable, "-m", "partenariats", "export", str(niort), "ical"]
        made.add(subprocess.run(command, env=env, capture_output=True, check=True).stdout)
    assert len(made) == 1


def expected(niort):
    """Say what every reader should find in the Niort calendar."""
    found = pa.resolve(pa.load(niort))
    return [
        (
            f"{session.id}@assises-2022.partenariats",
            int(session.start.timestamp()),
            int(session.end.timestamp()) if session.end else None,
        )
        for session in found.sessions
    ]


@pytest.mark.parametrize("reader", ["libical", "ical_js"])
def test_real_clients_read_the_niort_programme(request, niort, reader):
    """Both libical (GNOME, KDE) and ical.js (Thunderbird) find every session at its instant."""
    read = request.getfixturevalue(reader)
    (artifact,) = pa.export(pa.resolve(pa.load(niort)), "ical")
    answer = read(artifact.content)
    found = [(event["uid"], event["start"], event["end"]) for event in answer["events"]]
    assert (answer["errors"], found) == (0, expected(niort))
    assert answer["events"][0]["summary"] == "Accueil à l'hôtel de ville"
    assert answer["events"][1]["location"].startswith("Hôtel Mercure Niort Marais Poitevin, 27 rue")


def test_the_icalendar_package_reads_the_niort_programme(niort):
    """The most used reader in Python finds every session at its instant."""
    (artifact,) = pa.export(pa.resolve(pa.load(niort)), "ical")
    found = [
        (
            str(event["UID"]),
            int(event["DTSTART"].dt.timestamp()),
            int(event["DTEND"].dt.timestamp()) if "DTEND" in event else None,
        )
        for event in events(artifact.content)
    ]
    assert found == expected(niort)
