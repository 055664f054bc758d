"""Hypothesis strategies: any event, and any programme."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from partenariats.model import ids
from partenariats.model.event import Audience, Event, Output, Revision, Visibility
from partenariats.model.people import Credit, Organization, Person, Position, Role
from partenariats.model.places import Accessibility, Room, Travel, Venue
from partenariats.model.programme import Programme
from partenariats.model.registration.settings import RegistrationSettings
from partenariats.model.sessions import Block, Day, Point, Session, SessionKind, Workshop
from partenariats.model.table import Table
from partenariats.model.text import Text
from partenariats.model.themes import Theme, Topic, WorkingGroup, WorkingGroupState
from partenariats.model.timeline import Timeline
from partenariats.model.walltime import WallTime
from partenariats.testing.declarations import registrations

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
plain_words = st.lists(
    st.text("abcXYZéàç0189<>&;:,.'\"()*=+@#%-_/\\", min_size=1, max_size=8), min_size=1, max_size=4
).map(" ".join)
"""What people write on one line: words of visible characters, a space between."""


def _translated(wording: st.SearchStrategy[str]) -> st.SearchStrategy[Text]:
    languages = st.sampled_from(["fr", "en", "pt-BR"])
    forms = st.dictionaries(languages, wording, min_size=1).map(Text.in_languages)
    return st.builds(Text, wording) | forms


texts = _translated(words)
_walls = st.builds(WallTime, st.integers(0, 2879), st.none() | st.sampled_from([0, 60, -210]))
_free = st.recursive(
    words | st.integers(-(2**60), 2**60) | st.booleans() | st.dates(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(slugs, inner, max_size=2),
    max_leaves=4,
)


def _some(items: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=most).map(tuple)


_ids = st.sampled_from(["a", "b", "c"]) | slugs
_counts = st.none() | st.integers(0, 999)
_fitted = st.none() | _some(st.sampled_from(Accessibility))
_lengths = st.none() | st.integers(1, 3000).map(lambda minutes: timedelta(minutes=minutes))
_credits = st.builds(
    Credit,
    person=st.none() | _ids,
    organization=st.none() | _ids,
    role=st.sampled_from(Role),
    as_=st.none() | texts,
)
_points = st.builds(
    Point, text=texts, theme=st.none() | _ids, kind=st.none() | st.sampled_from(SessionKind)
)
_dates = st.dates(date(2022, 3, 24), date(2022, 3, 28)) | st.dates(
    date(1900, 1, 1), date(2200, 12, 31)
)
_items: dict[str, st.SearchStrategy[Any]] = {
    "id": _ids,
    "block": st.none() | _ids,
    "day": st.none() | _ids,
    "start": st.none() | _walls,
    "end": st.none() | _walls,
    "duration": _lengths,
    "description": st.none() | texts,
    "venue": st.none() | _ids,
    "room": st.none() | _ids,
    "themes": _some(_ids, 2),
    "topics": _some(_ids, 1),
    "credits": _some(_credits, 2),
    "points": _some(_points, 1),
    "expected": _counts,
    "capacity": _counts,
    "minimum": _counts,
    "required_for": _some(_ids, 2),
    "tentative": st.booleans(),
}


def _people() -> st.SearchStrategy[Person]:
    positions = st.builds(Position, title=texts, organization=st.none() | _ids)
    return st.builds(
        Person,
        id=_ids,
        name=words,
        positions=_some(positions),
        biography=st.none() | texts,
        confirmed=st.none() | st.booleans(),
    )


def _places() -> dict[str, st.SearchStrategy[Any]]:
    travel = st.builds(Travel, to=_ids, minutes=st.integers(0, 99))
    venues = st.builds(
        Venue,
        id=_ids,
        name=texts,
        address=st.none() | words,
        latitude=st.none() | st.floats(-90, 90),
        accessibility=_fitted,
        travel=_some(travel),
    )
    rooms = st.builds(
        Room,
        id=_ids,
        name=texts,
        venue=st.none() | _ids,
        capacity=_counts,
        shared=st.booleans(),
        accessibility=_fitted,
    )
    return {"venues": _some(venues), "rooms": _some(rooms)}


def _subjects() -> dict[str, st.SearchStrategy[Any]]:
    groups = st.builds(
        WorkingGroup,
        id=_ids,
        theme=_ids,
        title=st.none() | texts,
        state=st.sampled_from(WorkingGroupState),
        formed_in=st.none() | _ids,
        lead=st.none() | _ids,
        members=_some(_ids),
    )
    return {
        "themes": _some(st.builds(Theme, id=_ids, title=texts, parent=st.none() | _ids)),
        "topics": _some(
            st.builds(
                Topic,
                id=_ids,
                title=texts,
                theme=st.none() | _ids,
                proposed_by=st.none() | _ids,
            )
        ),
        "working_groups": _some(groups),
    }


def _times() -> dict[str, st.SearchStrategy[Any]]:
    frame = {"id": _ids, "start": st.none() | _walls, "end": st.none() | _walls}
    blocks = st.builds(
        Block,
        **frame,
        day=_ids,
        title=st.none() | texts,
        venue=st.none() | _ids,
        themes=_some(_ids),
        points=_some(_points),
    )
    sessions = st.builds(Session, **_items, title=texts, kind=st.sampled_from(SessionKind))
    workshops = st.builds(
        Workshop,
        **_items,
        title=st.none() | texts,
        number=st.none() | st.integers(0, 9),
        within=st.none() | _ids,
    )
    return {
        "days": _some(st.builds(Day, **frame, date=_dates, title=st.none() | texts)),
        "blocks": _some(blocks),
        "sessions": _some(sessions, 4),
        "workshops": _some(workshops, 2),
    }


def events() -> st.SearchStrategy[Event]:
    """Make any event that its types allow; its ids point at each other, or at nothing."""
    revisions = st.builds(
        Revision,
        number=st.integers(0, 99),
        at=st.integers(0, 4_000_000_000).map(lambda at: datetime.fromtimestamp(at, UTC)),
    )
    outputs = st.builds(
        Output,
        use=st.sampled_from(["text", "json"]) | slugs,
        visibility=st.sampled_from(Visibility),
        options=st.dictionaries(slugs, _free).map(Table.of),
    )
    return st.builds(
        Event,
        id=slugs,
        title=texts,
        timezone=st.sampled_from(ZONES),
        motto=st.none() | texts,
        languages=_some(st.sampled_from(["fr", "en", "de-CH"])),
        country=st.none() | st.sampled_from(["FR", "BE"]),
        expected=_counts,
        organizers=_some(_ids),
        audiences=_some(st.builds(Audience, id=_ids, title=texts, capacity=_counts), 2),
        revision=st.none() | revisions,
        organizations=_some(st.builds(Organization, id=_ids, name=texts)),
        people=_some(_people()),
        **_places(),
        **_subjects(),
        **_times(),
        outputs=_some(outputs),
        registration=st.just(RegistrationSettings()) | registrations(_ids, words, texts, _walls),
        plugins=st.dictionaries(slugs, st.dictionaries(slugs, _free), max_size=2).map(Table.of),
    )


def _cast(texts: st.SearchStrategy[Text]) -> st.SearchStrategy[Credit]:
    person = st.just(ids.PersonId("person"))
    return st.builds(Credit, person=person, role=st.sampled_from(Role), as_=st.none() | texts)


@st.composite
def programmes(draw: st.DrawFn, wording: st.SearchStrategy[str] = words) -> Programme:
    """Make any programme: sessions in the day, in blocks or not, with people, places, themes.

    `wording` makes what its texts say; `plain_words` gives what people write on one line.
    """
    texts = _translated(wording)
    first = draw(st.dates(date(1980, 1, 1), date(2037, 12, 28)))
    days = tuple(
        Day(id=ids.DayId(f"day-{n}"), date=first + timedelta(days=n))
        for n in range(draw(st.integers(1, 3)))
    )
    blocks = tuple(
        Block(id=ids.BlockId(f"block-{day.id}"), day=day.id, title=draw(texts)) for day in days
    )
    people = (Person(id=ids.PersonId("person"), name=draw(wording)),)
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
        _placed(draw, ids.SessionId(f"session-{n}"), days, blocks, texts)
        for n in range(draw(st.integers(0, 6)))
    )
    return Programme.of(Timeline.of(attrs.evolve(event, sessions=sessions)))


def _placed(
    draw: st.DrawFn,
    session_id: ids.SessionId,
    days: tuple[Day, ...],
    blocks: tuple[Block, ...],
    texts: st.SearchStrategy[Text],
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
        credits=draw(_some(_cast(texts), 2)),
        points=draw(_some(st.builds(Point, text=texts))),
        tentative=draw(st.booleans()),
        expected=draw(_counts),
        capacity=draw(_counts),
        minimum=draw(_counts),
        language=draw(st.none() | st.sampled_from(["fr", "en"])),
        url=draw(st.none() | st.just("https://example.invalid/session")),
    )
