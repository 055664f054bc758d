"""Sheets of presence, typed back from paper."""

from __future__ import annotations

import attrs
import pytest

from partenariats.model.programme import Programme
from partenariats.model.text import Text
from partenariats.model.timeline import Timeline
from partenariats.registration.door.paper.presence import read_presence
from partenariats.registration.sheets.faults import FaultySheetError, SheetError


@pytest.fixture
def people(enter):
    """Register two persons, the first for a workshop."""
    (ada,) = enter("Ada Martin", sessions=("sols",), email="ada@example.org")
    return (ada, *enter("Zoé Petit"))


@pytest.fixture
def read(desk, programme, half_days):
    """Give a function that reads a sheet."""

    def of(text):
        return read_presence(text.encode(), programme, half_days, desk.backend.roster())

    return of


@pytest.fixture
def faults(read):
    """Give a function that says what is wrong with a sheet."""

    def of(text):
        with pytest.raises(FaultySheetError) as caught:
            read(text)
        return [(one.line, one.column, str(one.why)) for one in caught.value.faults]

    return of


def marks(found):
    """Say who was there, when, and for what."""
    return [(one.attendee, one.session, one.at, one.door) for one in found.check_ins]


@pytest.mark.parametrize(
    "header",
    ["nom;matinee;sols", "Nom;Matinée;Sols", "NAME;séance plénière;SOLS"],
)
def test_columns_are_half_days_and_sessions(read, people, at, header):
    """By id, label or title, in any case; a mark is an entry when that began."""
    ada, zoe = people
    found = read(f"{header}\nMARTIN Ada;x;Oui\nzoé petit;présente;\n")
    assert marks(found) == [
        (ada, None, at("9:00"), "paper"),
        (ada, "sols", at("14:00"), "paper"),
        (zoe, None, at("9:00"), "paper"),
    ]
    assert found.people == 2


def test_a_day_without_half_days_is_one(read, people, at):
    """By its id, its title or its date."""
    for header in ("vendredi", "Le vendredi", "2030-03-22"):
        found = read(f"id,{header}\n{people[0]},1\n")
        assert marks(found) == [(people[0], None, at("9:00", 22), "paper")]


@pytest.mark.parametrize("row", ["{0},,,", ",ada@example.org,,", ",,Martin,Ada"])
def test_somebody_is_named_by_id_address_or_name(read, people, row):
    """The first that is there says who it is."""
    said = row.format(*people)
    found = read(f"id,courriel,nom,prénom,matinee,signature\n{said},x,\n")
    assert [one.attendee for one in found.check_ins] == [people[0]]


def test_a_sheet_says_the_same_each_time(read, people):
    """The keys are the same, and differ from person to person and from thing to thing."""
    text = "nom,matinee,apres-midi,sols\nAda Martin,x,x,x\nZoé Petit,x,x,\n"
    keys = [one.key for one in read(text).check_ins]
    assert keys == [one.key for one in read(text).check_ins]
    assert len(set(keys)) == 5


def test_absence_is_no_entry(read, people):
    """Nothing, no and absent say that somebody was not there."""
    assert people
    found = read("nom,matinee,apres-midi,vendredi\nAda Martin,,non,absente\nZoé Petit,0,-,No\n")
    assert found.check_ins == ()
    assert found.people == 2


def test_every_fault_is_told_with_its_place(faults, people):
    """Strangers, marks that say nothing, and sessions somebody is not registered for."""
    text = ("nom,matinee,sols,matin\nAda Martin,peut-être,x,x\nEva,x,,\nZoé Petit,x,x,\n"
            "ada martin,,,\n,x,,\n")  # fmt: skip
    assert faults(text) == [
        (1, 18, "nothing is known of the column `matin`"),
        (2, 12, "`peut-être` says neither present nor absent"),
        (3, 1, "nobody on the list is `Eva`"),
        (4, 13, f"`{people[1]}` is not registered for `sols`"),
        (5, 1, "line 2 names the same person"),
        (6, 1, "this row names nobody"),
    ]


def test_whoever_cancelled_was_not_there(desk, faults, people):
    """Their state is told."""
    desk.cancel(people[1])
    said = f"`{people[1]}` cannot do that: it is cancelled"
    assert faults("nom,matinee\nZoé Petit,x\n") == [(2, 11, said)]


def test_a_sheet_must_say_who_it_is_about(faults, people):
    """Without such a column no row can be read."""
    assert people
    assert faults("matinee\nx\n") == [(1, 1, "no column says who it is")]


def test_what_is_no_sheet_is_told(read):
    """As an import tells it."""
    with pytest.raises(SheetError):
        read("")


def test_a_title_of_two_things_is_not_guessed(desk, half_days, people):
    """It is asked for the id, which means one thing."""
    event = desk.programme.event
    sessions = [attrs.evolve(one, title=Text(plain="Débat")) for one in event.sessions]
    twins = Programme.of(Timeline.of(attrs.evolve(event, sessions=tuple(sessions))))
    with pytest.raises(FaultySheetError) as caught:
        read_presence(b"id,debat\n", twins, half_days, desk.backend.roster())
    (fault,) = caught.value.faults
    assert str(fault.why) == "several half-days or sessions are called `debat`"


def test_an_id_means_one_thing_whatever_else_is_called_so(desk, half_days, people, at):
    """A session with the id of a half-day as its title is not meant by it."""
    event = desk.programme.event
    sessions = [attrs.evolve(one, title=Text(plain="Matinee")) for one in event.sessions]
    twins = Programme.of(Timeline.of(attrs.evolve(event, sessions=tuple(sessions))))
    content = f"id,matinee\n{people[0]},x\n".encode()
    found = read_presence(content, twins, half_days, desk.backend.roster())
    assert marks(found) == [(people[0], None, at("9:00"), "paper")]
