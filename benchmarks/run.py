"""Measure what the library costs, as ratios to a floor measured in the same run.

`python3 make.py bench` runs it. Each figure is the best of a few tries; the floor stands beside it.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
import tomllib
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import allocation
import attrs
import registrations
from events import make_event
from rules import print_rules, rule_times
from schedules import xml_strings, xml_tree

import partenariats as pa

CORPUS = Path(
    os.environ.get("PARTENARIATS_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus")
)
EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "assises_2022" / "event.toml"
LARGE = 10_000


def best(work: Callable[[], Any], tries: int = 3) -> float:
    """Return the shortest time of some work, in seconds."""
    times = []
    for _ in range(tries):
        gc.collect()
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def process(*arguments: str) -> float:
    """Return the shortest time of a Python process, in seconds."""
    command = [sys.executable, *arguments]
    return best(lambda: subprocess.run(command, check=False, capture_output=True), 7)


def row(work: str, measured: float, floor: str, floor_time: float, reach: float) -> None:
    """Print one line of the table."""
    ratio = measured / floor_time
    print(
        f"| {work} | {measured * 1000:.0f} ms | {floor} {floor_time * 1000:.0f} ms "
        f"| {ratio:.2f} × | ≤ {reach} × |",
        flush=True,
    )


def plain_strings(programme: pa.Programme) -> bytes:
    """Write the same fields as the calendar with f-strings alone: no escapes, no folds."""
    event = programme.event.id
    said = []
    for s in programme.sessions:
        item, start, end = s.session, s.start, s.end
        names = ", ".join(participant.who.name for participant in s.participants)
        themes = ",".join(theme.title.plain for theme in s.themes)
        said.append(
            f"BEGIN:VEVENT\r\nUID:{s.id}@{event}\r\nDTSTAMP:20220320T000000Z\r\n"
            f"LAST-MODIFIED:20220320T000000Z\r\nSEQUENCE:0\r\n"
            f"DTSTART;TZID=Europe/Paris:{start.year:04d}{start.month:02d}{start.day:02d}T"
            f"{start.hour:02d}{start.minute:02d}00\r\n"
            f"DTEND;TZID=Europe/Paris:{end.year:04d}{end.month:02d}{end.day:02d}T"
            f"{end.hour:02d}{end.minute:02d}00\r\n"
            f"SUMMARY:{item.title.plain}\r\nDESCRIPTION:{item.description.plain} {names}\r\n"
            f"LOCATION:{s.room.name.plain}\r\nCATEGORIES:{themes}\r\nCOLOR:red\r\n"
            f"STATUS:CONFIRMED\r\nEND:VEVENT\r\n"
        )
    return "".join(said).encode()


def ical_import(toolkit: pa.Toolkit, programme: pa.Programme) -> None:
    """Print how long five megabytes of a calendar take to import."""
    import icalendar

    (artifact,) = toolkit.export(programme, "ical")
    part = artifact.content[:5_000_000]
    content = part[: part.rindex(b"BEGIN:VEVENT")] + b"END:VCALENDAR\r\n"
    measured = best(lambda: toolkit.import_(content, "ical"), 5)
    floor = best(lambda: icalendar.Calendar.from_ical(content), 2)
    row("ical import 5 MB", measured, "icalendar", floor, 0.125)


def icalendar_package(programme: pa.Programme) -> bytes:
    """Build the same calendar with the icalendar package."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//x//x//EN")
    for s in programme.sessions:
        event = icalendar.Event()
        event.add("uid", f"{s.id}@{programme.event.id}")
        event.add("dtstamp", s.start)
        event.add("sequence", 0)
        event.add("dtstart", s.start)
        event.add("dtend", s.end)
        event.add("summary", s.session.title.plain)
        event.add("description", s.session.description.plain)
        event.add("location", s.room.name.plain)
        event.add("categories", [theme.title.plain for theme in s.themes])
        event.add("status", "CONFIRMED")
        calendar.add_component(event)
    return calendar.to_ical()


def memory(work: Callable[[], Any]) -> int:
    """Return the peak of some work, in bytes."""
    gc.collect()
    tracemalloc.start()
    kept = work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    del kept
    return peak


def all_exports(toolkit: pa.Toolkit, programme: pa.Programme) -> None:
    """Print how long an event takes in every format, with the slowest of them."""
    names = list(toolkit.registry.exporters.offers)
    times = {name: best(lambda: toolkit.export(programme, name)) for name in names}  # noqa: B023  # called at once
    slowest, longest = max(times.items(), key=lambda item: item[1])
    print(
        f"| {len(times)} exports of 1,351 | {sum(times.values()) * 1000:.0f} ms "
        f"| the slowest, {slowest}, {longest * 1000:.0f} ms || ≤ 3000 ms |",
        flush=True,
    )


def imports(toolkit: pa.Toolkit) -> None:
    """Print how long real schedules take to import, where they are there."""
    from lxml import etree

    floors: tuple[tuple[str, str, str, Callable[[bytes], Any], float], ...] = (
        ("36c3.json", "schedule-json", "json.loads", json.loads, 15),
        ("fosdem_2024.xml", "schedule", "lxml", etree.fromstring, 10),
    )
    for file, name, floor, parse, reach in floors:
        if not (CORPUS / file).is_file():
            print(f"| import {file} | absent: set PARTENARIATS_CORPUS to its folder ||||")
            continue
        content = (CORPUS / file).read_bytes()
        measured = best(lambda: toolkit.import_(content, name), 7)  # noqa: B023  # called at once
        floor_time = best(lambda: parse(content), 7)  # noqa: B023  # the same
        row(f"import {file}", measured, floor, floor_time, reach)


def main() -> None:
    """Print the table."""
    toolkit = pa.Toolkit()
    texts = {size: make_event(size) for size in (100, 1_000, 1_351, LARGE)}
    text = texts[LARGE]
    floor = best(lambda: tomllib.loads(text), 2)
    document = toolkit.parse(text)
    toolkit.validate(document)
    print("| work | measured | floor | ratio | to reach |\n|---|---|---|---|---|")
    row("load 10,000 sessions", best(lambda: toolkit.parse(text)), "tomllib", floor, 0.4)

    def check(found: pa.Document) -> None:
        toolkit.validate(found)
        toolkit.resolve(found)

    # each time a document that nobody has placed yet
    checked = best(lambda: check(attrs.evolve(document)))
    row("validate and resolve 10,000", checked, "tomllib", floor, 0.6)

    times = rule_times(toolkit, document.event, best)
    row(f"{len(times)} rules over 10,000", sum(times.values()), "tomllib", floor, 2)

    def whole(size: int) -> None:
        check(toolkit.parse(texts[size]))

    row("1,000 → 10,000", best(lambda: whole(LARGE)), "1,000", best(lambda: whole(1_000)), 11)
    programme = toolkit.resolve(document)
    ical = best(lambda: toolkit.export(programme, "ical"))
    plain = best(lambda: plain_strings(programme))
    row("ical export 10,000", ical, "f-strings", plain, 2.5)
    row(
        "ical export 10,000", ical, "icalendar", best(lambda: icalendar_package(programme), 1), 0.05
    )
    schedule = best(lambda: toolkit.export(programme, "schedule"))
    plain = best(lambda: xml_strings(programme))
    row("schedule.xml export 10,000", schedule, "f-strings", plain, 3.5)
    tree = best(lambda: xml_tree(programme))
    row("schedule.xml export 10,000", schedule, "lxml tree", tree, 1)
    all_exports(toolkit, toolkit.resolve(toolkit.parse(texts[1_351])))
    ical_import(toolkit, programme)
    imports(toolkit)
    start = process("-c", "pass")
    for flag in ("--version", "--help"):
        row(f"partenariats {flag}", process("-m", "partenariats", flag), "python", start, 6)
    arguments = ("-m", "partenariats", "validate", str(EXAMPLE))
    row("partenariats validate, Niort", process(*arguments), "python", start, 24)
    tables, peak = (
        memory(lambda: tomllib.loads(text)),
        memory(lambda: toolkit.resolve(pa.parse(text))),
    )
    print(f"| peak memory, 10,000 | {peak >> 20} MB | tables {tables >> 20} MB "
          f"| {peak / tables:.2f} × | ≤ 3 × |")  # fmt: skip
    print_rules(times)
    registrations.main()
    allocation.main()
    print(json.dumps({"python": sys.version.split()[0], "cores": os.cpu_count()}))


if __name__ == "__main__":
    main()
