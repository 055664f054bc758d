"""Sessions of one block at once, and sessions during its breaks."""

from __future__ import annotations

import pytest

from partenariats.model.sessions import SessionKind
from partenariats.model.walltime import WallTime

BLOCK, BREAK = "TIM015", "TIM019"
OVERLAP = [("sessions[1].start", "`b` and `a` of block `matinee` overlap")]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("9:00-10:00", "10:00-11:00", []),
        ("9:00-10:01", "10:00-11:00", OVERLAP),
        ("9:00", "10:00-11:00", []),
        ("9:00-10:01 room=salle-1", "10:00-11:00", OVERLAP),
        ("9:00-10:01 room=salle-1", "10:00-11:00 room=salle-2", []),
        ("9:00-10:01 room=salle-1", "10:00-11:00 room=salle-1", []),
        ("9:00-10:01 room=hall", "10:00-11:00 room=hall", []),
        ("9:00-10:01 venue=mairie", "10:00-11:00 venue=mercure", []),
        ("9:00-10:01 venue=mairie", "10:00-11:00 venue=mairie", OVERLAP),
        ("9:00-10:01 venue=mairie", "10:00-11:00", OVERLAP),
        ("9:00-10:01", "10:00-11:00 kind=break", []),
        ("9:00-10:01 kind=welcome", "10:00-11:00", []),
        ("9:00-10:01 kind=welcome", "10:00-11:00 kind=break", []),
        ("9:00-10:01 kind=meal", "10:00-11:00 kind=break", OVERLAP),
        ("9:00-11:00 kind=meal", "10:00-11:00 kind=break", []),
        ("9:00-11:00 kind=break", "10:00-11:00 kind=meal", []),
        ("9:00-11:00 kind=reception", "10:00-11:00", []),
        ("9:00-11:00 kind=reception", "10:00-11:01", OVERLAP),
        ("9:00 kind=reception", "9:00-11:00", OVERLAP),
        ("9:00-11:00", "10:00-11:00 kind=reception", OVERLAP),
    ],
)
def test_two_sessions_of_one_block(told, first, second, expected):
    """They overlap unless places hold them apart, or another rule speaks of the pair."""
    assert told(BLOCK, f"a {first} block=matinee", f"b {second} block=matinee") == expected


def test_sessions_of_two_blocks_may_be_parallel(told):
    """Two blocks at once are two strands, and sessions without a block are in none."""
    assert told(BLOCK, "a 9:00-10:00 block=matinee", "b 9:00-10:00 block=soiree") == []
    assert told(BLOCK, "a 9:00-10:00", "b 9:00-10:00") == []


def test_a_group_work_stands_for_its_workshops(told):
    """Workshops are parallel by nature, and what overlaps their session is told of that alone."""
    lines = [
        "travail 9:00-10:00 kind=group_work block=matinee",
        "w1 ? within=travail",
        "w2 ? within=travail",
    ]
    assert told(BLOCK, *lines) == []
    assert told(BLOCK, *lines, "debat 9:30-10:30 block=matinee") == [
        ("sessions[1].start", "`debat` and `travail` of block `matinee` overlap")
    ]


def test_what_overlaps_is_shown(shown):
    """The end of the earlier one is shown, or its start where they start together."""
    later = "b 10:00-11:00 block=matinee"
    earlier = "a 9:00-10:30 block=matinee"
    assert shown(BLOCK, earlier, later) == [("sessions[0].end", "`a` ends here")]
    together = "a 10:00-10:30 block=matinee"
    assert shown(BLOCK, together, later) == [("sessions[0].start", "`a` starts here")]


def test_a_block_with_many_overlaps_is_told_briefly(told):
    """After a thousand pairs of one block the rest is one diagnostic, at the block."""
    found = told(BLOCK, *(f"s{number} 9:00-10:00 block=matinee" for number in range(50)))
    assert len(found) == 1001
    many = "block `matinee` has more than 1000 overlaps: the others are not told"
    assert found[0] == ("blocks[0]", many)


def test_a_planted_overlap_in_a_block(plant, changed):
    """A plenary that begins before the report back is over is told once."""
    assert plant(changed("sessions", "pleniere", start=WallTime.of(18, 55))) == [BLOCK]


@pytest.mark.parametrize(
    ("pause", "session", "expected"),
    [
        ("11:00-11:15", "10:00-11:00", []),
        ("11:00-11:15", "10:00-11:01", [("sessions[1].end", "`s` goes on when `p` begins")]),
        ("11:00-11:15", "11:14-12:00", [("sessions[1].start", "`s` begins during `p`")]),
        ("11:00-11:15", "11:00-11:15", [("sessions[1].start", "`s` begins during `p`")]),
        ("11:00-11:15", "11:05-11:10", [("sessions[1].start", "`s` begins during `p`")]),
        (
            "11:00-11:15",
            "11:00-11:15 room=salle-1",
            [("sessions[1].start", "`s` begins during `p`")],
        ),
        ("11:00-11:15", "11:00-11:16 room=salle-1", []),
        ("11:00-11:15", "11:00-11:16", [("sessions[1].start", "`s` begins during `p`")]),
        ("11:00-11:15", "11:15-12:00", []),
        ("11:00-11:15", "10:00", []),
        ("11:00-11:15", "11:05", [("sessions[1].start", "`s` begins during `p`")]),
        ("11:00-11:15", "10:50-11:20 room=salle-1", []),
        ("11:00-11:15", "10:50-11:15 room=salle-1", []),
        (
            "11:00-11:15",
            "10:50-11:14 room=salle-1",
            [("sessions[1].end", "`s` goes on when `p` begins")],
        ),
        ("11:00-11:15", "10:50-11:20", [("sessions[1].end", "`s` goes on when `p` begins")]),
        ("11:00", "11:05-12:00", []),
        ("11:00", "10:00-11:05", [("sessions[1].end", "`s` goes on when `p` begins")]),
        ("11:00-11:15", "11:05-12:00 kind=meal", []),
        ("11:00-11:15 room=hall", "10:00-11:05 room=hall", []),
        (
            "11:00-11:15 room=hall",
            "10:00-11:05 room=salle-1",
            [("sessions[1].end", "`s` goes on when `p` begins")],
        ),
        ("11:00-11:15 venue=mairie", "10:00-11:05 venue=mercure", []),
        (
            "11:00-11:15 venue=mairie",
            "10:00-11:05 venue=mairie",
            [("sessions[1].end", "`s` goes on when `p` begins")],
        ),
    ],
)
def test_a_session_during_a_break(told, pause, session, expected):
    """One that goes on when a break of its block begins, or begins before it is over."""
    lines = [f"p {pause} block=matinee kind=break", f"s {session} block=matinee"]
    assert told(BREAK, *lines) == expected


@pytest.mark.parametrize(
    ("kind", "hours", "count"),
    [
        ("discussion", "12:00-13:30", 0),
        ("plenary", "12:00-13:30", 1),
        ("plenary", "12:01-13:30", 0),
        ("group_work", "12:30-13:00", 1),
    ],
)
def test_what_is_held_within_a_meal(told, kind, hours, count):
    """A speech is; work in groups is not, nor is a plenary session as long as the meal."""
    lines = ["p 12:00-13:30 kind=meal", f"s {hours} block=matinee kind={kind}"]
    assert len(told(BREAK, *lines)) == count


@pytest.mark.parametrize(("which", "count"), [((0,), 1), ((1,), 1), ((0, 1), 0)])
def test_tentative_sessions_of_a_block_may_yet_be_chosen_from(diagnostics, which, count):
    """Two that are both tentative are not told of their block; one alone is."""
    lines = [
        f'[[sessions]]\nid = "{key}"\nblock = "matinee"\ntitle = "T"\nstart = "9:00"\n'
        f'end = "10:00"\ntentative = {str(number in which).lower()}\n'
        for number, key in enumerate("ab")
    ]
    assert len(diagnostics(BLOCK, more="".join(lines))) == count


@pytest.mark.parametrize(("kind", "count"), [("meal", 1), ("welcome", 0), ("reception", 0)])
def test_which_sessions_stop_the_work(told, kind, count):
    """Breaks and meals do; while people are welcomed, the first session may begin."""
    lines = [f"p 11:00-12:00 block=matinee kind={kind}", "s 11:30-12:30 block=matinee"]
    assert len(told(BREAK, *lines)) == count


def test_a_room_with_sessions_has_breaks_of_its_own(told):
    """The break of one room says nothing about the session in the next room."""
    lines = [
        "a 10:00-11:00 block=matinee room=salle-1",
        "p 11:00-11:15 block=matinee room=salle-1 kind=break",
        "b 10:15-11:10 block=matinee room=salle-2",
    ]
    assert told(BREAK, *lines) == []
    assert told(BREAK, *lines[1:]) == [("sessions[1].end", "`b` goes on when `p` begins")]


def test_the_break_is_shown(shown):
    """The start of the break is shown."""
    lines = ["s 10:00-11:05 block=matinee", "p 11:00-11:15 block=matinee kind=break"]
    assert shown(BREAK, *lines) == [("sessions[1].start", "`p` starts here")]


def test_a_break_of_another_block_is_not_meant(told):
    """What is held in two blocks at once is for two groups of people."""
    assert told(BREAK, "s 10:00-11:05 block=matinee", "p 11:00-11:15 block=soiree kind=break") == []


@pytest.mark.parametrize(
    ("pause", "session", "count"),
    [
        ("", "", 1),
        ("", "block=matinee", 1),
        ("block=matinee", "", 0),
        ("", "day=samedi", 0),
        ("", "block=matinee venue=mairie", 1),
        ("venue=mercure", "block=matinee venue=mairie", 0),
        ("venue=mairie", "block=matinee venue=mairie", 1),
        ("room=hall", "block=matinee room=salle-1", 1),
    ],
)
def test_a_break_without_a_block_is_for_the_day(told, pause, session, count):
    """It is meant for every session of the day in its venue; a block's only for the block."""
    lines = [f"p 11:00-11:15 kind=break {pause}", f"s 10:00-11:05 {session}"]
    assert len(told(BREAK, *lines)) == count


def test_a_break_of_a_room_is_for_that_room(told):
    """A break without a block in a room in which there are sessions is meant for those there."""
    lines = [
        "p 11:00-11:15 kind=break room=salle-1",
        "a 9:00-10:00 block=soiree room=salle-1",
        "s 10:00-11:05 block=matinee room=salle-2",
    ]
    assert told(BREAK, *lines) == []


def test_workshops_are_told_with_their_group_work(told):
    """A group work with workshops that goes on during a break is told once."""
    lines = [
        "travail 9:00-10:00 kind=group_work block=matinee",
        "p 9:30-9:45 block=matinee kind=break",
        "w1 ? within=travail",
    ]
    assert told(BREAK, *lines) == [("sessions[0].end", "`travail` goes on when `p` begins")]


def test_a_break_that_everything_crosses_is_told_briefly(told):
    """After a thousand sessions during the breaks of one block the rest is one diagnostic."""
    lines = [f"s{number} 9:00-10:00 block=matinee" for number in range(41)]
    lines += [f"p{number} 9:30-9:45 block=matinee kind=break" for number in range(25)]
    found = told(BREAK, *lines)
    assert len(found) == 1001
    many = "block `matinee` has more than 1000 sessions across a break: the others are not told"
    assert found[0] == ("blocks[0]", many)


def test_a_day_whose_breaks_everything_crosses_is_told_briefly(told):
    """After a thousand sessions during the breaks of one day the rest is one, at the day."""
    lines = [f"s{number} 9:00-10:00" for number in range(41)]
    lines += [f"p{number} 9:30-10:15 kind=break" for number in range(25)]
    found = told(BREAK, *lines)
    assert len(found) == 1001
    many = "day `vendredi` has more than 1000 sessions across a break: the others are not told"
    assert found[0] == ("days[0]", many)


def test_a_plenary_session_planted_onto_a_break(plant, changed):
    """A plenary session that was moved onto the break of its block is told once, by one rule."""
    hours = {"start": WallTime.of(10, 20), "end": WallTime.of(10, 40)}
    moved = {"block": "jour-2-salle-1-matin", **hours}
    assert plant(changed("sessions", "pleniere", **moved)) == [BREAK]
    held = changed("sessions", "pleniere", room="salle-1", **moved)
    # the room is also too small for everybody who may register
    assert plant(held) == ["TIM003", "REG001"]


def test_a_planted_break(plant, changed):
    """A plenary that was made a break begins before the report-back is over."""
    wrong = changed("sessions", "pleniere", kind=SessionKind.BREAK, start=WallTime.of(18, 55))
    assert plant(wrong) == [BREAK]
