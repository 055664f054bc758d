"""Real published calendars are imported whole, and read as the icalendar package reads them."""

from __future__ import annotations

from collections import Counter
from datetime import UTC

import icalendar
import pytest

import partenariats as pa
from partenariats.model.timeline import Timeline
from partenariats_ical.notes import Notes
from partenariats_ical.reading.components import read_components
from partenariats_ical.reading.lines import read_lines
from partenariats_ical.reading.values import moment, unescape

IMPORTED = {
    "emf_2018.ics": (355, 26, 6, "Europe/London", "EMF 2020"),
    "jres_2022.ics": (120, 15, 4, "Europe/Paris", "JRES 2021/22"),
}
"""Sessions, rooms, days, zone, title."""
BROKEN = {"emf_2018.ics": 0, "jres_2022.ics": 1}
"""Texts that icalendar breaks, where a line is folded inside a character."""


def test_every_calendar_of_the_corpus_is_tried(corpus):
    """A file that is added to the corpus is added here."""
    assert {file.name for file in corpus.glob("*.ics")} == set(IMPORTED)


@pytest.mark.parametrize("name", IMPORTED)
def test_a_real_calendar_is_imported_whole(corpus, name):
    """Nothing is missing or told to be unreadable, and every session has its place in time."""
    imported = pa.import_((corpus / name).read_bytes())
    event, timeline = imported.event, Timeline.of(imported.event)
    found = len(event.sessions), len(event.rooms), len(event.days)
    assert (*found, event.timezone, event.title.plain) == IMPORTED[name]
    assert (len(timeline.placed), timeline.problems) == (len(event.sessions), ())
    assert pa.parse(pa.write(event)).event == event
    assert {one.code for one in imported.report.diagnostics} <= {"ICS002", "ICS010"}


@pytest.mark.parametrize("name", IMPORTED)
def test_every_property_has_the_value_that_icalendar_reads(corpus, name):
    """Names, parameters, texts and moments of every entry are equal, in order."""
    content = (corpus / name).read_bytes()
    (calendar,) = read_components(read_lines(content), Notes())
    ours = list(calendar.within("VEVENT"))
    theirs = icalendar.Calendar.from_ical(content).walk("VEVENT")
    broken = 0
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        assert sorted(one.properties) == sorted(other)
        for key, (said,) in one.properties.items():
            assert dict(said.parameters) == dict(other[key].params)
            if key.startswith("DT"):
                found = moment(said)
                assert found is not None
                assert found.local == other[key].dt.replace(tzinfo=None)
                assert found.zone == other[key].params.get("TZID", "")
            elif "\ufffd" in other[key]:
                broken += 1
                assert len(unescape(said.value)) < len(other[key])
            else:
                # where a line ends in CR CR LF, icalendar leaves one CR in the text
                assert unescape(said.value) == str(other[key]).replace("\r", "")
    assert broken == BROKEN[name]


@pytest.mark.parametrize("name", IMPORTED)
def test_every_session_takes_place_when_icalendar_says(corpus, name):
    """Titles, rooms and instants of what was imported are those of the icalendar package."""
    content = (corpus / name).read_bytes()
    event = pa.import_(content).event
    rooms = {room.id: room.name.plain for room in event.rooms}
    ours = Counter(
        (
            item.session.title.plain if item.session.title else None,
            item.start,
            item.end,
            rooms.get(item.session.room or ""),
        )
        for item in Timeline.of(event).placed
    )
    theirs = Counter(
        (
            str(entry["SUMMARY"]).strip(),
            int(entry["DTSTART"].dt.astimezone(UTC).timestamp()),
            int(entry["DTEND"].dt.astimezone(UTC).timestamp()),
            str(entry["LOCATION"]).strip() or None,
        )
        for entry in icalendar.Calendar.from_ical(content).walk("VEVENT")
    )
    assert ours - theirs == theirs - ours == Counter()


def placed(corpus, name):
    """Give end and room of each session of a file, by its title and start."""
    event = pa.import_((corpus / name).read_bytes()).event
    return {
        (item.session.title.plain, item.start): (item.end, item.room and item.room.name.plain)
        for item in Timeline.of(event).placed
        if item.session.title is not None
    }


def test_the_calendar_agrees_with_the_schedule_of_the_same_event(corpus):
    """Every talk of the XML schedule is in the calendar: same title, start, end and room."""
    calendar, schedule = (placed(corpus, name) for name in ("emf_2018.ics", "emf_2018.xml"))
    differ = {key for key in schedule if calendar.get(key) != schedule[key]}
    assert (len(calendar), len(schedule), differ) == (355, 214, set())
