"""When registration opens and closes."""

from __future__ import annotations

from datetime import UTC, datetime

import attrs
import pytest

from partenariats.model.registration.deadline import Deadline

DAY = """
[[days]]
id = "j"
date = {}
[[sessions]]
id = "a"
day = "j"
title = "A"
start = "{}"
end = "18:00"
"""
ADVICE = "choose a time before or after the clock change"


def lines(**deadlines):
    """Write the deadlines of a registration."""
    said = (f"{key} = {value}\n" for key, value in deadlines.items())
    return "[registration]\n" + "".join(said)


@pytest.mark.parametrize(
    ("day", "written", "headline", "advice"),
    [
        (
            "2022-03-28",
            "1 day before, 2:30",
            "02:30 does not exist on 2022-03-27 in Europe/Paris: the clocks go forward",
            ADVICE,
        ),
        (
            "2022-03-28",
            "2 days before, 26:30",
            "02:30 does not exist on 2022-03-27 in Europe/Paris: the clocks go forward",
            ADVICE,
        ),
        (
            "2022-10-31",
            "1 day before, 2:30",
            "02:30 exists twice on 2022-10-30 in Europe/Paris: the clocks go back",
            "write `02:30+02:00` for the first or `02:30+01:00` for the second",
        ),
        (
            "2022-10-31",
            "1 day before, 9:00+05:00",
            "`Europe/Paris` is not at +05:00 from UTC then, but at +01:00",
            "leave the offset out",
        ),
    ],
)
@pytest.mark.parametrize("key", ["opens", "closes"])
def test_an_hour_that_is_no_instant(told, key, day, written, headline, advice):
    """A clock change is told at the deadline, and nothing is shifted."""
    text = lines(**{key: f'"{written}"'}) + DAY.format(day, "9:00")
    found = [(str(d.where), str(d.headline), str(d.help)) for d in told("REG005", text)]
    assert found == [(f"registration.{key}", headline, advice)]
    assert told("REG010", text) == []


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ("2022-03-28", "1 day before, 1:59"),
        ("2022-03-28", "1 day before, 3:00"),
        ("2022-03-28", "2 days before, 2:30"),
        ("2022-10-31", "1 day before, 1:59"),
        ("2022-10-31", "1 day before, 3:00"),
        ("2022-10-31", "1 day before, 2:30+01:00"),
    ],
)
def test_hours_beside_the_clock_change(told, day, written):
    """What the clocks show once is no fault."""
    assert told("REG005", lines(closes=f'"{written}"') + DAY.format(day, "9:00")) == []


def test_no_day_to_count_from(told):
    """Without a day each deadline that is counted is told; an instant needs none."""
    text = lines(opens='"30 days before"', closes="2022-03-01T12:00:00+01:00")
    found = [(str(d.where), str(d.headline), str(d.help)) for d in told("REG005", text)]
    assert found == [
        (
            "registration.opens",
            "the event has no day from which `opens` is counted",
            "declare one in `[[days]]`, or write an instant",
        )
    ]


BEGUN = [("sessions[0]", "the event begins here")]
LAST = [("sessions[0]", "the last session begins here")]
OPENS = [("registration.opens", "it opens here")]


@pytest.mark.parametrize(
    ("opens", "closes", "where", "headline", "related"),
    [
        ('"9 days before"', '"9 days before, 0:01"', None, None, None),
        (
            '"9 days before, 9:00"',
            '"9 days before, 9:00"',
            "registration.closes",
            "registration closes on 2022-03-16 09:00, and opens on 2022-03-16 09:00",
            OPENS,
        ),
        (
            "2022-03-20T09:00:00Z",
            '"9 days before, 9:00"',
            "registration.closes",
            "registration closes on 2022-03-16 09:00, and opens on 2022-03-20 10:00",
            OPENS,
        ),
        (None, '"0 days before, 9:30"', None, None, None),
        (
            None,
            '"0 days before, 9:31"',
            "registration.closes",
            (
                "registration closes on 2022-03-25 09:31, "
                "and the last session begins on 2022-03-25 09:30"
            ),
            LAST,
        ),
        ('"0 days before, 9:29"', None, None, None, None),
        (
            '"0 days before, 9:30"',
            None,
            "registration.opens",
            "registration opens on 2022-03-25 09:30, and the event begins on 2022-03-25 09:30",
            BEGUN,
        ),
        (
            "2023-03-01T12:00:00+01:00",
            "2023-03-02T12:00:00+01:00",
            "registration.opens",
            "registration opens on 2023-03-01 12:00, and the event begins on 2022-03-25 09:30",
            BEGUN,
        ),
    ],
)
def test_the_order_of_opening_closing_and_beginning(told, opens, closes, where, headline, related):
    """Each boundary is exact to the minute, and one fault is told once."""
    given = {"opens": opens, "closes": closes}
    text = lines(**{key: value for key, value in given.items() if value})
    found = told("REG010", text + DAY.format("2022-03-25", "9:30"))
    assert [(str(d.where), str(d.headline)) for d in found] == [(where, headline)] * bool(where)
    for one in found:
        assert [(str(r.where), str(r.label)) for r in one.related] == related


@pytest.mark.parametrize(("closes", "count"), [("11:00", 0), ("11:01", 1)])
def test_people_may_register_at_the_door(told, closes, count):
    """Closing is late only once the last session has begun."""
    last = '[[sessions]]\nid = "z"\nday = "j"\ntitle = "Z"\nstart = "11:00"\n'
    text = lines(closes=f'"0 days before, {closes}"') + DAY.format("2022-03-25", "9:30") + last
    assert len(told("REG010", text)) == count


def test_an_event_without_sessions_begins_at_no_moment(told):
    """Only opening and closing are compared then."""
    day = '[[days]]\nid = "j"\ndate = 2022-03-25\n'
    assert told("REG010", lines(closes='"0 days before, 23:59"') + day) == []
    text = lines(opens='"1 day before"', closes='"2 days before"') + day
    assert [str(d.where) for d in told("REG010", text)] == ["registration.closes"]


def test_an_unknown_zone_is_told_elsewhere(plant, clean):
    """The rules of deadlines say nothing of a zone that TIM010 tells."""
    assert plant(lambda event: attrs.evolve(event, timezone="Europe/Niort")) == ["TIM010"]


def test_planted(plant, declared):
    """One deadline that is changed in the clean event gives its code alone."""
    assert plant(declared(opens=Deadline.parse("13 days before"))) == ["REG010"]
    assert plant(declared(closes=Deadline(at=datetime(2028, 1, 1, tzinfo=UTC)))) == ["REG010"]
    # 65 days before the first of June 2027 the clocks go forward
    assert plant(declared(closes=Deadline.parse("65 days before, 2:30"))) == ["REG005"]
