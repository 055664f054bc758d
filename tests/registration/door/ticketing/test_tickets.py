"""Signed tickets: what they hold, and what lets nobody in."""

from __future__ import annotations

import base64
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partenariats.registration.door.ticketing.keys import TicketKeys
from partenariats.registration.door.ticketing.tickets import (
    ForgedTicketError,
    OtherEventError,
    TicketError,
    UnknownKeyError,
    WithdrawnKeyError,
    looks_like_ticket,
    read_ticket,
    reference_of,
    ticket_of,
)

CHANCE = Random(2026)
KEYS = TicketKeys().with_new(CHANCE.randbytes).with_new(CHANCE.randbytes)
TICKET = ticket_of(KEYS, "e", "p-1")
FORGERIES = 20_000


def test_a_ticket_is_read_as_whose_it_is():
    """It has 49 characters that a QR code holds in its alphanumeric mode."""
    assert len(TICKET) == 49
    assert set(TICKET) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    assert read_ticket(TICKET, KEYS, "e") == reference_of("e", "p-1")
    assert len(reference_of("e", "p-1")) == 12


def test_a_ticket_says_nothing_of_a_person():
    """What stands in it is a digest, another one for each event."""
    content = base64.b32decode(ticket_of(KEYS, "e", "p-ada-martin")[1:])
    assert b"ada" not in content
    assert reference_of("e", "p-1") != reference_of("f", "p-1")


@given(event=st.text(), attendee=st.text(), other=st.text())
def test_every_ticket_is_its_own(event, attendee, other):
    """Whatever the ids are, a ticket leads to one attendee only."""
    reference = read_ticket(ticket_of(KEYS, event, attendee), KEYS, event)
    assert (reference == reference_of(event, other)) == (attendee == other)


@pytest.mark.parametrize("write", [str.lower, str.title, lambda t: f" {t[:7]} {t[7:]}\r\n"])
def test_what_a_scanner_does_to_a_ticket_is_forgiven(write):
    """Case, spaces and the end of the line do not count."""
    assert read_ticket(write(TICKET), KEYS, "e") == reference_of("e", "p-1")


def test_earlier_keys_are_read_until_they_are_withdrawn():
    """A new key leaves the tickets that were sent valid; one that is withdrawn does not."""
    newer = KEYS.with_new(CHANCE.randbytes)
    assert read_ticket(TICKET, newer, "e") == reference_of("e", "p-1")
    with pytest.raises(WithdrawnKeyError, match="key 2, which was withdrawn"):
        read_ticket(TICKET, newer.without(2), "e")
    with pytest.raises(UnknownKeyError, match="key 3, which is not there"):
        read_ticket(ticket_of(newer, "e", "p-1"), KEYS, "e")


def test_a_ticket_of_another_event_is_told():
    """Even one that was signed with the same key."""
    with pytest.raises(OtherEventError):
        read_ticket(TICKET, KEYS, "f")


def test_a_key_of_the_same_number_signs_nothing_of_ours():
    """Who does not have the secret makes no ticket."""
    theirs = TicketKeys().with_new(CHANCE.randbytes).with_new(CHANCE.randbytes)
    with pytest.raises(ForgedTicketError):
        read_ticket(ticket_of(theirs, "e", "p-1"), KEYS, "e")


@pytest.mark.parametrize(
    "text",
    ["", "P", TICKET[:-1], TICKET + "A", "Q" + TICKET[1:], TICKET[:-1] + "1", TICKET[:-1] + "é",
     TICKET[:-1] + "ſ", "https://example.org/", "\0" * 49, TICKET[:-1] + "="],
)  # fmt: skip
def test_what_is_no_ticket_is_said_so(text):
    """A part of one, another code, and letters that are none of its alphabet."""
    with pytest.raises(TicketError) as caught:
        read_ticket(text, KEYS, "e")
    assert type(caught.value) is TicketError


def test_a_code_that_was_meant_as_a_ticket_is_known_as_one():
    """Half a ticket is not taken for somebody's name, nor a name for a ticket."""
    assert looks_like_ticket(TICKET[:40])
    assert looks_like_ticket(TICKET.lower())
    assert not looks_like_ticket("Pierre-Emmanuel de la Tour d'Auvergne-Lauragais")
    assert not looks_like_ticket("p-0123456789ab")


def test_random_and_bent_tickets_let_nobody_in():
    """Of many made-up tickets and of genuine ones with a few wrong bits, none is accepted."""
    genuine = base64.b32decode(TICKET[1:])
    accepted = []
    for number in range(FORGERIES):
        if number % 2:
            content = genuine[: CHANCE.choice([0, 1, 4, 16])]
            content += CHANCE.randbytes(30 - len(content))
        else:
            wrong = sum(1 << bit for bit in CHANCE.sample(range(240), CHANCE.randint(1, 4)))
            content = (int.from_bytes(genuine) ^ wrong).to_bytes(30)
        text = "P" + base64.b32encode(content).decode()
        try:
            accepted.append(read_ticket(text, KEYS, "e"))
        except TicketError:
            continue
    assert accepted == []


@given(at=st.integers(0, 239))
def test_one_wrong_bit_is_found_wherever_it_is(at):
    """Every bit of a ticket counts."""
    content = int.from_bytes(base64.b32decode(TICKET[1:])) ^ 1 << at
    with pytest.raises(TicketError):
        read_ticket("P" + base64.b32encode(content.to_bytes(30)).decode(), KEYS, "e")
