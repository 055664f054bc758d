"""Look for inputs that break the importers: mutations kept when they reach a new branch.

A small loop of our own, because no coverage-guided fuzzer installs everywhere: Python's tracing
says which branches of the importer an input takes, and what takes a new one is mutated further.
The seed is fixed; how far it comes depends on the seconds, which may be given as an argument.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from types import CodeType, FrameType
from typing import Any, Self, TypeAlias

import attrs

import partenariats as pa
from partenariats.diagnostics.report import InvalidEventError
from partenariats.interfaces.importer import Importer, UnreadableError
from partenariats.interfaces.options import options_class
from partenariats.model.timeline import Timeline
from partenariats.toolkit import Toolkit

Branch: TypeAlias = tuple[CodeType, int, int]
Tracer: TypeAlias = Callable[[FrameType, str, object], Any]

SECONDS = 60
SEED = 2022
LARGEST = 20_000
SLOWEST = 1.0
"""Seconds that one small input may take."""
WATCHED = {
    "schedule": ("/partenariats_schedule/",),
    "schedule-json": ("/partenariats_schedule/",),
    "json": ("/partenariats/builtin/importers/", "/partenariats/source/"),
    "ical": ("/partenariats_ical/",),
    "programme-text": ("/partenariats_programme_text/", "/partenariats/language/"),
}
"""For each importer the code whose branches guide the search."""

TALK = {
    "id": 1,
    "guid": "a-b",
    "date": "2022-03-25T09:30:00+01:00",
    "start": "09:30",
    "duration": "1:00",
    "room": "Salle",
    "slug": "x-1",
    "title": "L'eau",
    "subtitle": "s",
    "track": "T",
    "type": "talk",
    "language": "fr",
    "abstract": "<p>a<br>b</p><ul><li>c</li></ul>",
    "description": "d",
    "url": "https://exemple.invalid",
    "links": [{"url": "x"}],
    "do_not_record": True,
    "persons": [
        {"id": -1, "public_name": "Ada"},
        {"id": 2, "name": "Bob", "biography": "<b>b</b>"},
    ],
}
DAY = {
    "index": 1,
    "date": "2022-03-25",
    "day_start": "2022-03-25T09:00:00+01:00",
    "day_end": "2022-03-26T04:00:00+01:00",
    "rooms": {"Salle": [TALK, {**TALK, "date": "2022-03-26T01:00:00+01:00"}], "Autre": []},
}
SCHEDULE = {
    "schedule": {
        "version": "1",
        "base_url": "https://exemple.invalid",
        "conference": {
            "acronym": "x",
            "title": "X",
            "time_zone_name": "Europe/Paris",
            "days": [DAY],
            "rooms": [{"name": "Salle", "capacity": 9}],
            "tracks": [{"name": "T", "color": "#336699"}],
            "day_change": "04:00",
            "venue": "V",
            "city": "Niort",
        },
    }
}
XML = """<?xml version="1.0"?><!-- c --><schedule><version>1</version><conference><title>X</title>
<acronym>x</acronym><time_zone_name>Europe/Paris</time_zone_name><day_change>04:00:00</day_change>
<venue>V</venue><city>Niort</city><track name="T" color="#336699"/><room name="S" capacity="9"/>
</conference><tracks><track>T</track></tracks><day date="2022-03-25" start="2022-03-25T09:00:00Z"
end="2022-03-26T04:00:00Z"><room name="Salle"><event id="1" guid="a-b">
<date>2022-03-25T09:30:00Z</date>
<start>09:30</start><duration>1:00</duration><room>Autre</room><slug>x</slug><title>T</title>
<subtitle>s</subtitle><track>T</track><type>talk</type><language>fr</language>
<abstract>&lt;p&gt;a&lt;/p&gt;</abstract><description><p>d</p></description>
<url>https://exemple.invalid</url><persons><person id="-1">Ada</person><person id="2">Bob</person>
</persons><links><link href="x">y</link></links><recording><optout>true</optout></recording></event>
</room></day></schedule>"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
NAME;LANGUAGE=fr:Rencontre
X-WR-TIMEZONE:Europe/Paris
LAST-MODIFIED:20220301T120000Z
URL:https://exemple.invalid
BEGIN:VTIMEZONE
TZID:Bureau
BEGIN:STANDARD
DTSTART:16011028T030000
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:a-1@x.partenariats
DTSTAMP:20220301T120000Z
SEQUENCE:3
DTSTART;TZID=Bureau:20220325T093000
DTEND;TZID="Romance Standard Time":20220325T103000
RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=FR,SA;UNTIL=20220410T000000Z;WKST=MO
EXDATE;TZID=Bureau:20220401T093000,20220402
RDATE;VALUE=PERIOD:20220501T093000/PT1H
SUMMARY;LANGUAGE=fr:L'eau\\, source
  de vie
DESCRIPTION:Deux\\nlignes\\;
LOCATION:Salle 1\\, Niort
GEO:46.3;-0.46
CATEGORIES:Eau\\, air,Sol
COLOR:royalblue
ORGANIZER;CN="L'asso: x":mailto:asso@exemple.invalid
ATTENDEE;CN=Ada;ROLE=CHAIR;PARTSTAT=ACCEPTED;CUTYPE=INDIVIDUAL:mailto:ada@exemple.invalid
STATUS:TENTATIVE
BEGIN:VALARM
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:a-1@x.partenariats
RECURRENCE-ID;TZID=Bureau:20220326T093000
DTSTART:20220326T233000Z
DURATION:P1DT1H30M
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:309
DTSTART;VALUE=DATE:20220325
DTEND;VALUE=DATE:20220329
ORGANIZER;CN=Bob:x
END:VEVENT
END:VCALENDAR
"""
EVENT = {
    "format": 1,
    "event": {"id": "x", "title": {"fr": "X", "en": "Y"}, "timezone": "Europe/Paris"},
    "days": [{"id": "j", "date": "2022-03-25", "start": "9:00"}],
    "people": [{"id": "a", "name": "Ada", "positions": [{"title": "t", "until": "2022-03-25"}]}],
    "rooms": [{"id": "r", "name": "R", "capacity": 9}],
    "themes": [{"id": "t", "title": "T"}],
    "sessions": [
        {
            "id": "s",
            "day": "j",
            "title": "S",
            "start": "9:30",
            "duration": "1 h 30",
            "room": "r",
            "themes": ["t"],
            "credits": [{"person": "a", "role": "chair"}],
            "points": ["p"],
        }
    ],
    "workshops": [{"id": "w", "number": 1, "within": "s"}],
    "programme": [],
    "outputs": [{"use": "ical", "options": {"a": [1, True, "x"]}}],
}
TEXT = """# Journées de l'eau
Vendredi 25 mars 2022, Niort

**Matinée** : séance plénière (salle 3)

9h30 - Ouverture par Mme Ada Martin, maire de Niort
- L'eau
- Les sols
10 h 30 à 11 h : Pause
| 14h00 / 15h30 | Atelier 1 | Ada Martin (MJC) |
"""
SEEDS = {
    "schedule": [XML.encode(), XML.encode("utf-16")],
    "schedule-json": [json.dumps(SCHEDULE).encode(), json.dumps(SCHEDULE).encode("utf-16")],
    "json": [json.dumps(EVENT).encode()],
    "ical": [CALENDAR.encode(), CALENDAR.replace("\n", "\r\n").encode("cp1252")],
    "programme-text": [
        TEXT.encode(),
        TEXT.encode("utf-16"),
        b"<table><tr><td>9:30 AM<td>Opening<br>with A. B. (Org)</tr></table>",
    ],
}
WORDS = [
    b"null",
    b"true",
    b"[]",
    b"{}",
    b'""',
    b"-1",
    b"1e999",
    b"NaN",
    b"9" * 30,
    b'"x"',
    b"\0",
    b"\xff",
    b"0001-01-01T00:00:00+23:59",
    b"9999-12-31T23:59:59-23:59",
    b"2022-03-27T02:30:00",
    b"2022-03-25",
    b"47:59",
    b"48:00",
    b"25:00+01:00",
    b"999:59",
    b"PT9M",
    b"P9DT",
    b"<!DOCTYPE x>",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"]]>",
    b"&amp;",
    b"&x;",
    b"&#0;",
    b"&#xD800;",
    b"\\ud800",
    b"\\u0000",
    b"<event/>",
    b"<room/>",
    b"<day/>",
    b"<person/>",
    b"</",
    b"/>",
    b"Etc/GMT+14",
    b"localtime",
    b"../x",
    b"#fff",
    "\u2028é\u0301水".encode(),
    b"<p>",
    b"<script>",
    b"\r\n",
    b"[" * 400 + b"]" * 400,
    b'{"x":' * 400 + b"1" + b"}" * 400,
    b"<p>" * 300,
    b"BEGIN:VEVENT\n",
    b"END:VEVENT\n",
    b"RRULE:FREQ=DAILY\n",
    b"19000101T000000",
    b"22001231T235959Z",
    b"20221030T023000",
    b"P99999D",
    b"TZID=UTC",
    b"\n ",
    b"18 H 00 :",
    b"17h30-17h00",
    "de 9h à 10h30".encode(),
    b"samedi 14 mai",
    b"Room 12",
    b"| - |\n",
    b"<td>",
]


class Watch:
    """Record the branches taken in some folders: pairs of lines that follow each other."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        self._folders = folders
        self._known: dict[CodeType, bool] = {}
        self.taken: set[Branch] = set()

    def __enter__(self) -> Self:
        self.taken = set()
        sys.settrace(self._enter)
        return self

    def __exit__(self, *_error: object) -> None:
        sys.settrace(None)

    def _enter(self, frame: FrameType, _event: str, _given: object) -> Tracer | None:
        code = frame.f_code
        if code not in self._known:
            self._known[code] = any(folder in code.co_filename for folder in self._folders)
        if not self._known[code]:
            return None
        before = 0

        def line(frame: FrameType, event: str, _given: object) -> Tracer:
            nonlocal before
            if event == "line":
                self.taken.add((code, before, frame.f_lineno))
                before = frame.f_lineno
            return line

        return line


@attrs.define
class Search:
    """Hold the inputs that reached something new, and what they reached."""

    importer: Importer[Any]
    watch: Watch
    chance: random.Random
    kept: list[bytes] = attrs.field(factory=list)
    reached: set[Branch] = attrs.field(factory=set)
    tried: int = 0
    imported: int = 0
    failures: dict[str, bytes] = attrs.field(factory=dict)

    def run(self, seeds: list[bytes], seconds: float) -> None:
        """Try the seeds, then mutations of what was kept, until the time is up."""
        until = time.monotonic() + seconds
        for seed in seeds:
            self.look(seed)
        while time.monotonic() < until:
            self.look(mutate(self.chance.choice(self.kept), self.kept, self.chance))

    def look(self, content: bytes) -> None:
        """Try one input, and keep it where it took a branch that none had taken."""
        self.tried += 1
        started = time.process_time()
        try:
            self.attempt(content)
        except (UnreadableError, InvalidEventError):
            pass
        except Exception:  # noqa: BLE001  # whatever it is, it is what we look for
            where = traceback.format_exc().splitlines()
            self.failures.setdefault("\n".join(where[-3:]), content)
        if time.process_time() - started > SLOWEST:
            self.failures.setdefault("slow", content)
        if not self.watch.taken <= self.reached:
            self.reached |= self.watch.taken
            self.kept.append(content)

    def attempt(self, content: bytes) -> None:
        """Import an input; what was read can be placed, and written and read again."""
        with self.watch:
            self.importer.recognizes(content)
            event = self.importer.read(content).event
        self.imported += 1
        if self.imported % 10 == 0:
            Timeline.of(event)
            same = pa.parse(pa.write(event)).event == event
            assert same, "what was written is read as another event"


def mutate(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Return a content that was changed in one to four places."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at, to = sorted(chance.randrange(len(made) + 1) for _ in range(2))
        to = min(to, at + chance.choice((1, 4, 16, 64, 1_000)))
        choice = chance.randrange(6)
        if choice == 0:
            made[at:to] = b""
        elif choice == 1:
            made[at:at] = made[at:to] * chance.choice((1, 2, 30))
        elif choice == 2:
            made[at:to] = bytes([chance.randrange(256)])
        elif choice == 3:
            made[at:at] = chance.choice(WORDS)
        elif choice == 4:
            made = replace_value(made, chance)
        else:
            other = chance.choice(others)
            start = chance.randrange(len(other) + 1)
            made[at:to] = other[start : start + chance.choice((8, 64, 400))]
    return bytes(made[:LARGEST])


def replace_value(content: bytearray, chance: random.Random) -> bytearray:
    """Put a word where a value stands: between quotes, or between two tags."""
    marks = list(places(content))
    if not marks:
        return content
    start, end = chance.choice(marks)
    return content[:start] + chance.choice(WORDS) + content[end:]


def places(content: bytearray) -> Iterator[tuple[int, int]]:
    """Give where values stand."""
    for opening, closing in ((b'"', b'"'), (b">", b"<"), (b": ", b","), (b":", b"\n")):
        at = content.find(opening)
        while at >= 0:
            start = at + len(opening)
            end = content.find(closing, start)
            if end < 0:
                break
            yield start, end
            at = content.find(opening, end)


def main(seconds: float) -> int:
    """Search in every importer for a share of the time; say what was reached and what failed."""
    os.nice(10)
    offers = Toolkit().registry.importers.offers
    failed = False
    for name, folders in WATCHED.items():
        importer = offers[name].cls
        options = options_class(importer)()
        search = Search(importer(options), Watch(folders), random.Random(SEED))
        search.run(SEEDS[name], seconds / len(WATCHED))
        failed |= bool(search.failures)
        print(
            f"{name}: {search.tried} inputs, {search.imported} imported, "
            f"{len(search.reached)} branches reached, {len(search.kept)} inputs kept, "
            f"{len(search.failures)} failures",
            flush=True,
        )
        for trace, content in search.failures.items():
            print(f"{trace}\n    {content[:2000]!r}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS))
