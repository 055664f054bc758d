"""One room, one person, two sessions."""

from __future__ import annotations

from datetime import timedelta

import attrs
import pytest

from partenariats.model.people import Credit
from partenariats.model.walltime import WallTime

ROOM, PERSON = "TIM003", "TIM014"


@pytest.mark.parametrize(
    ("first", "second", "where"),
    [
        ("9:00-10:00 room=salle-1", "10:00-11:00 room=salle-1", []),
        ("9:00-10:01 room=salle-1", "10:00-11:00 room=salle-1", ["sessions[1].start"]),
        ("9:00-10:01 room=salle-1", "10:00-11:00 room=salle-2", []),
        ("9:00-10:01 room=salle-1", "10:00-11:00", []),
        ("9:00-10:01 room=hall", "10:00-11:00 room=hall", []),
        ("9:00-10:01 room=salle-1", "10:00-11:00 room=salle-1 day=samedi", []),
        ("9:00-10:01 room=salle-1", "10:00 room=salle-1", ["sessions[1].start"]),
        ("9:00 room=salle-1", "10:00-11:00 room=salle-1", []),
        ("9:00 room=salle-1", "9:00 room=salle-1", ["sessions[1].start"]),
        ("10:00-11:00 room=salle-1", "9:00-10:01 room=salle-1", ["sessions[0].start"]),
        ("9:00-10:00 room=salle-9", "9:00-10:00 room=salle-9", []),
        ("9:00-11:00 room=salle-1 kind=meal", "10:00-11:00 room=salle-1", []),
        ("9:00-11:00 room=salle-1 kind=reception", "10:00 room=salle-1", []),
        (
            "9:00-11:00 room=salle-1 kind=meal",
            "10:00-11:01 room=salle-1",
            ["sessions[1].start"],
        ),
        (
            "9:00-11:00 room=salle-1 kind=break",
            "10:00-10:30 room=salle-1",
            ["sessions[1].start"],
        ),
        ("9:00-11:00 room=salle-1 kind=break", "10:00-10:30 room=salle-1 kind=meal", []),
        ("9:00-11:00 room=salle-1 kind=welcome", "10:00-10:30 room=salle-1 kind=opening", []),
        (
            "9:00-11:00 room=salle-1 kind=meal",
            "10:00-10:30 room=salle-1 kind=group_work",
            ["sessions[1].start"],
        ),
        (
            "9:00-11:00 room=salle-1 kind=meal",
            "9:00-11:00 room=salle-1 kind=plenary",
            ["sessions[1].start"],
        ),
        ("9:00-11:00 room=salle-1 kind=meal", "9:00-11:00 room=salle-1 kind=discussion", []),
        ("9:00-11:00 room=salle-1 kind=meal", "9:00-10:59 room=salle-1 kind=plenary", []),
        (
            "9:00-11:00 room=salle-1",
            "10:00-11:00 room=salle-1 kind=meal",
            ["sessions[1].start"],
        ),
    ],
)
def test_two_sessions_in_one_room(told, first, second, where):
    """They overlap where a written end or a common start shows it, in a room that is not shared."""
    assert [at for at, _ in told(ROOM, f"a {first}", f"b {second}")] == where


def test_every_pair_of_a_room_is_told(told):
    """Three sessions at once are three pairs."""
    lines = [f"{key} 9:00-10:00 room=salle-1" for key in "abc"]
    assert told(ROOM, *lines) == [
        ("sessions[1].start", "`b` starts in room `salle-1` together with `a`"),
        ("sessions[2].start", "`c` starts in room `salle-1` together with `a`"),
        ("sessions[2].start", "`c` starts in room `salle-1` together with `b`"),
    ]


def test_a_workshop_may_be_in_the_room_of_its_group_work(told):
    """Workshops clash with each other in a room, not with the session they are held within."""
    lines = [
        "travail 9:00-10:00 kind=group_work room=salle-1",
        "w1 ? within=travail room=salle-1",
        "w2 ? within=travail room=salle-1",
    ]
    assert told(ROOM, *lines[:2]) == []
    clash = ("workshops[1]", "`w2` starts in room `salle-1` together with `w1`")
    assert told(ROOM, *lines) == [clash]


@pytest.mark.parametrize(
    ("first", "headline", "related"),
    [
        (
            "9:00-10:30",
            "`b` starts while `a` still holds room `salle-1`",
            ("sessions[0].end", "`a` ends here"),
        ),
        (
            "9:30 duration=PT1H",
            "`b` starts while `a` still holds room `salle-1`",
            ("sessions[0].duration", "`a` ends here"),
        ),
        (
            "10:00-10:30",
            "`b` starts in room `salle-1` together with `a`",
            ("sessions[0].start", "`a` starts here"),
        ),
    ],
)
def test_the_session_that_holds_the_room_is_shown(told, shown, first, headline, related):
    """What is shown is where the earlier one ends, or starts where both start together."""
    lines = [f"a {first} room=salle-1", "b 10:00-11:00 room=salle-1"]
    assert told(ROOM, *lines) == [("sessions[1].start", headline)]
    assert shown(ROOM, *lines) == [related]


def test_a_room_with_many_overlaps_is_told_briefly(told):
    """After a thousand pairs of one room the rest is one diagnostic, at the room."""
    lines = [f"s{number} 9:00-10:00 room=salle-1" for number in range(50)]
    found = told(ROOM, *lines)
    assert len(found) == 1001
    many = "room `salle-1` has more than 1000 overlaps: the others are not told"
    assert found[0] == ("rooms[0]", many)
    assert len(told(ROOM, *lines[:45])) == 990


def test_a_planted_overlap_in_a_room(plant, changed):
    """A session whose room was mistyped clashes with what is held there."""
    wrong = changed("sessions", "jour-1-salle-1-matin-0", room="salle-2")
    assert plant(wrong) == [ROOM]


BOTH = "people=anne"


@pytest.mark.parametrize(
    ("first", "second", "headline"),
    [
        ("9:00-10:00", "10:00-11:00", None),
        ("9:00-10:01", "10:00-11:00", "`anne` is in `a` and `b`, which overlap"),
        ("10:00-11:00", "10:00-11:00", "`anne` is in `a` and `b` at the same time"),
        ("10:00-12:00", "10:00-11:00", "`anne` is in `a` and `b`, which overlap"),
        ("9:00-10:01", "10:00", "`anne` is in `a` and `b`, which overlap"),
        ("9:00", "10:00-11:00", None),
        ("10:00-11:00 room=salle-1", "10:00-11:00 room=salle-1", None),
        ("10:00-11:00 room=hall", "10:00-11:00 room=hall", None),
        (
            "10:00-11:00 room=salle-1",
            "10:00-11:00 room=salle-2",
            "`anne` is in `a` and `b` at the same time",
        ),
        (
            "10:00-11:00 room=salle-1",
            "10:00-11:00",
            "`anne` is in `a` and `b` at the same time",
        ),
    ],
)
def test_a_person_in_two_sessions(told, first, second, headline):
    """Exactly or in part, unless both are in one room."""
    expected = [] if headline is None else [("sessions[1].credits[0]", headline)]
    assert told(PERSON, f"a {first} {BOTH}", f"b {second} {BOTH}") == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["a 9:00-10:00 people=anne", "b 9:00-10:00 people=paul"],
        ["a 9:00-10:00 bodies=smacl", "b 9:00-10:00 bodies=smacl"],
        ["a 9:00-10:00 people=anne,anne"],
        ["a 9:00-10:00 people=lea", "b 9:00-10:00 people=lea"],
        ["a 9:00-10:00 kind=group_work people=anne", "b ? within=a people=anne"],
    ],
    ids=["two people", "an organization", "credited twice", "undeclared", "within"],
)
def test_who_is_not_in_two_places(told, lines):
    """Bodies are in many places; an unknown id is told as such; a workshop is in its session."""
    assert told(PERSON, *lines) == []


def test_the_other_part_is_shown(told, shown):
    """The diagnostic points at the later part and shows the earlier one."""
    lines = ["a 10:00-11:00 people=anne,paul", "b 9:00-10:30 bodies=smacl people=paul"]
    assert told(PERSON, *lines) == [
        ("sessions[0].credits[1]", "`paul` is in `b` and `a`, which overlap")
    ]
    assert shown(PERSON, *lines) == [("sessions[1].credits[0]", "the part in `b`")]


def test_two_workshops_are_two_places(told):
    """Nobody leads two workshops of one group work."""
    lines = [
        "travail 9:00-10:00 kind=group_work",
        "w1 ? within=travail people=anne",
        "w2 ? within=travail people=anne",
    ]
    said = "`anne` is in `w1` and `w2` at the same time"
    assert told(PERSON, *lines) == [("workshops[1].credits[0]", said)]


def test_a_person_who_is_everywhere_is_told_briefly(told):
    """After a thousand pairs of one person the rest is one diagnostic, at the person."""
    found = told(PERSON, *(f"s{number} 9:00-10:00 people=anne" for number in range(50)))
    assert len(found) == 1001
    many = "`anne` is in more than 1000 pairs of sessions at once: the others are not told"
    assert found[0] == ("people[0]", many)


@pytest.mark.parametrize(("which", "count"), [((0,), 1), ((1,), 1), ((0, 1), 0)])
def test_tentative_sessions_may_yet_be_chosen_from(diagnostics, which, count):
    """Two that are both tentative are not told of their room; one alone is."""
    lines = [
        f'[[sessions]]\nid = "{key}"\nday = "vendredi"\ntitle = "T"\nstart = "9:00"\n'
        f'end = "10:00"\nroom = "salle-1"\ntentative = {str(number in which).lower()}\n'
        for number, key in enumerate("ab")
    ]
    assert len(diagnostics(ROOM, more="".join(lines))) == count


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("block=matinee", "block=matinee", [PERSON]),
        ("block=matinee", "block=matinee room=salle-1", [PERSON]),
        ("block=matinee room=salle-1", "block=matinee room=salle-2", [PERSON]),
        ("block=matinee venue=mairie", "block=matinee venue=mercure", [PERSON]),
        ("block=matinee", "block=soiree", [PERSON]),
        ("", "", [PERSON]),
        ("block=matinee kind=break", "block=matinee", ["TIM019"]),
        ("kind=meal", "block=matinee", ["TIM019"]),
        ("kind=meal room=hall", "block=matinee room=salle-1", ["TIM019"]),
        ("block=matinee kind=welcome", "block=matinee", []),
    ],
)
def test_one_fault_is_told_once(diagnostics, first, second, codes):
    """What is told of a break is not told of each person, what is told of them not of a block."""
    lines = [f"a 9:00-10:00 people=anne {first}", f"b 9:30-10:30 people=anne {second}"]
    said = [code for code in (PERSON, "TIM015", "TIM019") if diagnostics(code, *lines)]
    assert said == codes


@pytest.mark.parametrize("person", ["paul", "lea"])
def test_an_overlap_in_a_block_is_told_where_nobody_is_torn(diagnostics, person):
    """Two sessions of one block with other people, or with one that is declared nowhere."""
    first = "anne" if person == "paul" else person
    lines = [
        f"a 9:00-10:00 block=matinee people={first}",
        f"b 9:30-10:30 block=matinee people={person}",
    ]
    said = [code for code in (PERSON, "TIM015", "TIM019") if diagnostics(code, *lines)]
    assert said == ["TIM015"]


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("19:00-22:00 kind=meal", "19:30-19:45", 0),
        ("19:00-22:00 kind=reception", "19:30-19:45", 0),
        ("19:00-22:00 kind=reception room=salle-1", "19:30-19:45", 0),
        ("19:00-22:00 kind=reception venue=mairie", "19:30-19:45 venue=mairie", 0),
        ("19:00-22:00 kind=reception venue=mairie", "19:30-19:45 venue=mercure", 1),
        ("19:00-22:00 kind=reception", "21:30-22:15", 1),
        ("8:30-9:30 kind=welcome", "9:00-9:30 kind=opening", 0),
        ("8:30-9:30 kind=welcome", "9:00-10:00 kind=opening", 0),
        ("8:30-9:30 kind=welcome venue=mairie", "9:00-9:30 venue=mercure", 1),
        ("19:00-22:00", "19:30-19:45", 1),
    ],
)
def test_who_hosts_may_speak(diagnostics, first, second, count):
    """A speech within the meal or the welcome of whoever gives it is no second place."""
    lines = [f"a {first} block=soiree {BOTH}", f"b {second} block=soiree {BOTH}"]
    codes = (PERSON, "TIM015", "TIM019")
    assert [len(diagnostics(code, *lines)) for code in codes] == [count, 0, 0]


@pytest.mark.parametrize("block", ["", 'block = "matinee"\n'])
@pytest.mark.parametrize(("which", "count"), [((0,), 1), ((1,), 1), ((0, 1), 0)])
def test_who_is_in_two_tentative_sessions(diagnostics, block, which, count):
    """Nobody is torn between two sessions of which one may yet be chosen."""
    lines = [
        f'[[sessions]]\nid = "{key}"\nday = "vendredi"\ntitle = "T"\nstart = "9:00"\n{block}'
        f'end = "10:00"\ntentative = {str(number in which).lower()}\n'
        'credits = [{ person = "anne" }]\n'
        for number, key in enumerate("ab")
    ]
    assert len(diagnostics(PERSON, more="".join(lines))) == count
    assert diagnostics("TIM015", more="".join(lines)) == []


def test_pairs_in_one_room_are_not_counted(told):
    """Who is in a hall with 46 sessions at once is in one place; the others are told."""
    lines = [f"s{number} 9:00-10:00 room=hall people=anne" for number in range(46)]
    assert told(PERSON, *lines) == []
    assert len(told(PERSON, *lines, "z 9:00-10:00 people=anne")) == 46


def test_the_order_of_the_file_decides_nothing(diagnostics):
    """Of more pairs than are told, the same are told in whatever order the file has them."""
    lines = [f"s{number} 9:00-10:00 room=salle-1 people=anne" for number in range(50)]
    lines = [line.replace("room=salle-1", "") if "5 " in line else line for line in lines]
    for code in (ROOM, PERSON):
        forth, back = (
            sorted(str(found.headline) for found in diagnostics(code, *order))
            for order in (lines, lines[::-1])
        )
        assert forth == back


def test_a_planted_person_in_two_places(plant, clean):
    """Who speaks in two rooms at once is told once, and nothing else is."""

    def twice(event):
        other = next(s for s in event.sessions if s.id == "jour-2-salle-2-matin-0")
        parts = (*other.credits, Credit(person="jour-2-salle-1-matin-0"))
        sessions = tuple(
            attrs.evolve(s, credits=parts) if s is other else s for s in event.sessions
        )
        return attrs.evolve(event, sessions=sessions)

    assert plant(twice) == [PERSON]


def test_a_session_that_was_made_longer(plant, changed):
    """One that runs into the next in its block and room is an overlap of the room alone."""
    longer = changed("sessions", "jour-1-salle-1-matin-0", end=WallTime.of(9, 45))
    assert plant(longer) == [ROOM]
    lasting = changed(
        "sessions", "jour-1-salle-1-matin-0", end=None, duration=timedelta(minutes=45)
    )
    assert plant(lasting) == [ROOM]
