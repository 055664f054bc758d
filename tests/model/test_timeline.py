"""Placing sessions: frames, workshops, ends that are inferred or stay open, problems as values."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from partenariats.model.clock import ClockFault
from partenariats.model.timeline import Timeline
from partenariats.model.timeline import problems as p
from partenariats.model.timeline.references import TABLES
from partenariats.model.walltime import WallTime

DAYS = """
[[days]]
id = "jeudi"
date = 2022-03-24
[[days]]
id = "vendredi"
date = 2022-03-25
[[blocks]]
id = "matinee"
day = "vendredi"
[[blocks]]
id = "apres-midi"
day = "vendredi"
"""


def session(id_, where, start="", **more):
    """Write a session as an event file does."""
    keys = {"id": f'"{id_}"', "title": '"T"', **more}
    keys |= {key: f'"{value}"' for key, value in [where] if value}
    if start:
        keys["start"] = f'"{start}"'
    lines = "\n".join(f"{key} = {value}" for key, value in keys.items())
    return f"[[sessions]]\n{lines}\n"


@pytest.fixture
def timeline(event_file):
    """Make the timeline of two days, two blocks and whatever a test adds."""
    return lambda *parts: Timeline.of(event_file(DAYS + "\n".join(parts)).event)


def ends(timeline):
    """Say for each session when it ends, UTC, with a mark where that was inferred."""
    return {
        item.session.id: "open"
        if item.end is None
        else f"{datetime.fromtimestamp(item.end, UTC):%H:%M}{'~' if item.end_is_inferred else ''}"
        for item in timeline.placed
    }


MORNING, AFTERNOON, FRIDAY = ("block", "matinee"), ("block", "apres-midi"), ("day", "vendredi")


def test_an_end_is_taken_from_the_next_start_of_the_block(timeline):
    """A session without an end ends when the next one of its block starts, and says so."""
    made = timeline(session("a", MORNING, "9:00"), session("b", MORNING, "10:00", end='"11:00"'))
    assert ends(made) == {"a": "09:00~", "b": "10:00"}


def test_the_next_start_is_found_by_the_clock_not_by_the_file(timeline):
    """Sessions may be written in any order."""
    made = timeline(
        session("c", MORNING, "11:00", end='"12:00"'),
        session("a", MORNING, "9:00"),
        session("b", MORNING, "10:00"),
    )
    assert ends(made) == {"a": "09:00~", "b": "10:00~", "c": "11:00"}


def test_parallel_sessions_end_at_the_next_later_start(timeline):
    """Two sessions that start together both end when the next one starts."""
    made = timeline(*(session(x, MORNING, "9:00") for x in "ab"), session("c", MORNING, "10:00"))
    assert ends(made) == {"a": "09:00~", "b": "09:00~", "c": "open"}


def test_the_last_of_a_block_ends_at_the_next_start_in_its_venue(timeline):
    """After the last session of a block, the next one of the day in the same venue counts."""
    venues = '[[venues]]\nid = "x"\nname = "X"\n[[venues]]\nid = "y"\nname = "Y"\n'
    parts = [
        session("a", MORNING, "9:00", venue='"x"'),
        session("b", AFTERNOON, "13:00", venue='"y"'),
        session("c", AFTERNOON, "14:00", venue='"x"'),
    ]
    assert ends(timeline(venues, *parts)) == {"a": "13:00~", "b": "13:00~", "c": "open"}


def test_nothing_is_inferred_from_another_venue_or_day(timeline):
    """The next start elsewhere, or tomorrow, says nothing about an end."""
    venues = '[[venues]]\nid = "x"\nname = "X"\n[[venues]]\nid = "y"\nname = "Y"\n'
    parts = [
        session("hier", ("day", "jeudi"), "9:00", venue='"x"'),
        session("a", MORNING, "9:00", venue='"x"'),
        session("b", AFTERNOON, "13:00", venue='"y"'),
    ]
    assert ends(timeline(venues, *parts)) == {"hier": "open", "a": "open", "b": "open"}


@pytest.mark.parametrize("hole_at", [1, 2])
def test_nothing_is_inferred_across_a_session_without_a_start(timeline, hole_at):
    """Where the file has a session whose start is unknown, it may be the one that comes next."""
    parts = [session("a", MORNING, "9:00"), session("c", MORNING, "11:00")]
    parts.insert(hole_at, session("trou", MORNING))
    wanted = {1: {"a": "open", "c": "open"}, 2: {"a": "10:00~", "c": "open"}}
    assert ends(timeline(*parts)) == wanted[hole_at]


def test_nothing_is_inferred_past_the_end_of_the_block(event_file):
    """A session whose block ends before the next start stays open."""
    text = DAYS.replace('id = "matinee"', 'id = "matinee"\nend = "12:00"')
    parts = [session("a", MORNING, "9:00"), session("b", AFTERNOON, "13:00")]
    made = Timeline.of(event_file(text + "".join(parts)).event)
    assert ends(made) == {"a": "open", "b": "open"}


def test_an_end_that_is_wrong_is_not_replaced_by_a_guess(timeline):
    """Where the written end is at fault, none is inferred."""
    parts = [session("a", MORNING, "9:00", end='"8:00"'), session("b", MORNING, "10:00")]
    made = timeline(*parts)
    assert ends(made) == {"a": "open", "b": "open"}
    wanted = (p.EndBeforeStart(("sessions", 0, "end"), "a", ("sessions", 0, "start")),)
    assert made.problems == wanted


def test_a_duration_is_elapsed_time(event_file):
    """In the night of a clock change, two hours later is two hours later."""
    made = Timeline.of(
        event_file(
            '[[days]]\nid = "samedi"\ndate = 2022-03-26\n'
            + session("nuit", ("day", "samedi"), "25:00", duration='"2 h"')
        ).event
    )
    assert ends(made) == {"nuit": "02:00"}


def test_a_session_after_midnight_stays_on_its_day(timeline):
    """25:00 is one in the morning of the next date, and belongs to the evening before."""
    made = timeline(session("bal", ("day", "jeudi"), "25:00", end='"26:30"'))
    assert [item.session.id for item in made.by_day["jeudi"]] == ["bal"]
    assert datetime.fromtimestamp(made.placed[0].start, UTC) == datetime(2022, 3, 25, tzinfo=UTC)


WORKSHOPS = """
[[venues]]
id = "x"
name = "X"
[[rooms]]
id = "r"
name = "R"
[[sessions]]
id = "ateliers"
title = "Ateliers"
kind = "group_work"
block = "apres-midi"
start = "13:30"
venue = "x"
room = "r"
[[sessions]]
id = "suite"
title = "Suite"
block = "apres-midi"
start = "15:00"
"""


def test_a_workshop_takes_times_and_venue_but_never_the_room(timeline):
    """What a workshop does not say it has from its group-work session, the room excepted."""
    made = timeline(WORKSHOPS, '[[workshops]]\nid = "un"\nwithin = "ateliers"')
    host, held = made.by_id["ateliers"], made.by_id["un"]
    assert (held.start, held.end, held.venue, held.day, held.block) == (
        host.start, host.end, host.venue, host.day, host.block,
    )  # fmt: skip
    assert held.end_is_inferred
    assert (host.room.id, held.room) == ("r", None)
    assert [item.session.id for item in made.by_host["ateliers"]] == ["un"]


def test_a_workshop_may_have_its_own_times(timeline):
    """A workshop that starts later still ends with its group-work session."""
    made = timeline(WORKSHOPS, '[[workshops]]\nid = "un"\nwithin = "ateliers"\nstart = "14:00"')
    assert made.by_id["un"].start == made.by_id["ateliers"].start + 1800
    assert made.by_id["un"].end == made.by_id["ateliers"].end


def test_a_workshop_within_an_unplaced_session_is_not_a_second_fault(timeline):
    """One fault is told once: the group-work session's."""
    hole = '[[sessions]]\nid = "x"\ntitle = "X"\nkind = "group_work"\nblock = "matinee"\n'
    made = timeline(hole, '[[workshops]]\nid = "un"\nwithin = "x"')
    assert made.problems == (p.NoStart(("sessions", 0), "x"),)


def test_the_venue_comes_from_session_room_or_block(event_file):
    """A session's own venue counts first, then its room's, then its block's."""
    text = """
    [[venues]]
    id = "a"
    name = "A"
    [[venues]]
    id = "b"
    name = "B"
    [[rooms]]
    id = "salle-b"
    name = "Salle B"
    venue = "b"
    [[days]]
    id = "j"
    date = 2022-03-24
    [[blocks]]
    id = "m"
    day = "j"
    venue = "a"
    """ + "".join(
        session(name, ("block", "m"), f"{hour}:00", **more)
        for name, hour, more in [
            ("bloc", 9, {}),
            ("salle", 10, {"room": '"salle-b"'}),
            ("propre", 11, {"venue": '"b"'}),
        ]
    )
    made = Timeline.of(event_file(text).event)
    found = {item.session.id: item.venue.id for item in made.placed}
    assert found == {"bloc": "a", "salle": "b", "propre": "b"}


def test_the_order_is_by_start_then_by_the_file(timeline):
    """Sessions that start together keep the order of the file, workshops after sessions."""
    made = timeline(
        session("b", MORNING, "9:00"),
        '[[workshops]]\nid = "w"\nblock = "matinee"\nstart = "9:00"',
        session("a", MORNING, "9:00"),
        session("tot", MORNING, "8:00"),
    )
    assert [item.session.id for item in made.placed] == ["tot", "b", "a", "w"]


def test_indexes_hold_each_session_once(timeline):
    """A person credited twice in a session is found once; themes of points count too."""
    made = timeline(
        '[[people]]\nid = "p"\nname = "P"\n[[themes]]\nid = "t"\ntitle = "T"\n',
        session(
            "a",
            MORNING,
            "9:00",
            credits='[{ person = "p" }, { person = "p", role = "chair" }]',
            points='[{ text = "x", theme = "t" }]',
        ),
        session("b", MORNING, "10:00", themes='["t"]'),
    )
    by = {
        name: [item.session.id for item in getattr(made, name)[key]]
        for name, key in [("by_person", "p"), ("by_theme", "t"), ("by_block", "matinee")]
    }
    assert by == {"by_person": ["a"], "by_theme": ["a", "b"], "by_block": ["a", "b"]}


@pytest.mark.parametrize(
    ("fragment", "problem"),
    [
        (
            session("a", ("block", "nulle-part"), "9:00"),
            p.UnknownReference(("sessions", 0, "block"), "nulle-part", "blocks"),
        ),
        (session("a", ("", ""), "9:00"), p.NoDay(("sessions", 0), "a")),
        (session("a", MORNING), p.NoStart(("sessions", 0), "a")),
        (
            session("a", MORNING, "9:00", day='"jeudi"'),
            p.TwoDays(
                ("sessions", 0, "day"), "jeudi", "matinee", "vendredi", ("sessions", 0, "block")
            ),
        ),
        (
            session("a", MORNING, "9:00", end='"10:00"', duration='"30 min"'),
            p.TwoEnds(("sessions", 0, "end"), "a", ("sessions", 0, "duration")),
        ),
        (
            session("a", MORNING, "9:00", credits='[{ role = "chair" }]'),
            p.CreditWithoutName(("sessions", 0, "credits", 0), both=False),
        ),
        (
            '[[themes]]\nid = "t"\ntitle = "T"\nparent = "t"',
            p.CircularTheme(("themes", 0, "parent"), "t"),
        ),
        (
            '[[themes]]\nid = "t"\ntitle = "T"\n[[themes]]\nid = "t"\ntitle = "U"',
            p.DuplicateId(("themes", 1, "id"), "t", ("themes", 0, "id")),
        ),
        (
            session("a", MORNING, "9:00") + '[[workshops]]\nid = "a"\nwithin = "a"\n',
            p.DuplicateId(("workshops", 0, "id"), "a", ("sessions", 0, "id")),
        ),
    ],
)
def test_what_is_wrong_is_kept_as_a_value(timeline, fragment, problem):
    """Each fault becomes one problem that says where it is."""
    assert problem in timeline(fragment).problems


def test_an_end_and_a_duration_that_agree_are_no_problem(timeline):
    """Saying the same thing twice is not a fault."""
    made = timeline(session("a", MORNING, "9:00", end='"10:00"', duration='"1 h"'))
    assert (made.problems, ends(made)) == ((), {"a": "09:00"})


def test_an_unknown_zone_places_nothing(event_file):
    """Without a zone no session has an instant, and nothing else is said of time."""
    text = 'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "Europe/Niort"\n'
    made = Timeline.of(event_file(text + DAYS + session("a", MORNING, "9:00")).event)
    assert made.placed == ()
    assert made.problems == (p.UnknownZone(("event", "timezone"), "Europe/Niort"),)


def test_a_file_with_twins_is_still_placed(timeline):
    """Two sessions of one id are both on the timeline, so that other faults are found too."""
    made = timeline(session("a", MORNING, "9:00"), session("a", MORNING, "9:30"))
    assert len(made.placed) == 2
    assert made.by_id["a"].at == ("sessions", 0)


def test_edges_of_days_and_blocks_are_instants(event_file):
    """The hours that days and blocks declare are settled once, for every rule to read."""
    text = '[[days]]\nid = "j"\ndate = 2022-03-24\nstart = "9:00"\nend = "25:00"\n'
    made = Timeline.of(event_file(text).event)
    assert made.edges[("days", "j", "end")] - made.edges[("days", "j", "start")] == 16 * 3600


def test_a_session_without_a_block_ends_at_the_next_start_of_the_day(timeline):
    """Where there is no block, the day and the venue alone say what comes next."""
    made = timeline(session("a", FRIDAY, "9:00"), session("b", MORNING, "10:00", end='"11:00"'))
    assert ends(made) == {"a": "09:00~", "b": "10:00"}


@pytest.mark.parametrize(("end", "wanted"), [("10:00", "09:00~"), ("9:59", "open")])
def test_an_end_may_be_that_of_the_block(event_file, end, wanted):
    """The next start ends a session where the block is not over by then."""
    text = DAYS.replace('id = "matinee"', f'id = "matinee"\nend = "{end}"')
    parts = session("a", MORNING, "9:00") + session("b", AFTERNOON, "10:00", end='"10:30"')
    assert ends(Timeline.of(event_file(text + parts).event))["a"] == wanted


def test_a_time_that_the_clocks_leave_out_is_told(event_file):
    """Start and end are told apart, with what the zone does, and the end is left open."""
    text = '[[days]]\nid = "j"\ndate = 2022-03-27\n'
    parts = session("a", ("day", "j"), "1:30", end='"2:30"') + session("c", ("day", "j"), "4:00")
    parts += session("b", ("day", "j"), "2:15")
    made = Timeline.of(event_file(text + parts).event)
    day = made.event.days[0].date
    assert made.problems == tuple(
        p.NoInstant(at, ClockFault.NONEXISTENT, day, WallTime.of(2, minute), "Europe/Paris",
                    (60, 120))
        for at, minute in [(("sessions", 0, "end"), 30), (("sessions", 2, "start"), 15)]
    )  # fmt: skip
    assert ends(made) == {"a": "open", "c": "open"}


def test_problems_are_found_by_their_kind(timeline):
    """Those of one kind come in the order in which they were found."""
    made = timeline(session("a", ("", "")), session("b", MORNING), session("c", ("", "")))
    assert [problem.id for problem in made.problems_of(p.NoDay)] == ["a", "c"]
    assert list(made.problems_of(p.UnknownZone)) == []


@pytest.mark.parametrize("where", [FRIDAY, AFTERNOON])
def test_nothing_is_inferred_across_a_hole_of_the_day(timeline, where):
    """A session of the day whose start is unknown may come next, whatever its block."""
    made = timeline(session("a", FRIDAY, "9:00"), session("x", where), session("b", where, "14:00"))
    assert ends(made) == {"a": "open", "b": "open"}


def test_what_points_at_nothing_is_found_wherever_it_stands(event_file):
    """References in lists, in tables within things, and in the event itself are followed."""
    text = (
        'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "Europe/Paris"\n'
        'organizers = ["o1"]\npartners = ["o2"]\n'
        'audiences = [{ id = "a", title = "A" }, { id = "a", title = "B" }]\n'
        '[[people]]\nid = "p"\nname = "P"\npositions = [{ title = "T", organization = "o3" }]\n'
        '[[venues]]\nid = "v"\nname = "V"\ntravel = [{ to = "v2", minutes = 5 }]\n'
    ) + DAYS + session(
        "s", MORNING, "9:00", themes='["t1"]', points='[{ text = "x", theme = "t2" }]',
        credits='[{ person = "p1" }, { organization = "o4" }]', required_for='["a2"]',
    ) + '[[workshops]]\nid = "w"\nwithin = "s2"\ncredits = [{ role = "chair" }]\n'  # fmt: skip
    made = Timeline.of(event_file(text).event)
    unknown = {(found.at, found.table, found.id) for found in made.problems_of(p.UnknownReference)}
    assert unknown == {
        (("event", "organizers", 0), "organizations", "o1"),
        (("event", "partners", 0), "organizations", "o2"),
        (("people", 0, "positions", 0, "organization"), "organizations", "o3"),
        (("venues", 0, "travel", 0, "to"), "venues", "v2"),
        (("sessions", 0, "themes", 0), "themes", "t1"),
        (("sessions", 0, "credits", 0, "person"), "people", "p1"),
        (("sessions", 0, "credits", 1, "organization"), "organizations", "o4"),
        (("sessions", 0, "points", 0, "theme"), "themes", "t2"),
        (("sessions", 0, "required_for", 0), "audiences", "a2"),
        (("workshops", 0, "within"), "sessions", "s2"),
    }
    (twin,) = made.problems_of(p.DuplicateId)
    assert twin == p.DuplicateId(
        ("event", "audiences", 1, "id"), "a", ("event", "audiences", 0, "id")
    )
    (nobody,) = made.problems_of(p.CreditWithoutName)
    assert nobody == p.CreditWithoutName(("workshops", 0, "credits", 0), both=False)
    assert set(made.ids) == set(TABLES.values())


def test_a_circle_of_themes_is_found_behind_others(timeline):
    """Themes without a parent before the circle do not hide it, and it is told once."""
    rows = [("a", ""), ("b", 'parent = "c"'), ("c", 'parent = "b"'), ("d", 'parent = "b"')]
    themes = "".join(f'[[themes]]\nid = "{id_}"\ntitle = "T"\n{line}\n' for id_, line in rows)
    circles = list(timeline(themes).problems_of(p.CircularTheme))
    assert circles == [p.CircularTheme(("themes", 2, "parent"), "b")]


@pytest.mark.parametrize(
    ("day", "block", "problems"),
    [
        (("9:00", "8:59"), None, [("days", "j")]),
        (("9:00", "9:00"), ("10:00", "10:00"), []),
        (None, ("9:00", "8:00"), [("blocks", "b")]),
    ],
)
def test_a_frame_that_ends_before_it_starts_is_told(event_file, day, block, problems):
    """Days and blocks have their hours in order; an empty one is no fault."""

    def hours(pair):
        return f'start = "{pair[0]}"\nend = "{pair[1]}"\n' if pair else ""

    text = f'[[days]]\nid = "j"\ndate = 2022-03-24\n{hours(day)}'
    text += f'[[blocks]]\nid = "b"\nday = "j"\n{hours(block)}'
    made = Timeline.of(event_file(text).event)
    assert made.problems == tuple(
        p.EndBeforeStart((table, 0, "end"), id_, (table, 0, "start")) for table, id_ in problems
    )


def test_the_hours_of_a_frame_that_the_clocks_leave_out_are_told(event_file):
    """Each of the two is told at its place, and neither becomes an edge."""
    text = '[[days]]\nid = "j"\ndate = 2022-03-27\nstart = "2:15"\nend = "2:30"\n'
    made = Timeline.of(event_file(text).event)
    told = [(problem.at, problem.wall.minutes) for problem in made.problems_of(p.NoInstant)]
    assert told == [(("days", 0, "start"), 135), (("days", 0, "end"), 150)]
    assert made.edges == {}
