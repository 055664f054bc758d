"""Small schedules, said once and written in both formats."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest

import partenariats as pa

SCHEDULE_CONVERT = """
import json, sys
from schedule_convert.importers.frab_xml import FrabXmlImporter
conference = FrabXmlImporter().parse(sys.stdin.buffer)
print(json.dumps({
    "title": conference.title,
    "slug": conference.slug,
    "days": sorted(map(str, conference.days)),
    "rooms": sorted(room.name for room in conference.rooms),
    "events": [
        [
            str(event.guid), event.title, event.room.name, str(event.start), event.duration,
            event.track, event.language, [speaker.name for speaker in event.speakers],
        ]
        for event in conference.events
    ],
}))
"""

CONFERENCE = {
    "acronym": "rencontres2022",
    "title": "Rencontres d'été",
    "start": "2022-03-25",
    "end": "2022-03-26",
    "time_zone_name": "Europe/Paris",
}
TALK = {
    "id": 11,
    "guid": "6a32cb72-a69d-423c-91b5-60d88eb8e6c7",
    "date": "2022-03-25T09:30:00+01:00",
    "start": "09:30",
    "duration": "01:00",
    "room": "Salle 1",
    "slug": "rencontres2022-11-l_eau",
    "title": "L'eau",
    "subtitle": "",
    "track": "Eau & climat",
    "type": "lecture",
    "language": "fr",
    "abstract": "Un résumé.",
    "description": "",
    "url": "https://exemple.invalid/11",
    "persons": [{"id": 7, "public_name": "Ada Exemple"}],
}
DAY = {
    "date": "2022-03-25",
    "start": "2022-03-25T09:00:00+01:00",
    "end": "2022-03-26T04:00:00+01:00",
}


def _json(talks, conference, day):
    rooms = {}
    for talk in talks:
        rooms.setdefault(talk["listed"], []).append(
            {key: value for key, value in talk.items() if key != "listed"}
        )
    days = [
        {
            "index": 1,
            "date": day["date"],
            "day_start": day["start"],
            "day_end": day["end"],
            "rooms": rooms,
        }
    ]
    return json.dumps({"schedule": {"conference": {**conference, "days": days}}}).encode()


def _element(key, value):
    return f"<{key}>{escape(str(value))}</{key}>" if value is not None else ""


def _xml(talks, conference, day):
    parts = ["<schedule><conference>"]
    parts += [_element(key, value) for key, value in conference.items()]
    edges = "".join(f" {key}={quoteattr(day[key])}" for key in ("date", "start", "end") if day[key])
    parts.append(f"</conference><day{edges}>")
    for listed in dict.fromkeys(talk["listed"] for talk in talks):
        parts.append(f"<room name={quoteattr(listed)}>")
        for talk in (talk for talk in talks if talk["listed"] == listed):
            persons = "".join(
                f"<person id={quoteattr(str(p.get('id', '')))}>{escape(p['public_name'])}</person>"
                for p in talk["persons"]
            )
            rest = {k: v for k, v in talk.items() if k not in {"id", "guid", "persons", "listed"}}
            said = "".join(_element(key, value) for key, value in rest.items())
            ids = f"id={quoteattr(str(talk['id']))} guid={quoteattr(talk['guid'])}"
            parts.append(f"<event {ids}>{said}<persons>{persons}</persons></event>")
        parts.append("</room>")
    parts.append("</day></schedule>")
    return "".join(parts).encode()


WRITERS = {"schedule": _xml, "schedule-json": _json}


@pytest.fixture
def content():
    """Write a schedule of one day; each talk says how it differs from an ordinary one."""

    def write(name, *changes, conference=None, day=None):
        talks = [{**TALK, **change} for change in changes or ({},)]
        talks = [{"listed": talk["room"], **talk} for talk in talks]
        return WRITERS[name](talks, {**CONFERENCE, **(conference or {})}, {**DAY, **(day or {})})

    return write


@pytest.fixture(params=["schedule", "schedule-json"])
def imported(request, content):
    """Import such a schedule from each of the formats; what is said of guids is left out."""

    def read(*changes, options=None, **more):
        found = pa.Toolkit().import_(content(request.param, *changes, **more), None, options)
        told = [
            (diagnostic.code, str(diagnostic.headline))
            for diagnostic in found.report.diagnostics
            if "`guid` of sessions" not in str(diagnostic.headline)
        ]
        return found.event, told

    return read


@pytest.fixture
def published():
    """Write a text of an event, or a programme, as schedule.xml and as schedule.json."""

    def write(source):
        programme = pa.resolve(pa.parse(source)) if isinstance(source, str) else source
        return tuple(pa.export(programme, name)[0].content for name in WRITERS)

    return write


@pytest.fixture(scope="session")
def schedule_convert(request):
    """Read a schedule.xml with schedule-convert, which has an environment of its own."""
    peers = Path(os.environ.get("PARTENARIATS_PEERS", request.config.rootpath / ".peers"))
    python = peers / "schedule-convert" / "bin" / "python"
    if not python.exists():
        pytest.skip("no schedule-convert: `.ci/run` shows how to install it")

    def read(content):
        done = subprocess.run(
            [python, "-c", SCHEDULE_CONVERT],
            input=content,
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return read
