"""A recipient gets what is declared for it, and the journal keeps what went out."""

from __future__ import annotations

import csv
import hashlib
import io

import pytest

from partenariats.model.registration.registrations import Exported
from partenariats.registration.changing import AttendeeChange
from partenariats.registration.errors import UnknownRecipientError
from partenariats.registration.personal.handing_over import Handover
from partenariats.registration.requests.request import ConsentAnswer


def sheet(at, recipient):
    """Write the sheet of a recipient; return its rows, what the journal is to keep, the bytes."""
    handover = Handover.to(at.programme.event, recipient)
    content = b"".join(handover.pieces(at.list()))
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    return rows, handover.exported("out.csv"), content


def test_a_recipient_gets_the_declared_columns_alone(at, register):
    """Those that hang on a consent are blank for whoever does not give it, or took it back."""
    register("Ada", True)
    register("Bob")
    own = register("Cleo", True)
    at.change(own, AttendeeChange(consents=(ConsentAnswer("annuaire", is_given=False),)))
    rows, exported, content = sheet(at, "hotel")
    assert rows[0] == ["name", "diet", "night"]
    assert sorted(rows[1:]) == [
        ["Ada", "diet of Ada", "yes"],
        ["Bob", "", "yes"],
        ["Cleo", "", "yes"],
    ]
    assert exported == Exported(
        recipient="hotel",
        fields=("name", "answers.diet", "answers.night"),
        people=3,
        file="out.csv",
        digest=hashlib.sha256(content).hexdigest(),
    )


def test_the_organiser_gets_everything(at, register):
    """The sheet is the one that can be imported again; its fields are named."""
    own = register("Ada")
    rows, exported, _ = sheet(at, None)
    assert rows[0][:3] == ["id", "name", "email"]
    assert rows[1][:3] == [own, "Ada", "ada@example.org"]
    assert (exported.recipient, exported.people) == ("organizer", 1)
    assert exported.fields[:3] == ("id", "name", "email")
    assert exported.fields[-2:] == ("answers.diet", "answers.night")


@pytest.mark.parametrize("recipient", ["hotel", None])
def test_whoever_was_erased_is_in_no_sheet(at, register, recipient):
    """A row without a name would say that somebody was there."""
    own = register("Ada")
    register("Bob")
    at.erase(own)
    rows, exported, _ = sheet(at, recipient)
    assert (len(rows), exported.people) == (2, 1)


@pytest.mark.parametrize(
    ("recipient", "said", "advice"),
    [
        ("caterer", "nobody is declared as the recipient `caterer`", "there are: hotel, nobody"),
        ("organizer", "nobody is declared as the recipient `organizer`", "there are: hotel, nob"),
        (
            "nobody",
            "no field is declared for the recipient `nobody`",
            "name it in the `recipients` of each field that it needs",
        ),
    ],
)
def test_nothing_goes_to_whoever_is_not_declared(at, recipient, said, advice):
    """It is refused by name, with those there are."""
    with pytest.raises(UnknownRecipientError) as caught:
        Handover.to(at.programme.event, recipient)
    assert str(caught.value) == said
    assert str(caught.value.advice).startswith(advice)
    assert caught.value.code == "unknown-recipient"
