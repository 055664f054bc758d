"""What people will live: days, sections, sessions with everything they point at."""

from __future__ import annotations

import pytest

from partenariats.model.people import Role
from partenariats.model.programme import Programme, UnresolvedTimelineError
from partenariats.model.text import Text
from partenariats.model.timeline import Timeline

TEXT = """
[[people]]
id = "p"
name = "Camille Exemple"
[[organizations]]
id = "o"
name = "Organisation"
[[themes]]
id = "t"
title = "Thème"
[[topics]]
id = "sujet"
title = "Sujet"
[[days]]
id = "deux"
date = 2022-03-25
[[days]]
id = "un"
date = 2022-03-24
[[blocks]]
id = "b"
day = "deux"
[[sessions]]
id = "cafe"
title = "Café"
day = "deux"
start = "8:00"
[[sessions]]
id = "ateliers"
title = { fr = "Ateliers", en = "Workshops" }
kind = "group_work"
block = "b"
start = "9:00"
end = "10:00"
themes = ["t"]
topics = ["sujet"]
credits = [{ person = "p", role = "chair" }, { organization = "o", role = "host", as = "hôte" }]
[[sessions]]
id = "bal"
title = "Bal"
day = "deux"
start = "25:00"
[[workshops]]
id = "w"
within = "ateliers"
"""


@pytest.fixture
def programme(event_file):
    """Give a programme of two days, one of them empty."""
    return Programme.of(Timeline.of(event_file(TEXT).event))


def test_days_come_by_date_and_none_is_lost(programme):
    """Days are in the order of their dates; one without a session is still a day."""
    laid_out = [
        (day.day.id, [[s.id for s in section.sessions] for section in day.sections])
        for day in programme.days
    ]
    assert laid_out == [("un", []), ("deux", [["cafe"], ["ateliers"], ["bal"]])]


def test_a_session_holds_what_it_points_at(programme):
    """No exporter has to look an id up."""
    held = programme.session("ateliers")
    assert [(who.who.id, who.role, who.as_) for who in held.participants] == [
        ("p", Role.CHAIR, None),
        ("o", Role.HOST, Text("hôte")),
    ]
    assert held.block.id == "b"
    assert [theme.id for theme in held.themes] == ["t"]
    assert [topic.id for topic in held.topics] == ["sujet"]
    assert [workshop.id for workshop in held.workshops] == ["w"]


def test_instants_are_in_the_zone_of_the_event(programme):
    """Start and end are pendulum's, and minutes on the wall count on after midnight."""
    held, ball = programme.session("ateliers"), programme.session("bal")
    assert held.start.isoformat() == "2022-03-25T09:00:00+01:00"
    assert held.end.timezone_name == "Europe/Paris"
    assert (held.minutes(), ball.minutes()) == ((540, 600), (1500, None))
    assert ball.start.isoformat() == "2022-03-26T01:00:00+01:00"


def test_every_session_comes_once_in_order(programme):
    """Going through a programme meets each session and workshop once."""
    assert [session.id for session in programme.sessions] == ["cafe", "ateliers", "w", "bal"]


def test_a_programme_is_said_in_another_language(programme):
    """The language changes what texts say and nothing else."""
    english = programme.in_language("en")
    title = programme.session("ateliers").session.title
    assert (programme.say(title), english.say(title)) == ("Ateliers", "Workshops")
    assert english.days == programme.days


def test_a_timeline_with_problems_is_no_programme(event_file):
    """An exporter never sees an event that has errors."""
    broken = Timeline.of(event_file('[[sessions]]\nid = "a"\ntitle = "A"\n').event)
    said = "the event has 1 problems: no programme can be made of it"
    with pytest.raises(UnresolvedTimelineError, match=f"^{said}$"):
        Programme.of(broken)


def test_sessions_are_gathered_by_block_and_as_they_follow(event_file):
    """A block gathers its sessions; those without one stand together where they follow."""
    rows = [("a", ""), ("b", ""), ("c", "b"), ("d", ""), ("e", "x"), ("f", "b"), ("g", "")]
    text = '[[days]]\nid = "j"\ndate = 2022-03-24\n'
    text += "".join(f'[[blocks]]\nid = "{block}"\nday = "j"\n' for block in "bx")
    for hour, (name, block) in enumerate(rows, 8):
        place = f'block = "{block}"' if block else 'day = "j"'
        text += f'[[sessions]]\nid = "{name}"\ntitle = "T"\n{place}\nstart = "{hour}:00"\n'
    (day,) = Programme.of(Timeline.of(event_file(text).event)).days
    gathered = [
        (section.block and section.block.id, [session.id for session in section.sessions])
        for section in day.sections
    ]
    assert gathered == [
        (None, ["a", "b"]),
        ("b", ["c", "f"]),
        (None, ["d"]),
        ("x", ["e"]),
        (None, ["g"]),
    ]
    assert [session.id for session in day.sessions] == ["a", "b", "c", "f", "d", "e", "g"]


def test_equal_events_have_equal_programmes(event_file):
    """Programmes are values: equal and hashed alike when their events are."""
    first, second = (Programme.of(Timeline.of(event_file(TEXT).event)) for _ in range(2))
    assert first == second
    assert hash(first) == hash(second)
