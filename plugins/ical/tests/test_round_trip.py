"""What is exported and imported again is what it was, up to what the exporter declares."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings

import partenariats as pa
from partenariats.interfaces.wording import Wording
from partenariats.model.timeline import Timeline
from partenariats.testing.samples import DIFFICULT, sample
from partenariats.testing.strategies import programmes
from partenariats_ical.exporter import ICalExporter
from partenariats_ical.importer import ICalImporter
from partenariats_ical.options import ICalImportOptions, ICalOptions
from partenariats_ical.writing.colour import hex_of, nearest_name


def again(programme):
    """Export a programme and import it; nothing of it may be told to be unreadable."""
    (artifact,) = ICalExporter(ICalOptions()).export(programme)
    imported = ICalImporter(ICalImportOptions()).read(artifact.content)
    assert pa.parse(pa.write(imported.event)).event == imported.event
    return imported


def plain(said: str) -> str:
    """Return a text as a calendar has it: line ends of one kind, no space around it."""
    return said.replace("\r\n", "\n").replace("\r", "\n").strip()


def one_line(said: str) -> str:
    """Return a text on one line."""
    return " ".join(plain(said).split("\n"))


def told(programme):
    """Say what a calendar carries of each session: all that the exporter does not omit or alter."""
    wording = Wording(programme)
    sessions = {}
    for found in programme.sessions:
        item = found.session
        description = [wording.text(item.description)] if item.description else []
        description = [text for text in description if text]
        description += wording.participants(found) if found.participants else []
        description += [f"- {point}" for point in wording.points(found)]
        sessions[found.id] = (
            one_line(wording.title(found)) or found.id,
            found.start.int_timestamp,
            found.end.int_timestamp if found.end is not None else None,
            one_line(wording.place(found)),
            plain("\n".join(description)),
            list(
                dict.fromkeys(one_line(title) for title in wording.themes(found) if title.strip())
            ),
            item.tentative,
            item.url,
        )
    return sessions


def read(event):
    """Say the same of an event that was imported; days and rooms are found by their ids."""
    rooms = {room.id: room for room in event.rooms}
    venues = {venue.id: venue.name.plain for venue in event.venues}
    themes = {theme.id: theme.title.plain for theme in event.themes}
    timeline = Timeline.of(event)
    assert not timeline.problems
    sessions = {}
    for found in timeline.placed:
        item, room = found.session, rooms.get(found.session.room or "")
        venue = venues.get((room.venue if room else item.venue) or "")
        place = [name for name in (room.name.plain if room else "", venue) if name]
        sessions[item.id] = (
            item.title.plain,
            found.start,
            None if found.end_is_inferred else found.end,
            ", ".join(place),
            item.description.plain if item.description else "",
            [themes[theme] for theme in item.themes],
            item.tentative,
            item.url,
        )
    return sessions


@given(programmes())
@settings(max_examples=150)
def test_what_is_exported_is_imported_again(programme):
    """Ids, titles, instants, places, descriptions, themes and states of sessions come back."""
    imported = again(programme)
    assert read(imported.event) == told(programme)
    event = imported.event
    assert (event.timezone, event.language) == (programme.event.timezone, programme.language)
    assert event.id == programme.event.id or not event.sessions
    assert event.title.plain == (one_line(Wording(programme).text(programme.event.title)) or "?")
    assert {one.code for one in imported.report.diagnostics} <= {"ICS006"}


@pytest.mark.parametrize("name", DIFFICULT)
def test_difficult_events_come_back(name):
    """Hostile titles, nights, changes of the clocks and many languages are no matter."""
    programme = sample(name)
    assert read(again(programme).event) == told(programme)


def test_the_niort_programme_comes_back(niort):
    """Every session of the example, its themes with their colours, its organizer and contact."""
    programme = pa.resolve(pa.load(niort))
    event = again(programme).event
    assert read(event) == told(programme)
    assert [body.name.plain for body in event.organizations] == [
        "Syndicat national des directeurs généraux des collectivités territoriales"
    ]
    themes = {theme.id: theme for session in programme.sessions for theme in session.themes}
    nearest = {
        programme.say(theme.title): hex_of(nearest_name(theme.color) or "")
        for theme in themes.values()
        if theme.color
    }
    assert {t.title.plain: t.color for t in event.themes if t.color} == nearest


def test_a_second_export_says_the_same(niort):
    """What was imported is exported as what it was imported from, entry by entry."""
    first = again(pa.resolve(pa.load(niort))).event
    second = again(pa.resolve(first)).event
    assert attrs.evolve(second, sessions=()) == attrs.evolve(first, sessions=())
    assert [s.id for s in second.sessions] == [s.id for s in first.sessions]
