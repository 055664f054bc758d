"""Attendees as a sheet."""

from __future__ import annotations

import csv
import io
import tracemalloc

from partenariats.model.registration.registrations import (
    Attendee,
    Registration,
    RegistrationState,
    RosterLine,
)
from partenariats.model.table import Table
from partenariats.registration.requests.request import Entrant, Request
from partenariats.registration.sheets.reading import read_sheet
from partenariats.registration.sheets.writing import HEADERS, write_sheet

PAYLOADS = ("=1+1", "+1", "-1", "@A1", "=cmd|' /C calc'!A0", "x;=1+1;", 'x",=1', "'=1", "-")
GROUP = "group = 9\n"


def rows(content):
    """Read a sheet as another program does."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_sheet_has_a_row_for_each_attendee(desk):
    """The registration to the event, the sessions with their states, a column for each question."""
    desk = desk("capacity = 3\ngroup = 2\n")
    answers = Table.of({"eats": True, "diet": "vegan", "themes": ("soil", "water"), "age": 4})
    ada = Entrant(
        name="Ada, “Zoé”",
        email="ada@example.org",
        organization='L\'"X"',
        audience="elus",
        sessions=("sols", "ouverture"),
        answers=answers,
    )
    desk.register(Request(entrants=(ada, Entrant(name="Bea", sessions=("eau",))), key="two"))
    (cleo,) = desk.register(
        Request(entrants=(Entrant(name="Cléo", sessions=("sols", "ouverture")),))
    )
    desk.cancel(cleo.attendee.id, "ouverture")
    desk.register(Request(entrants=(Entrant(name="Dan", sessions=("sols",)),)))
    content = b"".join(write_sheet(desk.list(), desk.programme.event))
    assert content.startswith(b"\xef\xbb\xbfid,name,email,")
    assert content.count(b"\r\n") == content.count(b"\n") == 5
    header, *found = rows(content)
    assert header == [*HEADERS["en"], "eats", "diet", "themes", "age", "since", "note"]
    assert all(row[0].startswith("p-") for row in found)
    blank = [""] * 3
    none = [*blank, *[""] * 6]
    (group,) = {item.group for line in desk.list() for item in line.registrations} - {None}
    assert "two" not in group  # a key may hold anything that people wrote
    assert sorted(row[1:] for row in found) == [
        ["Ada, “Zoé”", "ada@example.org", 'L\'"X"', "elus", "confirmed", group, "ouverture|sols",
         "confirmed|confirmed", *blank, "yes", "vegan", "soil|water", "4", "", ""],
        ["Bea", "", "", "", "confirmed", group, "eau", "confirmed", *none],
        ["Cléo", "", "", "", "confirmed", "", "sols", "confirmed", *none],
        ["Dan", "", "", "", "waitlisted", "", "sols", "draft", *none],
    ]  # fmt: skip


def test_nothing_that_people_write_is_computed_and_all_is_read_again(desk):
    """No cell begins a formula, however a program cuts the line; our reader gives the text back."""
    desk = desk(GROUP)
    people = tuple(
        Entrant(name=f"{text}a", organization=text, answers=Table.of({"note": text}))
        for text in PAYLOADS
    )
    desk.register(Request(entrants=people))
    content = b"".join(write_sheet(desk.list(), desk.programme.event))
    for separator in ",;\t":
        lines = content.decode("utf-8-sig").replace('"', "").splitlines()
        cells = [cell for line in lines for cell in line.split(separator)]
        assert [cell for cell in cells if cell.lstrip().startswith(tuple("=+-@"))] == []
    (again,) = read_sheet(content, desk.programme).requests
    assert {
        (one.name, one.organization, *one.answers.values()) for one in again.request.entrants
    } == {(one.name, one.organization, *one.answers.values()) for one in people}


def test_a_question_of_a_name_that_we_use_has_a_column_of_its_own(desk):
    """An answer to the question `code` is no code."""
    desk = desk("", '[[registration.questions]]\nid = "code"\ntext = "?"\n')
    desk.register(Request(entrants=(Entrant(name="Ada", answers=Table.of({"code": "x"})),)))
    content = b"".join(write_sheet(desk.list(), desk.programme.event))
    assert rows(content)[0][-1] == "answers.code"
    (again,) = read_sheet(content, desk.programme).requests
    assert dict(again.request.entrants[0].answers) == {"code": "x"}


def test_more_attendees_take_no_more_memory(desk):
    """They are written piece by piece, and none is kept."""
    made = desk()
    event, at = made.programme.event, made.now()

    def lines(count):
        for number in range(count):
            own = f"p-{number}"
            yield RosterLine(
                attendee=Attendee(id=own, name=f"Person {number}"),
                registrations=(
                    Registration(
                        attendee=own, session=None, state=RegistrationState.CONFIRMED, at=at
                    ),
                ),
            )

    def peak(count):
        tracemalloc.start()
        try:
            assert (
                sum(piece.count(b"\n") for piece in write_sheet(lines(count), event)) == count + 1
            )
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(2000)
    assert peak(8000) < 1.2 * peak(2000)


def test_a_header_is_in_the_language_asked_for(desk):
    """English and French headers stand above the same rows, and both are read again."""
    desk = desk("")
    desk.register(Request(entrants=(Entrant(name="Ada", sessions=("eau",)),)))
    sheets = {
        tag: b"".join(write_sheet(desk.list(), desk.programme.event, tag))
        for tag in ("en", "fr", "fr-CA", "de")
    }
    heads = {tag: tuple(rows(content)[0][:12]) for tag, content in sheets.items()}
    assert heads == {
        "en": HEADERS["en"], "fr": HEADERS["fr"], "fr-CA": HEADERS["fr"], "de": HEADERS["en"],
    }  # fmt: skip
    assert HEADERS["fr"] == (
        "id", "nom", "e-mail", "organisme", "public", "état", "groupe", "séances",
        "états des séances", "vœux", "groupes de travail", "personne du programme",
    )  # fmt: skip
    assert rows(sheets["en"])[1:] == rows(sheets["fr"])[1:]
    english, french = (read_sheet(sheets[tag], desk.programme) for tag in ("en", "fr"))
    assert french == english
    assert len(french.requests) == 1
