"""What people write about themselves."""

from __future__ import annotations

import unicodedata

import attrs
import pytest

from partenariats.language.message import Message
from partenariats.model.table import Table
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.requests.entrants import (
    attendee_of,
    weigh_entrant,
)
from partenariats.registration.requests.request import Entrant

ADA = Entrant(name="Ada", email="ada@example.org", answers=Table.of({"eats": False}))


@pytest.fixture
def event(programme):
    """Give the event."""
    return programme().event


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("  Ada \t Lovelace\r\n", "Ada Lovelace"),
        ("Ada\r\nBcc: eve@example.org", "Ada Bcc: eve@example.org"),
        ("Ade\u0301lai\u0308de", "Adélaïde"),
        ("\ufeffA\u200bd\u00ada\u2060", "Ada"),
        ("عمر\u200cخیام", "عمر\u200cخیام"),
        ("李小龍", "李小龍"),
        ("O’Neill-d'Été, 2e", "O’Neill-d'Été, 2e"),
        ("👩\u200d🔬 Ada", "👩\u200d🔬 Ada"),
        ("Ada \U0001fae8", "Ada \U0001fae8"),
        ("A" * 200, "A" * 200),
    ],
)
def test_a_name_becomes_one_line_in_nfc(event, written, kept):
    """A name loses what nobody sees, and keeps what its script needs."""
    assert attendee_of(event, attrs.evolve(ADA, name=written), "p-1").name == kept
    assert unicodedata.is_normalized("NFC", kept)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "a name is missing"),
        (" \t\n", "a name is missing"),
        ("\u200b\u2060\ufeff", "a name is missing"),
        ("\u200d\u200e \u061c", "a name is missing"),
        ("…—!", "a name is missing"),
        ("\u0301\u0301", "a name is missing"),
        ("Ada\x00", "the name holds characters that cannot be shown"),
        ("Ada\x1b[31m", "the name holds characters that cannot be shown"),
        ("\u202eada", "the name holds characters that cannot be shown"),
        ("Ada \u2066x\u2069", "the name holds characters that cannot be shown"),
        ("Ada \U000e0041", "the name holds characters that cannot be shown"),
        ("Ada \ud800", "the name holds characters that cannot be shown"),
        ("Ada \ue000", "the name holds characters that cannot be shown"),
        ("Ada \uffff", "the name holds characters that cannot be shown"),
        ("Ada \ufdd0", "the name holds characters that cannot be shown"),
        ("A" * 201, "the name is too long: 201 characters, 200 at most"),
        ("é" * 10_000, "the name is too long: 10000 characters, 200 at most"),
        ("e" + "\u0301\u0316" * 500_000, "the name is too long: 1000001 characters, 200 at most"),
    ],
)
def test_a_name_that_cannot_stand_on_a_badge_is_refused(event, written, said):
    """A name without a letter, with what moves the cursor, or endless, is refused and named."""
    with pytest.raises(InvalidRequestError) as error:
        attendee_of(event, attrs.evolve(ADA, name=written), "p-1")
    assert (str(error.value), error.value.about) == (said, "name")
    assert error.value.advice is not None


def test_an_organization_is_kept_as_written_or_nothing(event):
    """An organization without anything to see is none; a hostile one is refused."""
    kept = [
        attendee_of(event, attrs.evolve(ADA, organization=text), "p-1").organization
        for text in (None, "", "  \u200b", "\u200d \u200e", " Mairie  de Niort ")
    ]
    assert kept == [None, None, None, None, "Mairie de Niort"]
    with pytest.raises(InvalidRequestError, match="the organization holds characters"):
        attendee_of(event, attrs.evolve(ADA, organization="x\u202ey"), "p-1")


def test_an_unknown_audience_is_refused_with_those_there_are(event):
    """The error names the audiences, and repeats 60 characters at most."""
    with pytest.raises(InvalidRequestError) as error:
        attendee_of(event, attrs.evolve(ADA, audience="x" * 1000), "p-1")
    assert str(error.value) == f"the event has no audience `{'x' * 59}…`"
    assert str(error.value.advice) == "there are: elus, public"


def test_all_faults_are_told_at_once(event):
    """Whoever reads a sheet learns of every field that is wrong."""
    entrant = Entrant(
        name="", email="x", organization="\u202e", audience="x", answers=Table.of({"age": "old"})
    )
    _, faults = weigh_entrant(event, entrant, "p-1")
    assert [fault.about for fault in faults] == [
        "name", "email", "organization", "audience", "answers.age",
    ]  # fmt: skip


def test_an_error_is_said_in_the_language_of_its_reader():
    """What is too long is named in French, inside the French sentence."""
    what = Message.of("the name")
    message = Message.of(
        "{what} is too long: {count} characters, {most} at most", what=what, count=9, most=8
    )
    assert message.say("fr") == "trop de caractères dans le nom : 9, pour 8 au plus"
