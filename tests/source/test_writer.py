"""From an event back to its file, and edits that keep what a person wrote."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import partenariats as pa
from partenariats.model.event import Event, Output, Revision
from partenariats.model.people import Credit, Role
from partenariats.model.places import Accessibility, Venue
from partenariats.model.sessions import Day, Point, Session, SessionKind, Workshop
from partenariats.model.table import Table
from partenariats.model.text import Text
from partenariats.model.walltime import WallTime
from partenariats.source.writer import edit

SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], include_characters="\n\t\r"),
    max_size=30,
)
TEXTS = st.builds(Text, WORDS) | st.dictionaries(
    st.sampled_from(["fr", "en", "pt-BR"]), WORDS, min_size=1
).map(Text.in_languages)
WALLS = st.builds(WallTime, st.integers(0, 2879), st.none() | st.sampled_from([0, 60, -210]))
FREE = st.recursive(
    WORDS | st.integers(-(2**60), 2**60) | st.booleans() | st.dates(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(SLUGS, inner, max_size=2),
    max_leaves=4,
)
SESSIONS = st.builds(
    Session,
    id=SLUGS,
    title=TEXTS,
    kind=st.sampled_from(SessionKind),
    day=SLUGS,
    start=WALLS,
    duration=st.none() | st.integers(1, 3000).map(lambda minutes: timedelta(minutes=minutes)),
    description=st.none() | TEXTS,
    themes=st.lists(SLUGS, max_size=2).map(tuple),
    credits=st.lists(
        st.builds(Credit, person=SLUGS, role=st.sampled_from(Role), as_=st.none() | TEXTS),
        max_size=2,
    ).map(tuple),
    points=st.lists(st.builds(Point, text=TEXTS, theme=st.none() | SLUGS), max_size=3).map(tuple),
    capacity=st.none() | st.integers(0, 999),
    tentative=st.booleans(),
)
EVENTS = st.builds(
    Event,
    id=SLUGS,
    title=TEXTS,
    timezone=st.just("Europe/Paris"),
    revision=st.none()
    | st.builds(
        Revision,
        number=st.integers(0, 99),
        at=st.integers(0, 4_000_000_000).map(lambda at: datetime.fromtimestamp(at, UTC)),
    ),
    venues=st.lists(
        st.builds(
            Venue,
            id=SLUGS,
            name=TEXTS,
            latitude=st.none() | st.floats(-90, 90),
            accessibility=st.none()
            | st.lists(st.sampled_from(Accessibility), max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    days=st.lists(
        st.builds(Day, id=SLUGS, date=st.dates(date(1900, 1, 1), date(2200, 12, 31))), max_size=2
    ).map(tuple),
    sessions=st.lists(SESSIONS, max_size=3).map(tuple),
    workshops=st.lists(
        st.builds(Workshop, id=SLUGS, number=st.none() | st.integers(0, 9), within=SLUGS),
        max_size=2,
    ).map(tuple),
    outputs=st.lists(
        st.builds(
            Output, use=SLUGS, options=st.dictionaries(SLUGS, FREE, max_size=3).map(Table.of)
        ),
        max_size=2,
    ).map(tuple),
    plugins=st.dictionaries(SLUGS, st.dictionaries(SLUGS, FREE, max_size=2), max_size=2).map(
        Table.of
    ),
)


@given(EVENTS)
def test_what_is_written_is_read_equal(event):
    """Writing an event and reading the text gives an equal event."""
    assert pa.parse(pa.write(event)).event == event


def test_the_reference_example_survives(niort):
    """Read, written and read again, the Niort programme is the same."""
    event = pa.load(niort).event
    assert pa.parse(pa.write(event)).event == event


def test_the_file_is_laid_out_for_people(event_file):
    """Tables in the order of the design, an id first, lists of tables inline."""
    event = event_file(
        '[[sessions]]\ntitle = "T"\nid = "a"\nday = "j"\nstart = "9 h 30"\n'
        'credits = [{ person = "p", role = "chair" }]\n[[days]]\nid = "j"\ndate = 2022-03-24\n'
    ).event
    assert pa.write(event) == (
        'format = 1\n\n[event]\nid = "exemple"\ntitle = "Exemple"\ntimezone = "Europe/Paris"\n\n'
        '[[days]]\nid = "j"\ndate = 2022-03-24\n\n'
        '[[sessions]]\nid = "a"\nday = "j"\ntitle = "T"\nstart = "09:30"\n'
        'credits = [\n    {person = "p", role = "chair"},\n]\n'
    )


COMMENTED = """# the event
format = 1   # always

[event]
id = "x"     # short
title = 'Les "Assises"'

[[days]]
id = "j"
date = 2022-03-24   # a Thursday
"""


def test_an_edit_keeps_comments_and_layout():
    """Moving an edition by its date changes that date and no other character."""
    edited = edit(COMMENTED, ("days", 0, "date"), date(2023, 3, 23))
    assert edited == COMMENTED.replace("2022-03-24", "2023-03-23")


def test_an_edit_can_add_a_key():
    """A key that was not there comes at the end of its table."""
    edited = edit(COMMENTED, ("event", "city"), "Niort")
    assert pa.parse(edited.replace("[[days]]", 'timezone = "UTC"\n[[days]]')).event.city == "Niort"
    assert edited.startswith(COMMENTED.partition("\n\n[[days]]")[0])


def test_an_edit_of_nothing_is_refused():
    """A path that leads nowhere is an error of the programmer."""
    with pytest.raises((KeyError, IndexError)):
        edit(COMMENTED, ("days", 3, "date"), date(2023, 3, 23))
