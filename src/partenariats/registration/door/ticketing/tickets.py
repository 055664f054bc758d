"""Signed tickets: 49 characters that fit a small QR code, and say nothing about a person."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import ClassVar, Final

from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId, EventId
from partenariats.registration.door.ticketing.keys import TicketKeys
from partenariats.registration.errors import RegistrationError

MARKER: Final = "P"
"""What a ticket of this form begins with."""
LENGTH: Final = 49
_TAG: Final = 3
_REFERENCE: Final = 12
_SIGNED: Final = 1 + _TAG + _REFERENCE
_SIGNATURE: Final = 14
_LIKELY: Final = 30
"""Characters from which on a word in the ticket's alphabet was meant as one."""
_ALPHABET: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


class TicketError(RegistrationError):
    """A text is no ticket that opens the door; nobody is let in by it."""

    code: ClassVar[str] = "not-a-ticket"


class ForgedTicketError(TicketError):
    """The signature is not that of the key: it was damaged, or somebody made it up."""

    code: ClassVar[str] = "forged-ticket"


class OtherEventError(TicketError):
    """It is a ticket of another event."""

    code: ClassVar[str] = "other-event"


class WithdrawnKeyError(TicketError):
    """It was signed with a key that was withdrawn since."""

    code: ClassVar[str] = "withdrawn-key"


class UnknownKeyError(TicketError):
    """It was signed with a key that is not there."""

    code: ClassVar[str] = "unknown-key"


def reference_of(event: EventId, attendee: AttendeeId) -> bytes:
    """Return what stands for an attendee in its ticket: nothing of it can be read there."""
    text = f"{event}\0{attendee}".encode()
    return hashlib.blake2b(text, digest_size=_REFERENCE, person=b"ticket").digest()


def ticket_of(keys: TicketKeys, event: EventId, attendee: AttendeeId) -> str:
    """Return the ticket of an attendee, signed with the newest key; raise `TicketKeyError`."""
    key = keys.newest
    signed = bytes([key.number]) + _tag(event) + reference_of(event, attendee)
    return MARKER + base64.b32encode(signed + _signature(key.secret or b"", signed)).decode()


def looks_like_ticket(text: str) -> bool:
    """Tell whether a text was meant as a ticket, be it damaged or cut."""
    plain = _plain(text)
    return len(plain) >= _LIKELY and plain.startswith(MARKER) and _ALPHABET.issuperset(plain)


def read_ticket(text: str, keys: TicketKeys, event: EventId) -> bytes:
    """Return the reference that a ticket stands for; raise a `TicketError` where it is not valid.

    Case, spaces and the end of the line do not count.
    """
    content = _content(_plain(text))
    signed, signature = content[:_SIGNED], content[_SIGNED:]
    number, tag = signed[0], signed[1 : 1 + _TAG]
    if tag != _tag(event):
        raise OtherEventError(
            "this is a ticket of another event",
            advice=Message.of("ask for the ticket of this event, or look the person up by name"),
        )
    key = keys.find(number)
    if key is None:
        raise UnknownKeyError(
            "this ticket was signed with key {number}, which is not there",
            number=number,
            advice=Message.of("bring the newest keys to this door"),
        )
    if key.secret is None:
        raise WithdrawnKeyError(
            "this ticket was signed with key {number}, which was withdrawn",
            number=number,
            advice=Message.of("ask for the newer ticket, or look the person up by name"),
        )
    if not hmac.compare_digest(signature, _signature(key.secret, signed)):
        raise ForgedTicketError(
            "this ticket is damaged or forged: its signature is wrong",
            advice=Message.of("scan it again, or look the person up by name"),
        )
    return signed[1 + _TAG :]


def _plain(text: str) -> str:
    # only what a ticket may hold: `upper` makes two letters of some, and letters of other scripts
    return "".join(text.split()).upper() if text.isascii() else text


def _content(plain: str) -> bytes:
    try:
        if len(plain) == LENGTH and plain.startswith(MARKER) and _ALPHABET.issuperset(plain):
            return base64.b32decode(plain[len(MARKER) :])
    except (binascii.Error, ValueError):
        pass
    raise TicketError(
        "this is no ticket, or not the whole of one",
        advice=Message.of(
            "scan it again; where it never works, set the scanner to the layout of the keyboard"
        ),
    )


def _tag(event: EventId) -> bytes:
    return hashlib.blake2b(event.encode(), digest_size=_TAG, person=b"event").digest()


def _signature(secret: bytes, signed: bytes) -> bytes:
    return hmac.digest(secret, b"partenariats ticket 1\0" + signed, "sha256")[:_SIGNATURE]
