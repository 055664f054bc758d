"""Real published schedules are imported whole, or refused by name."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime, timedelta
from itertools import combinations

import pytest

import partenariats as pa
from partenariats.model.timeline import Timeline

IMPORTED = {
    "36c3.json": (1351, 923, 92, 4, 83, 1),
    "camp_2019.json": (79, 90, 2, 5, 1, 0),
    "democon.json": (36, 27, 2, 3, 0, 0),
    "fosdem_2024.xml": (874, 948, 29, 2, 5, 0),
    "fosdem_2019.xml": (775, 729, 33, 2, 25, 0),
    "debconf_2023.xml": (117, 87, 5, 8, 32, 0),
    "emf_2018.xml": (214, 191, 8, 3, 0, 0),
}
"""Sessions, people, rooms, days, sessions without a person, sessions of zero length."""
WARNED = {
    "36c3.json": {"SCH001", "SCH004"},
    "camp_2019.json": set(),
    "democon.json": {"SCH002"},
    "fosdem_2024.xml": set(),
    "fosdem_2019.xml": {"SCH001"},
    "debconf_2023.xml": {"SCH003"},
    "emf_2018.xml": {"SCH001"},
}


@pytest.fixture(scope="module")
def timeline_of(corpus):
    """Import a file of the corpus and place its sessions."""
    return lambda name: Timeline.of(pa.import_((corpus / name).read_bytes()).event)


def overlaps(groups):
    """Count the pairs that overlap in each group of placed sessions."""
    return sum(
        a.start < b.end and b.start < a.end
        for group in groups.values()
        for a, b in combinations(group, 2)
    )


@pytest.mark.parametrize("name", IMPORTED)
def test_a_real_schedule_is_imported_whole(corpus, name):
    """Nothing is missing, every session has its place in time, and the event file can be read."""
    imported = pa.import_((corpus / name).read_bytes())
    event, timeline = imported.event, Timeline.of(imported.event)
    silent = sum(not session.credits for session in event.sessions)
    zero = sum(item.start == item.end for item in timeline.placed)
    assert (
        len(event.sessions), len(event.people), len(event.rooms), len(event.days), silent, zero,
    ) == IMPORTED[name]  # fmt: skip
    assert (len(timeline.placed), timeline.problems) == (len(event.sessions), ())
    assert pa.parse(pa.write(event)).event == event
    warnings = {d.code for d in imported.report.diagnostics if d.severity.value == "warning"}
    assert warnings == WARNED[name]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("atom_not_a_schedule.xml", "this is an Atom feed, not a schedule"),
        ("not_a_schedule.json", "`schedule.rooms` stands beside `conference`"),
        ("emf_2018.json", "this is JSON, but no schedule: a list of 355"),
        ("pyconfr_2024.json", "this is JSON, but no schedule: `schedule` with `2024-11-02`"),
    ],
)
def test_what_is_not_a_schedule_is_refused_by_name(corpus, name, said):
    """The message says what it is, or what is expected."""
    with pytest.raises(pa.UnreadableError, match=said):
        pa.import_((corpus / name).read_bytes(), "schedule" + "-json" * name.endswith("json"))


@pytest.mark.parametrize("name", ["fosdem_2024.xml", "fosdem_2019.xml", "debconf_2023.xml"])
def test_where_nothing_overlaps_nothing_is_found(timeline_of, name):
    """These have no two sessions in one room at once, and nobody in two places."""
    timeline = timeline_of(name)
    assert (overlaps(timeline.by_room), overlaps(timeline.by_person)) == (0, 0)


@pytest.mark.parametrize(
    ("name", "rooms", "grave"),
    [("fosdem_2024.xml", 0, set()), ("debconf_2023.xml", 0, set()), ("36c3.json", 261, {"TIM003"})],
)
def test_rules_find_in_real_schedules_what_is_there(corpus, name, rooms, grave):
    """Overlaps of rooms are told pair by pair, and nothing else is an error of a real schedule."""
    report = pa.validate(pa.import_((corpus / name).read_bytes()).event)
    codes = Counter(found.code for found in report.diagnostics)
    assert codes["TIM003"] == rooms
    assert {d.code for d in report.diagnostics if d.severity.value == "error"} == grave
    if not rooms:
        assert codes["TIM014"] == codes["TIM015"] == 0


def raw_talks(corpus):
    """Give room, start, end and persons of each talk of 36c3.json, read by a few lines alone."""
    days = json.loads((corpus / "36c3.json").read_bytes())["schedule"]["conference"]["days"]
    for day in days:
        for room, talks in day["rooms"].items():
            for talk in talks:
                start = datetime.fromisoformat(talk["date"])
                hours, minutes = map(int, talk["duration"].split(":"))
                yield room, start, start + timedelta(hours=hours, minutes=minutes), talk


def test_the_overlaps_of_36c3_are_those_of_the_file(corpus, timeline_of):
    """A few independent lines count 261 pairs in one room, and so does the timeline."""
    talks = list(raw_talks(corpus))
    pairs = sum(
        a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a, b in combinations(talks, 2)
    )  # fmt: skip
    timeline = timeline_of("36c3.json")
    assert (pairs, overlaps(timeline.by_room)) == (261, 261)
    assert not any(room.shared for room in timeline.event.rooms)


def test_the_people_of_36c3_are_matched_by_name_and_id(corpus, timeline_of):
    """There are as many as pairs of a name and an id, and few of them are in two places."""
    talks = list(raw_talks(corpus))
    names = {(p["public_name"].strip(), p["id"]) for *_, talk in talks for p in talk["persons"]}
    pairs = sum(
        a[1] < b[2] and b[1] < a[2]
        for a, b in combinations(talks, 2)
        for one in {(p["public_name"].strip(), p["id"]) for p in a[3]["persons"]}
        if one in {(p["public_name"].strip(), p["id"]) for p in b[3]["persons"]}
    )
    timeline = timeline_of("36c3.json")
    assert (len(names), len(timeline.event.people)) == (923, 923)
    assert (pairs, overlaps(timeline.by_person)) == (64, 64)
