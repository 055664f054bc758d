"""The way from one venue to the next."""

from __future__ import annotations

import pytest

CODE = "TIM022"
SAID = "{} min from `a` to `b`, and the way takes 20"


@pytest.mark.parametrize(
    ("first", "second", "minutes"),
    [
        ("9:00-10:00 venue=mairie", "10:20-11:00 venue=mercure", None),
        ("9:00-10:00 venue=mairie", "10:19-11:00 venue=mercure", 19),
        ("9:00-10:00 venue=mercure", "10:19-11:00 venue=mairie", 19),
        ("9:00-10:00 venue=mairie", "10:00 venue=mercure", 0),
        ("9:00-10:00 venue=mairie", "9:59-11:00 venue=mercure", None),
        ("9:00-10:00 venue=mairie", "10:00-11:00 venue=mairie", None),
        ("9:00-10:00 venue=mairie", "10:00-11:00 venue=parc", None),
        ("9:00-10:00 venue=mairie", "10:00-11:00", None),
        ("9:50 venue=mairie", "10:00-11:00 venue=mercure", None),
        ("9:00 duration=PT1H venue=mairie", "10:00-11:00 venue=mercure", 0),
    ],
)
@pytest.mark.parametrize("whose", ["block=matinee", "people=anne"])
def test_too_little_time_for_the_way(told, first, second, minutes, whose):
    """The way is said from either side, and is longer than what lies between two sessions."""
    expected = []
    if minutes is not None:
        said = SAID.format(minutes)
        said = said if "block" in whose else f"`anne` has {said}"
        expected = [("sessions[1].start", said)]
    lines = [f"a {first} {whose}", f"b {second} {whose}"]
    if "people" in whose:
        lines.append("z 8:00-12:00")
    assert told(CODE, *lines) == expected


def test_a_pair_of_sessions_is_told_once(told):
    """Everybody of the block has that way, its speakers too."""
    lines = [
        "a 9:00-10:00 venue=mairie block=matinee people=anne,paul",
        "b 10:00-11:00 venue=mercure block=matinee people=paul,anne",
    ]
    assert told(CODE, *lines) == [("sessions[1].start", SAID.format(0))]
    alone = [line.replace("block=matinee", "") for line in lines]
    assert told(CODE, *alone, "z 8:00-12:00") == [
        ("sessions[1].start", "`anne` has " + SAID.format(0))
    ]


def test_what_ends_before_is_shown(shown):
    """The end of the session before the way is shown."""
    lines = [
        "a 9:00-10:00 venue=mairie block=matinee",
        "b 10:00-11:00 venue=mercure block=matinee",
    ]
    assert shown(CODE, *lines) == [("sessions[0].end", "`a` ends here")]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "a 9:00-10:00 venue=mairie",
            "b 9:00-10:00 venue=mercure",
            "c 10:00-11:00 venue=mairie",
            "d 10:00-11:00 venue=mercure",
        ],
        ["a 9:00-10:00 venue=parc", "b 9:30-10:00 venue=mairie", "c 10:00-11:00 venue=mercure"],
        ["a 9:00-10:00 venue=mairie", "b 10:00-11:00 venue=mercure", "c 10:00-11:00 venue=parc"],
    ],
    ids=["two tracks", "parallel before", "parallel after"],
)
def test_parallel_sessions_of_a_block_are_chosen_from(told, lines):
    """Who goes from which session to which is not known where several are held at once."""
    assert told(CODE, *(f"{line} block=matinee" for line in lines)) == []


def test_only_what_follows_counts(told):
    """Whoever has time for the way between two sessions has it after the ones between them."""
    lines = [
        "a 9:00-9:10 venue=mairie people=anne",
        "b 9:00-10:00 venue=mercure people=anne",
        "c 10:15-11:00 venue=mairie people=anne",
    ]
    said = "`anne` has 15 min from `b` to `c`, and the way takes 20"
    assert told(CODE, *lines) == [("sessions[2].start", said)]


def test_the_longest_of_several_counts(told):
    """Of sessions that start together, the one that ends last is left last."""
    lines = [
        "a 9:00-10:00 venue=mairie people=anne",
        "b 9:00-9:10 venue=mercure people=anne",
        "c 10:15-11:00 venue=mercure people=anne",
    ]
    said = "`anne` has 15 min from `a` to `c`, and the way takes 20"
    assert told(CODE, *lines) == [("sessions[2].start", said)]


def test_the_order_of_the_file_says_nothing(told):
    """Of two sessions at the same hours, the way is counted from the same one in any order."""
    lines = [
        "a 9:00-10:00 venue=mairie people=anne",
        "b 9:00-10:00 venue=mercure people=anne",
        "c 10:15-11:00 venue=mercure people=anne",
    ]
    said = ["`anne` has 15 min from `a` to `c`, and the way takes 20"]
    for order in (lines, lines[::-1]):
        assert [headline for _, headline in told(CODE, *order)] == said


def test_workshops_are_part_of_a_persons_way(told):
    """Who leads a workshop goes from there to the next session."""
    lines = [
        "travail 9:00-10:00 venue=mairie kind=group_work",
        "w ? within=travail people=anne",
        "fin 10:00-11:00 venue=mercure people=anne",
    ]
    everybody = "0 min from `travail` to `fin`, and the way takes 20"
    assert told(CODE, *lines) == [("sessions[1].start", everybody)]
    said = "`anne` has 0 min from `w` to `fin`, and the way takes 20"
    assert told(CODE, *lines, "z 8:00-12:00") == [("sessions[1].start", said)]


@pytest.mark.parametrize(
    ("first", "second", "more", "count"),
    [
        ("block=matinee", "block=soiree", [], 1),
        ("block=matinee", "", [], 1),
        ("", "", [], 1),
        ("", "day=samedi", [], 0),
        ("block=matinee", "block=soiree", ["c 10:30-12:00"], 0),
        ("block=matinee", "block=soiree", ["c 9:30-9:40 block=soiree"], 0),
        ("block=matinee", "block=soiree", ["c 11:00-12:00"], 1),
    ],
)
def test_sessions_of_a_day_follow_each_other(told, first, second, more, count):
    """Whatever their blocks are, as long as nothing of that day is parallel to either."""
    lines = [f"a 9:00-10:00 venue=mairie {first}", f"b 10:00-11:00 venue=mercure {second}"]
    assert len(told(CODE, *lines, *more)) == count


def test_there_is_no_way_within_a_venue(told):
    """A way from a venue to itself is none, whatever the file says."""
    loop = """
[[days]]
id = "vendredi"
date = 2022-03-25
[[venues]]
id = "mairie"
name = "Mairie"
travel = [{ to = "mairie", minutes = 20 }]
"""
    lines = ["a 9:00-10:00 venue=mairie", "b 10:00-11:00 venue=mairie"]
    assert told(CODE, *lines, head=loop) == []


def test_a_planted_way(plant, changed):
    """A plenary in the annexe, right after the report back in the centre, is too soon."""
    assert plant(changed("sessions", "pleniere", venue="annexe")) == [CODE]
