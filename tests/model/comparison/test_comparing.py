"""What two versions of an event say differently, and how their things find each other."""

from __future__ import annotations

from datetime import UTC, date, datetime

import attrs
import pytest
from hypothesis import given, settings

from partenariats.model.comparison import compare
from partenariats.model.sessions import Session
from partenariats.model.text import Text
from partenariats.model.timeline import Timeline
from partenariats.model.walltime import WallTime
from partenariats.testing import event_file, events, sample

PLAN = """
[[people]]
id = "ada"
name = "Ada Exemple"
[[venues]]
id = "hall"
name = "Salle des fêtes"
[[rooms]]
id = "one"
name = "Salle 1"
venue = "hall"
[[rooms]]
id = "two"
name = "Salle 2"
venue = "hall"
[[days]]
id = "friday"
date = 2022-03-25
[[days]]
id = "saturday"
date = 2022-03-26
[[blocks]]
id = "morning"
day = "friday"
[[sessions]]
id = "opening"
block = "morning"
title = "Ouverture"
start = "9:30"
room = "one"
credits = [{ person = "ada" }]
[[sessions]]
id = "debate"
block = "morning"
kind = "group_work"
title = "Débat"
start = "10:00"
end = "11:00"
room = "one"
[[workshops]]
id = "workshop"
number = 1
within = "debate"
room = "two"
"""


def said(before, after, language=None):
    """List key, place and both values of what two texts of events say differently."""
    timelines = (Timeline.of(event_file(text).event) for text in (before, after))
    return [(c.key, c.at, c.before, c.after) for c in compare(*timelines, language)]


def at(hour, minute=0, day=25):
    """Give an instant of the event's month, in UTC."""
    return datetime(2022, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        (
            'start = "10:00"\nend = "11:00"',
            'start = "10:30"\nend = "11:00"',
            [
                ("sessions.end", "sessions.opening.end", at(9), at(9, 30)),
                ("sessions.start", "sessions.debate.start", at(9), at(9, 30)),
                ("sessions.start", "workshops.workshop.start", at(9), at(9, 30)),
            ],
        ),
        ('end = "11:00"', 'duration = "1 h"', []),
        (
            'start = "9:30"\n',
            'start = "9:30"\nend = "10:00"\n',
            [("sessions.end_is_inferred", "sessions.opening.end_is_inferred", True, False)],
        ),
        (
            'title = "Débat"',
            'title = "Discussion"',
            [("sessions.title", "sessions.debate.title", Text("Débat"), Text("Discussion"))],
        ),
        (
            "number = 1",
            "number = 2",
            [("workshops.number", "workshops.workshop.number", 1, 2)],
        ),
        (
            'start = "9:30"\nroom = "one"',
            'start = "9:30"\nroom = "two"\nminimum = 5',
            [
                ("sessions.room", "sessions.opening.room", "one", "two"),
                ("sessions.minimum", "sessions.opening.minimum", None, 5),
            ],
        ),
        ('id = "one"', 'id = "uno"', None),
    ],
)  # fmt: skip
def test_a_change_is_told_by_key_and_place(old, new, changes):
    """Moved, retimed, retitled: each is one change; what comes to the same is none."""
    after = PLAN.replace(old, new)
    if changes is None:
        after = after.replace('room = "one"', 'room = "uno"')
        changes = [("rooms.id", "rooms.one.id", "one", "uno")]
    assert sorted(said(PLAN, after), key=str) == sorted(changes, key=str)


def test_what_is_gone_and_added_is_told_once():
    """A thing that is in one version alone is told by its table, with the thing."""
    without = PLAN.replace('[[workshops]]\nid = "workshop"\nnumber = 1\nwithin = "debate"\n', "")
    without = without.replace('room = "two"\n', "")
    changes = said(PLAN, without)
    assert [(key, place, after) for key, place, _, after in changes] == [
        ("workshops", "workshops.workshop", None)
    ]
    back = said(without, PLAN)
    assert [(key, place, before) for key, place, before, _ in back] == [
        ("workshops", "workshops.workshop", None)
    ]
    assert back[0][3] == changes[0][2] is not None


def test_another_day_is_told_by_its_date():
    """A session of another day, which has no block there, moved; so did its times."""
    after = PLAN.replace(
        'block = "morning"\ntitle = "Ouverture"', 'day = "saturday"\ntitle = "Ouverture"'
    )
    found = {key: (before, now) for key, _, before, now in said(PLAN, after)}
    assert found["sessions.day"] == (date(2022, 3, 25), date(2022, 3, 26))
    assert found["sessions.block"] == ("morning", None)
    assert found["sessions.start"] == (at(8, 30), at(8, 30, 26))


IDS = [
    "ada",
    "hall",
    "one",
    "two",
    "friday",
    "saturday",
    "morning",
    "opening",
    "debate",
    "workshop",
]


def test_things_with_other_ids_find_each_other():
    """By name, title, date, or hour and room: what points at them has not changed then."""
    text = PLAN
    for name in IDS:
        text = text.replace(f'"{name}"', f'"new-{name}"')
    changes = said(PLAN, text)
    blocks = [("blocks", "blocks.morning"), ("blocks", "blocks.new-morning")]
    ids = [(c[0], c[1]) for c in changes if c[0] != "blocks"]
    assert [(key, place) for key, place in ids if not key.endswith(".id")] == [
        ("sessions.block", "sessions.opening.block"),
        ("sessions.block", "sessions.debate.block"),
        ("sessions.block", "workshops.workshop.block"),
    ]
    assert sorted({key for key, _ in ids if key.endswith(".id")}) == [
        "days.id", "people.id", "rooms.id", "sessions.id", "venues.id",
    ]  # fmt: skip
    assert [c[:2] for c in changes if c[0] == "blocks"] == blocks


def test_a_workshop_that_comes_back_as_a_session_is_the_same():
    """It is told that it changed its table, and what a session cannot have is nothing then."""
    event = event_file(PLAN).event
    workshop = event.workshops[0]
    session = Session(
        id=workshop.id, title=Text("Atelier 1"), day=event.days[0].id,
        start=WallTime(600), end=WallTime(660), room=workshop.room,
    )  # fmt: skip
    after = attrs.evolve(event, sessions=(*event.sessions, session), workshops=())
    changes = compare(Timeline.of(event), Timeline.of(after))
    assert [(c.key, c.at) for c in changes] == [
        ("workshops", "workshops.workshop"),
        ("sessions.title", "workshops.workshop.title"),
        ("workshops.number", "workshops.workshop.number"),
        ("workshops.within", "workshops.workshop.within"),
        ("sessions.block", "workshops.workshop.block"),
    ]


def test_another_order_is_told_once_for_its_table():
    """The order of rooms is one change, and nothing else is one."""
    event = event_file(PLAN).event
    after = attrs.evolve(event, rooms=event.rooms[::-1])
    (change,) = compare(Timeline.of(event), Timeline.of(after))
    assert (change.key, change.at) == ("rooms.order", "rooms")
    assert (change.before, change.after) == (("one", "two"), ("two", "one"))


def test_a_text_left_in_one_language_is_told_as_such():
    """Where a language is named, it is no change of the title, unless it says something else."""
    both = PLAN.replace('"Débat"', '{ fr = "Débat", en = "Debate" }')
    wanted = [("texts.translations", "sessions.debate.title")]
    assert [c[:2] for c in said(both, PLAN, "fr")] == wanted
    assert [c[:2] for c in said(both, PLAN, "en")] == [("sessions.title", "sessions.debate.title")]
    assert [c[:2] for c in said(both, PLAN)] == [("sessions.title", "sessions.debate.title")]


def test_the_event_and_its_settings_are_compared():
    """Keys of the event, and tables of settings key by key."""
    after = PLAN + '[registration]\ncapacity = 5\n[plugins.own]\na = 1\n[[outputs]]\nuse = "text"\n'
    changes = said(PLAN, after)
    assert [c[:2] for c in changes] == [
        ("outputs", "outputs"),
        ("registration.capacity", "registration.capacity"),
        ("plugins", "plugins"),
    ]
    event = event_file(PLAN).event
    moved = attrs.evolve(event, city="Niort", timezone="Europe/London")
    changed = [c.key for c in compare(Timeline.of(event), Timeline.of(moved))]
    assert changed[:2] == ["event.timezone", "event.city"]


@given(events())
@settings(max_examples=40)
def test_nothing_differs_from_itself(event):
    """Any event, whatever is wrong with it, is as it is; with another id it is another."""
    timeline = Timeline.of(event)
    assert compare(timeline, Timeline.of(event)) == ()
    other = Timeline.of(attrs.evolve(event, id=event.id + "x"))
    assert [change.key for change in compare(timeline, other)] == ["event.id"]


@given(events(), events())
@settings(max_examples=25)
def test_any_two_events_can_be_compared(one, other):
    """Never does it fail, and both ways what is in one alone is in one alone."""
    there, back = (
        compare(*map(Timeline.of, pair)) for pair in ((one, other), (other, one))
    )  # fmt: skip
    gone = sorted(change.at for change in there if change.after is None and "." not in change.key)
    assert len(gone) == sum(c.before is None and "." not in c.key for c in back)


def test_everything_differs_from_nothing():
    """Each key of the event that uses them all is told, of its things or its table."""
    event = sample("everything").event
    bare = attrs.evolve(event, people=(), themes=(), topics=(), working_groups=(), rooms=())
    found = [c.at for c in compare(Timeline.of(event), Timeline.of(bare)) if c.after is None]
    assert {"people.anne", "themes.climat", "topics.arbres", "rooms.salle"} <= set(found)


def test_days_find_each_other_by_their_date():
    """A day that lost its title and bears another id is the same day."""
    titled = PLAN.replace("date = 2022-03-25", 'date = 2022-03-25\ntitle = "Premier jour"')
    other = PLAN.replace('"friday"', '"day-1"')
    assert [change[:2] for change in said(titled, other)] == [
        ("days.id", "days.friday.id"),
        ("days.title", "days.friday.title"),
    ]


def test_ids_that_were_made_anew_do_not_tell():
    """What bears by chance the id of another day is matched by its date."""
    other = PLAN.replace('"friday"', '"x"').replace('"saturday"', '"friday"')
    timelines = [Timeline.of(event_file(text).event) for text in (PLAN, other)]
    assert [(c.key, c.before, c.after) for c in compare(*timelines, anew={"days"})] == [
        ("days.id", "friday", "x"),
        ("days.id", "saturday", "friday"),
    ]
    assert "days.date" in [change.key for change in compare(*timelines)]


def test_things_of_one_name_are_matched_one_to_one():
    """Two sessions of one title, with other ids, are two: in their order."""
    pair = PLAN.replace('"Débat"', '"Ouverture"')
    text = pair.replace('"opening"', '"x"').replace('"debate"', '"y"').replace('"9:30"', '"9:15"')
    changes = said(pair, text.replace('start = "10:00"', 'start = "10:15"'))
    assert [change[2:] for change in changes if change[0] == "sessions.id"] == [
        ("opening", "x"),
        ("debate", "y"),
    ]
