"""One event that its organisers published in three formats is the same event from each of them."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

import partenariats as pa
from partenariats.model.clock import find_zone, show
from partenariats.model.timeline import Timeline

LONDON = "Europe/London"


def imported(content):
    """Import a file; give length, room and people of each session by its title and start."""
    event = pa.import_(content).event
    rooms = {room.id: event.say(room.name) for room in event.rooms}
    people = {person.id: person.name for person in event.people}
    zone = find_zone(LONDON)
    return {
        (event.say(item.session.title).strip(), show(item.start, zone).replace(tzinfo=None)): (
            timedelta(seconds=item.end - item.start),
            rooms[item.session.room].strip(),
            " ".join(people[credit.person] for credit in item.session.credits),
        )
        for item in Timeline.of(event).placed
    }


def listed(content):
    """Read the organisers' own JSON, a plain list that no importer takes, by a few lines alone."""
    return {
        (talk["title"].strip(), start): (
            end - start,
            talk["venue"].strip(),
            talk["speaker"].strip(),
        )
        for talk in json.loads(content)
        for start, end in [
            [datetime.fromisoformat(talk[key]) for key in ("start_date", "end_date")]
        ]
    }


READERS = {"emf_2018.xml": imported, "emf_2018.ics": imported, "emf_2018.json": listed}
"""What reads each file: one line for each format."""
WHOLE = "emf_2018.json"
"""The file with the most in it, which the others are compared with."""
SESSIONS = {"emf_2018.xml": 214, "emf_2018.ics": 355, "emf_2018.json": 355}
SILENT = {"emf_2018.ics"}
"""Fault: these say nothing of people. The calendars name no ATTENDEE and no ORGANIZER."""
INITIALS = {datetime(2018, 9, 2, 18, 50): "emf_2018.xml"}  # noqa: DTZ001  # as the clock showed it
"""Fault: of the session at this hour the file writes a given name by its initial."""


@pytest.fixture(scope="module")
def read(corpus):
    """Read one of the files."""
    return lambda name: READERS[name]((corpus / name).read_bytes())


@pytest.mark.parametrize("name", READERS)
def test_titles_and_starts_agree(read, name):
    """Every session of a file is in the whole list, with the same title at the same hour."""
    found = read(name)
    assert len(found) == SESSIONS[name]
    assert found.keys() - read(WHOLE).keys() == set()


def test_what_is_missing_in_the_xml_is_what_it_never_takes(read, corpus):
    """Fault: the XML holds the organisers' own sessions alone, none of those of its villages."""
    talks = json.loads((corpus / WHOLE).read_bytes())
    external = {talk["title"].strip() for talk in talks if talk["source"] == "external"}
    missing = read(WHOLE).keys() - read("emf_2018.xml").keys()
    assert len(missing) == sum(talk["source"] == "external" for talk in talks) == 141
    assert {title for title, _ in missing} == external


@pytest.mark.parametrize("name", READERS)
def test_lengths_and_rooms_agree(read, name):
    """Every session is as long as in the whole list, and in the same room."""
    whole = read(WHOLE)
    assert {key: said for key, (*said, _) in read(name).items() if said != [*whole[key][:2]]} == {}


@pytest.mark.parametrize("name", READERS)
def test_people_agree(read, name):
    """Every session has the same people, but for one whose given name is an initial somewhere."""
    whole = read(WHOLE)
    other = [key for key, (*_, people) in read(name).items() if people != whole[key][2]]
    if name in SILENT:
        assert {people for *_, people in read(name).values()} == {""}
        return
    assert {start: name for _, start in other} == {
        start: file for start, file in INITIALS.items() if file == name
    }
    for key in other:
        said = read(name)[key][2]
        assert (said[0], said.split()[-1]) == (whole[key][2][0], whole[key][2].split()[-1])


def test_ids_that_several_people_share_keep_them_apart(corpus):
    """Fault: three ids of the XML belong to people of several names, and it is told."""
    report = pa.import_((corpus / "emf_2018.xml").read_bytes()).report
    told = [str(found.headline) for found in report.diagnostics if found.code == "SCH008"]
    assert told == ["ids belong to several people of different names (3): `282`"]
