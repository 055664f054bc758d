"""From a sheet to requests."""

from __future__ import annotations

from datetime import date

import pytest

from partenariats.model.table import Table
from partenariats.registration.requests.request import ConsentAnswer, Entrant
from partenariats.registration.sheets.faults import SheetError

GROUP = "group = 3\n"


def entrants(sheet):
    """Give the entrants of each request."""
    return [item.request.entrants for item in sheet.requests]


def test_a_french_sheet_is_read_by_its_headers(read):
    """Names of columns are known in French, whatever their case and accents."""
    sheet = read(
        "Prénom;NOM;Courriel;Organisme;Public;Ateliers;Mange;since;themes\n"
        "Ada;Lovelace;ada@example.org;Mairie;elus;sols;non;24/03/2022;Sols|water\n",
        {"mange": "eats"},
    )
    answers = {"eats": False, "themes": ("soil", "water"), "since": date(2022, 3, 24)}
    (((ada,),),) = ([entrants(sheet)[0]],)
    assert (ada.name, ada.email, ada.organization, ada.audience, ada.sessions) == (
        "Ada Lovelace", "ada@example.org", "Mairie", "elus", ("sols",),
    )  # fmt: skip
    assert dict(ada.answers) == answers


def test_an_english_sheet_is_read_by_its_headers(read):
    """The order of the columns does not count, and blank cells say nothing."""
    sheet = read("Sessions,E-mail,Full name,Organisation,answers.note\n,,Ada, ,hello\n")
    assert entrants(sheet) == [(Entrant(name="Ada", answers=Table.of({"note": "hello"})),)]
    assert sheet.requests[0].lines == (2,)


CONSENTS = """
[[registration.consents]]
id = "list"
text = "Yes."
[[registration.consents]]
id = "photos"
text = "Yes."
"""


@pytest.mark.parametrize(
    "header", ["consents,refused_consents", "Consentements,Consentements refusés"]
)
def test_consents_are_read_and_never_assumed(read, header):
    """A cell names those that are given or refused; a blank one answers nothing."""
    text = f"name,{header}\nAda,list,photos\nBea,list|photos,\nCléo,,\n"
    found = [one.consents for (one,) in entrants(read(text, more=CONSENTS))]
    assert found == [
        (ConsentAnswer("list", is_given=True), ConsentAnswer("photos", is_given=False)),
        (ConsentAnswer("list", is_given=True), ConsentAnswer("photos", is_given=True)),
        (),
    ]


def test_a_consent_that_is_not_asked_for_is_a_fault(faults):
    """It is told at its cell."""
    (found,) = faults("name,consents\nAda,photo\n", more=CONSENTS)
    assert found == "2:5: nobody is asked for the consent `photo`"


def test_columns_are_mapped_and_left_out(read):
    """A column holds what it is said to hold, and `-` leaves one out."""
    sheet = read("Qui;Note;Date\nAda;x;y\n", {"qui": "name", " NOTE ": "note", "Date": "-"})
    assert entrants(sheet) == [(Entrant(name="Ada", answers=Table.of({"note": "x"})),)]


def test_what_a_column_is_said_to_hold_goes_before_its_name(read):
    """The organiser knows better what stands in the column `nom`."""
    sheet = read("nom;qui\nMairie;Ada\n", {"nom": "organization", "qui": "name"})
    assert entrants(sheet) == [(Entrant(name="Ada", organization="Mairie"),)]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"nome": "name"}, "the sheet has no column `nome`"),
        ({"nom": "nam"}, "there is no field `nam`"),
        ({"nom": "answers.x"}, "there is no field `answers.x`"),
    ],
)
def test_a_mapping_of_what_there_is_not_is_refused(read, columns, said):
    """The error names the columns, or the fields, that there are."""
    with pytest.raises(SheetError) as error:
        read("nom\nAda\n", columns)
    assert str(error.value) == said
    assert str(error.value.advice).startswith("there are: n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x\nAda\n", ["1:1: nothing is known of the column `x`", "1:1: no column holds names"]),
        ("email\na@b.org\n", ["1:1: no column holds names"]),
        ("nom,name\nA,B\n", ["1:5: a second column holds `name`"]),
        ("nom,horodateur\n,x\n", ["1:5: nothing is known of the column `horodateur`",
                                  "2:1: a name is missing"]),
        ("nom\nAda,x\n", ["2:5: no column has a name above this cell"]),
        ("nom,\nAda,\nZoé,x\n", ["3:5: no column has a name above this cell"]),
    ],
)  # fmt: skip
def test_faults_of_the_header_are_told(faults, text, said):
    """A column that nobody knows is no column to pass over in silence."""
    assert faults(text) == said


def test_every_fault_of_every_row_is_told_with_its_place(faults):
    """Lines and columns are those of the text, as an editor counts them."""
    assert faults(
        "nom;courriel;public;ateliers;age;eats;diet\n"
        'Ada;ada@b.org;elus;sols;41;;\n'
        ';x;mairie;solls;vieux;oui;\n'
        '"Zoé\nZ";ada@b.org;;sols|eau;;;\n'
        '"A""B"; \u202e ;;;;;all\n'
    ) == [
        "3:1: a name is missing",
        "3:2: `x` is no e-mail address",
        "3:4: the event has no audience `mairie`",
        "3:11: there is no session `solls`",
        "3:17: `vieux` does not answer `age`",
        "3:27: the question `diet` is not answered",
        "5:4: line 2 has the address ada@b.org too",
        "5:15: `eau` and `sols` take place at the same time",
        "6:8: the e-mail address holds characters that cannot be shown",
        "6:16: the question `diet` is not asked after these answers",
    ]  # fmt: skip


def test_rows_of_one_group_make_one_request(read):
    """They need not stand together; a blank group is none."""
    sheet = read("nom,groupe\nAda,a\nBea,\nCléo,b\nDan,a\nEli,\n", more=GROUP)
    names = [[one.name for one in group] for group in entrants(sheet)]
    assert names == [["Ada", "Dan"], ["Bea"], ["Cléo"], ["Eli"]]
    assert [item.lines for item in sheet.requests] == [(2, 5), (3,), (4,), (6,)]


def test_a_group_that_is_too_large_is_a_fault_of_its_first_row(faults):
    """No more may register together than the event says."""
    text = "nom,groupe\n" + "".join(f"Ada {number},a\n" for number in range(4))
    said = "persons are too many for one request: 3 may register together"
    assert faults(text, more=GROUP) == [f"2:1: 4 {said}"]


def test_keys_are_the_same_whenever_a_sheet_is_read(read):
    """An address tells who somebody is, else name and organization; case does not count."""
    keys = [
        item.request.key for item in read("nom,email,organisme\nAda,a@b.org,X\nBea,,X\n").requests
    ]
    again = read("nom,email,organisme,note\nBEA,,x,y\nAda L.,A@B.org,\n")
    assert [item.request.key for item in again.requests] == keys[::-1]
    assert len(set(keys)) == 2
    other = read("nom,organisme\nBea,Y\n")
    assert other.requests[0].request.key not in keys


def test_a_key_of_the_sheet_goes_before_ours(read, faults):
    """Two rows of one key, or of one person, are a fault unless they are told apart."""
    sheet = read("nom,clé\nAda,1\nAda,2\n")
    assert [item.request.key for item in sheet.requests] == ["1", "2"]
    assert faults("nom,clé\nAda,1\nBea,1\n") == ["3:5: line 2 has the key `1` too"]
    assert faults("nom\nAda\nADA\n") == ["3:1: line 2 names the same person"]
    assert faults(f"nom,clé\nAda,{'x' * 101}\n") == [
        "2:5: a key has up to 100 printable characters"
    ]


def test_a_code_of_the_sheet_opens_registration(read, faults):
    """Whoever registers many has the code as well."""
    more = 'access = "code"\ncodes = ["sésame"]\n'
    assert read("nom,code\nAda,sésame\n", more=more).requests[0].request.code == "sésame"
    assert faults("nom,code\nAda,x\n", more=more) == ["2:5: the code is missing or wrong"]


def test_who_has_gone_is_left_out(read):
    """Our own sheets hold those who cancelled or were refused as well."""
    sheet = read("name,state\nAda,confirmed\nBea,cancelled\nCléo,Refused\nDan,\n")
    assert [group[0].name for group in entrants(sheet)] == ["Ada", "Dan"]
    assert sheet.left_out == 2


def test_a_group_is_known_by_ids_only_where_each_row_has_one(read):
    """Somebody who was added to a group of our own sheet is to be registered."""
    sheet = read("id,nom,groupe\np-1,Ada,a\n,Bea,a\np-2,Cléo,\n", more=GROUP)
    assert [item.ids for item in sheet.requests] == [(), ("p-2",)]
