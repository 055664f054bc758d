"""Changes as JSON text: strict, and without loss."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import attrs
import pytest

from partenariats.interfaces.attendee_text import (
    answers_text,
    details_text,
    read_answers,
    with_details,
)
from partenariats.interfaces.journal_text import change_text, read_change
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    Change,
    CheckIn,
    Consent,
    Door,
    Exported,
    Registration,
    RegistrationState,
    Wish,
)
from partenariats.model.table import Table

AT = datetime(2022, 3, 1, 9, 30, tzinfo=UTC)
ANSWERS = Table.of(
    {
        "z": "végétarien",
        "a": ["jeudi", ["vendredi", 1]],
        "yes": True,
        "one": 1,
        "one-and-no-more": 1.0,
        "tiny": 5e-324,
        "great": 2**80,
        "born": date(1984, 2, 29),
        "wakes": time(6, 30),
        "since": datetime(2020, 1, 1, 12, 0, tzinfo=UTC),
        "floating": datetime(2020, 1, 1, 12, 0, 0, 1),  # noqa: DTZ001  # TOML has such
        "dated": "1984-02-29",
        "inner": {"date": "x", "table": {"datetime": date(1984, 2, 29)}, "none": {}},
        "date": "the name of a type",
        "empty": [],
        "odd": '\0 \n \u2028 " \\',
    }
)
SUBJECTS = {
    "attendee": Attendee(
        id="p-1", name="Zoé", email="zoe@exemple.invalid", organization="MJC", audience="jeunes",
        answers=ANSWERS, version=3,
    ),
    "detailed attendee": Attendee(
        id="p-1", name="Zoé", person="zoe", working_groups=("g",),
        wishes=(Wish(rank=1, session="atelier"), Wish(rank=2, theme="climat")),
        consents=(Consent(id="liste", is_given=False, at=AT, text="J'accepte."),),
    ),
    "plain attendee": Attendee(id="p-1", name=""),
    "registration": Registration(
        attendee="p-1", session="atelier", state=RegistrationState.OFFERED, at=AT, group="g",
        position=4, until=AT + timedelta(days=1), version=2,
    ),
    "plain registration": Registration(
        attendee="p-1", session=None, state=RegistrationState.DRAFT, at=AT
    ),
    "capacity": Capacity(key="session:atelier", capacity=0),
    "no capacity": Capacity(key="event", capacity=None),
    "door": Door(is_open=False),
    "no door": Door(is_open=None),
    "check-in": CheckIn(key="a-1", attendee="p-1", session="atelier", at=AT, door="a"),
    "undone check-in": CheckIn(
        key="a-2", attendee="p-1", session=None, at=AT, door="a", undoes="a-1"
    ),
    "exported": Exported(
        recipient="hotel", fields=("name", "email"), people=2, file="h.csv", digest="0f"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_change_comes_back_as_it_was(name):
    """What is written of each kind of change is read as the same change, of the same types."""
    change = Change(at=AT, by="Ada", why="parce que", subject=SUBJECTS[name])
    found = read_change(change_text(change))
    assert found == change
    assert repr(found) == repr(change)


def test_answers_come_back_as_they_were():
    """Types, order and names of answers are kept, those of empty answers as well."""
    assert repr(read_answers(answers_text(ANSWERS))) == repr(ANSWERS)
    assert read_answers(answers_text(Table())) == Table()


def test_details_come_back_as_they_were():
    """What is known of an attendee besides is kept, and little is written where there is none."""
    plain, detailed = SUBJECTS["plain attendee"], SUBJECTS["detailed attendee"]
    back = with_details(attrs.evolve(plain, name="Zoé"), details_text(detailed))
    assert repr(back) == repr(attrs.evolve(detailed, name="Zoé"))
    assert details_text(plain) == "{}"
    assert with_details(plain, "{}") == plain


@pytest.mark.parametrize(
    "spoilt",
    [
        "", "[]x", "[1]", '{"person":1}', '{"wishes":[[0,"a",null]]}', '{"wishes":[[1,2,null]]}',
        '{"consents":[["a",1,"2022-03-01T00:00:00+00:00",""]]}', '{"more":1}', '{"wishes":[[1]]}',
        '{"consents":[["a",true,"2022-03-01T00:00:00",""]]}', '{"working_groups":[1]}',
    ],
)  # fmt: skip
def test_spoilt_details_are_refused(spoilt):
    """What was never written is not read as details."""
    with pytest.raises(ValueError, match="details"):
        with_details(SUBJECTS["plain attendee"], spoilt)


@pytest.mark.parametrize(
    "zone", [ZoneInfo("Europe/Paris"), timezone(timedelta(hours=-3, minutes=-30)), UTC]
)
def test_moments_are_kept_in_utc(zone):
    """A moment of any zone is the same moment, in the hour that the clocks show twice as well."""
    for fold in (0, 1):
        at = datetime(2022, 10, 30, 2, 30, 0, 123456, tzinfo=zone, fold=fold)
        text = change_text(Change(at=at, by="", why="", subject=Door(is_open=True)))
        found = read_change(text).at
        assert (found.timestamp(), found.utcoffset()) == (at.timestamp(), timedelta(0))


def test_the_text_is_one_line_that_people_can_read():
    """Accents are as they are written, and no text breaks the line."""
    text = change_text(Change(at=AT, by="Zoé", why="a\nb", subject=Door(is_open=True)))
    wanted = r'{"at":"2022-03-01T09:30:00+00:00","by":"Zoé","why":"a\nb","door":true}'
    assert text == wanted


def texts(name):
    """Give what is written of a kind of change, to be spoilt."""
    return json.loads(change_text(Change(at=AT, by="", why="", subject=SUBJECTS[name])))


PLACE = texts("registration")
GOOD = json.loads(change_text(Change(at=AT, by="", why="", subject=SUBJECTS["attendee"])))


@pytest.mark.parametrize(
    "spoilt",
    [
        "",
        "[]",
        "null",
        "{}",
        json.dumps({**GOOD, "at": "yesterday"}),
        json.dumps({**GOOD, "at": 1}),
        json.dumps({**GOOD, "more": 1}),
        json.dumps({**GOOD, "answers": {"a": None}}),
        json.dumps({**GOOD, "answers": {"a": {"date": "x"}}}),
        json.dumps({**GOOD, "answers": {"a": {"what": "x"}}}),
        json.dumps({**GOOD, "answers": {"a": {"date": "2022-03-01", "time": "09:30"}}}),
        json.dumps({key: value for key, value in GOOD.items() if key != "email"}),
        json.dumps({key: value for key, value in GOOD.items() if key != "by"}),
        *(
            json.dumps({**GOOD, **wrong})
            for wrong in (
                {"at": "2022-03-01T09:30:00"},
                {"by": None},
                {"why": 1},
                {"attendee": None},
                {"name": 1},
                {"name": "\ud800"},
                {"email": []},
                {"organization": {}},
                {"audience": 1},
                {"answers": []},
                {"answers": None},
                {"version": 0},
                {"version": True},
                {"version": "1"},
            )
        ),
        *(
            json.dumps({**PLACE, **wrong})
            for wrong in (
                {"registration": 1},
                {"session": 1},
                {"state": "nonsense"},
                {"state": []},
                {"since": None},
                {"since": "2022-03-01T09:30:00"},
                {"until": 1},
                {"until": "2022-03-01T09:30:00"},
                {"group": 1},
                {"position": 0},
                {"position": "1"},
                {"version": 1.0},
            )
        ),
        json.dumps({**texts("capacity"), "quota": None}),
        json.dumps({**texts("capacity"), "capacity": -1}),
        json.dumps({**texts("capacity"), "capacity": 1.5}),
        json.dumps({**texts("door"), "door": 1}),
        json.dumps({**GOOD, "answers": "nested"}).replace('"nested"', '{"a":' + "[" * 100_000),
        '{"at":"2022-03-01T09:30:00+00:00","by":"","why":""}',
        '{"at":"2022-03-01T09:30:00+00:00","by":"","why":"","door":true,"capacity":1}',
    ],
)
def test_what_is_no_change_is_refused(spoilt):
    """A text with too little, too much or something else is not read as a change."""
    with pytest.raises(ValueError, match=r"."):
        read_change(spoilt)


@pytest.mark.parametrize(
    "spoilt",
    ["", "{", "[]", "null", '{"a":null}', '{"a":"\\ud800"}', '{"a":{"date":1}}', "[" * 100_000],
)
def test_what_is_no_answers_is_refused(spoilt):
    """A text with anything else than answers is not read as answers."""
    with pytest.raises(ValueError, match=r"^not answers: |^not a"):
        read_answers(spoilt)


def test_what_looks_like_half_a_character_is_kept():
    """A text that spells the code of half a character, and whole ones, are no fault."""
    answers = Table.of({"a": r"\ud800", "b": "😀"})
    assert read_answers(answers_text(answers)) == answers
    assert read_answers(r'{"a":"\ud83d\ude00"}') == Table.of({"a": "😀"})


def test_versions_tell_changes_apart():
    """Two versions of one thing have two texts."""
    first = Change(at=AT, by="", why="", subject=SUBJECTS["plain attendee"])
    second = attrs.evolve(first, subject=attrs.evolve(first.subject, version=2))
    assert change_text(first) != change_text(second)
