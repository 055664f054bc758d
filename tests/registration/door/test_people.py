"""Who is meant by what is shown or said at a door."""

from __future__ import annotations

import pytest

from partenariats.registration.door.people import People, Person, SeveralError
from partenariats.registration.door.ticketing.keys import TicketKeys
from partenariats.registration.door.ticketing.tickets import (
    ForgedTicketError,
    TicketError,
    ticket_of,
)
from partenariats.registration.errors import UnknownAttendeeError

KEYS = TicketKeys().with_new(bytes)
ZOE = Person(id="p-1", name="Zoé Le Goff", email="Zoe@example.org")
ONE = Person(id="p-2", name="Jean Martin", email="jean@example.org")
TWO = Person(id="p-3", name="Jean MARTIN")
GONE = Person(id="p-4", name="Zoé Le Goff", email="zoe@example.org", comes=False)
PEOPLE = People("e", [GONE, ZOE, ONE, TWO])


@pytest.mark.parametrize(
    "text",
    ["p-1", " p-1\r\n", "zoe@EXAMPLE.org", "Zoé Le Goff", "zoe le goff", "LE GOFF, Zoé",
     "le-goff zoé", ticket_of(KEYS, "e", "p-1"), ticket_of(KEYS, "e", "p-1").lower()],
)  # fmt: skip
def test_somebody_is_found_by_whatever_they_show(text):
    """An id, an address, a name in any order and case, and a ticket."""
    assert PEOPLE.find(text, KEYS) == ZOE


def test_whoever_gave_up_is_found_by_id_and_ticket():
    """Their registration is then told; a name means whoever comes."""
    assert PEOPLE.find("p-4", KEYS) == GONE
    assert PEOPLE.find(ticket_of(KEYS, "e", "p-4"), KEYS) == GONE
    assert People("e", [GONE]).find("Zoé Le Goff", KEYS) == GONE


def test_persons_of_one_name_are_listed():
    """Nobody is guessed: the ids, and the addresses that are known, tell them apart."""
    with pytest.raises(SeveralError) as caught:
        PEOPLE.find("martin jean", KEYS)
    assert caught.value.ids == ("p-2", "p-3")
    said = "several persons are called `martin jean`: p-2 (jean@example.org), p-3"
    assert str(caught.value) == said


def test_of_many_persons_of_one_name_some_are_listed():
    """What is said stays readable."""
    crowd = [Person(id=f"p-{number:02}", name="Jean Martin") for number in range(30)]
    with pytest.raises(SeveralError) as caught:
        People("e", crowd).find("Jean Martin", KEYS)
    assert str(caught.value).endswith("p-08, p-09, …")


@pytest.mark.parametrize("text", ["", "Zoé", "p-9", "https://example.org/x", "nobody@example.org"])
def test_strangers_are_told(text):
    """A part of a name is nobody's."""
    with pytest.raises(UnknownAttendeeError, match="nobody on the list is"):
        PEOPLE.find(text, KEYS)


def test_a_ticket_is_never_taken_for_a_name():
    """What is wrong with it is said, and for whom it is not on the list."""
    ticket = ticket_of(KEYS, "e", "p-9")
    with pytest.raises(UnknownAttendeeError, match="the ticket is genuine"):
        PEOPLE.find(ticket, KEYS)
    with pytest.raises(TicketError, match="no ticket, or not the whole of one"):
        PEOPLE.find(ticket[:40], KEYS)
    bent = ticket[:-1] + ("A" if ticket[-1] != "A" else "B")
    with pytest.raises(ForgedTicketError):
        PEOPLE.find(bent, KEYS)
