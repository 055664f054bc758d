"""Hypothesis strategies: any event, and any programme."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from partenariats.model import ids
from partenariats.model.event import Event, Output, Revision
from partenariats.model.people import Credit, Person, Role
from partenariats.model.places import Accessibility, Room, Venue
from partenariats.model.programme import Programme
from partenariats.model.sessions import Block, Day, Point, Session, SessionKind, Workshop
from partenariats.model.table import Table
from partenariats.model.text import Text
from partenariats.model.themes import Theme
from partenariats.model.timeline import Timeline
from partenariats.model.walltime import WallTime

ZONES = ("Europe/Paris", "UTC", "Asia/Kolkata", "America/New_York", "Pacific/Auckland")
"""Zones whose clocks never change between eight in the morning and midnight."""

inherited = settings(
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow],
)
"""For a law in a class that others derive from: each derived class runs it on its own."""

slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], include_characters="\n\t\r"),
    max_size=30,
)
texts = st.builds(Text, words) | st.dictionaries(
    st.sampled_from(["fr", "en", "pt-BR"]), words, min_size=1
).map(Text.in_languages)
_walls = st.builds(WallTime, st.integers(0, 2879), st.none() | st.sampled_from([0, 60, -210]))
_free = st.recursive(
    words | st.integers(-(2**60), 2**60) | st.booleans() | st.dates(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(slugs, inner, max_size=2),
    max_leaves=4,
)


def _some(items: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=most).map(tuple)


def _sessions() -> st.SearchStrategy[Session]:
    return st.builds(
        Session,
        id=slugs,
        title=texts,
        kind=st.sampled_from(SessionKind),
        day=slugs,
        start=_walls,
        duration=st.none() | st.integers(1, 3000).map(lambda minutes: timedelta(minutes=minutes)),
        description=st.none() | texts,
        themes=_some(slugs),
        credits=_some(
            st.builds(Credit, person=slugs, role=st.sampled_from(Role), as_=st.none() | texts)
        ),
        points=_some(st.builds(Point, text=texts, theme=st.none() | slugs)),
        capacity=st.none() | st.integers(0, 999),
        tentative=st.booleans(),
    )


def events() -> st.SearchStrategy[Event]:
    """Make any event that its types allow; its ids mostly point at nothing."""
    revisions = st.builds(
        Revision,
        number=st.integers(0, 99),
        at=st.integers(0, 4_000_000_000).map(lambda at: datetime.fromtimestamp(at, UTC)),
    )
    venues = st.builds(
        Venue,
        id=slugs,
        name=texts,
        latitude=st.none() | st.floats(-90, 90),
        accessibility=st.none() | _some(st.sampled_from(Accessibility)),
    )
    return st.builds(
        Event,
        id=slugs,
        title=texts,
        timezone=st.sampled_from(ZONES),
        revision=st.none() | revisions,
        venues=_some(venues),
        days=_some(st.builds(Day, id=slugs, date=st.dates(date(1900, 1, 1), date(2200, 12, 31)))),
        sessions=_some(_sessions()),
        workshops=_some(
            st.builds(Workshop, id=slugs, number=st.none() | st.integers(0, 9), within=slugs)
        ),
        outputs=_some(
            st.builds(Output, use=slugs, options=st.dictionaries(slugs, _free).map(Table.of))
        ),
        plugins=st.dictionaries(slugs, st.dictionaries(slugs, _free), max_size=2).map(Table.of),
    )


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Make any programme: sessions in the day, in blocks or not, with people, places, themes."""
    first = draw(st.dates(date(1980, 1, 1), date(2037, 12, 28)))
    days = tuple(
        Day(id=ids.DayId(f"day-{n}"), date=first + timedelta(days=n))
        for n in range(draw(st.integers(1, 3)))
    )
    blocks = tuple(
        Block(id=ids.BlockId(f"block-{day.id}"), day=day.id, title=draw(texts)) for day in days
    )
    people = (Person(id=ids.PersonId("person"), name=draw(words)),)
    venues = (Venue(id=ids.VenueId("venue"), name=draw(texts)),)
    rooms = (Room(id=ids.RoomId("room"), name=draw(texts), venue=ids.VenueId("venue")),)
    themes = (Theme(id=ids.ThemeId("theme"), title=draw(texts)),)
    event = Event(
        id=ids.EventId(draw(slugs)),
        title=draw(texts),
        timezone=draw(st.sampled_from(ZONES)),
        language=draw(st.sampled_from(["fr", "en", "de"])),
        days=days,
        blocks=blocks,
        people=people,
        venues=venues,
        rooms=rooms,
        themes=themes,
    )
    sessions = tuple(
        _placed(draw, ids.SessionId(f"session-{n}"), days, blocks)
        for n in range(draw(st.integers(0, 6)))
    )
    return Programme.of(Timeline.of(attrs.evolve(event, sessions=sessions)))


def _placed(
    draw: st.DrawFn, session_id: ids.SessionId, days: tuple[Day, ...], blocks: tuple[Block, ...]
) -> Session:
    in_block = draw(st.booleans())
    start = draw(st.integers(8 * 60, 22 * 60))
    end = draw(st.none() | st.integers(start, 23 * 60 + 59))
    room = draw(st.none() | st.just(ids.RoomId("room")))
    return Session(
        id=session_id,
        title=draw(texts),
        kind=draw(st.sampled_from(SessionKind)),
        block=draw(st.sampled_from(blocks)).id if in_block else None,
        day=None if in_block else draw(st.sampled_from(days)).id,
        start=WallTime(start),
        end=None if end is None else WallTime(end),
        room=room,
        description=draw(st.none() | texts),
        themes=draw(st.sampled_from([(), (ids.ThemeId("theme"),)])),
        credits=draw(st.sampled_from([(), (Credit(person=ids.PersonId("person")),)])),
        points=draw(_some(st.builds(Point, text=texts))),
        tentative=draw(st.booleans()),
    )
