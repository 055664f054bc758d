"""What people write about themselves, cleaned and checked."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.ids import AttendeeId
from partenariats.model.registrations import Attendee
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.requests.answers import check_answers
from partenariats.registration.requests.request import Entrant

LONGEST_NAME: Final = 200
LONGEST_EMAIL: Final = 254
"""RFC 5321, 4.5.3.1.3."""
_EMAIL: Final = re.compile(r"[^\s@,;<>()\[\]\\\"]+@[^\s@,;<>()\[\]\\\"]+\.[^\s@,;<>()\[\]\\\".]+\Z")


def attendee_of(event: Event, entrant: Entrant, own: AttendeeId) -> Attendee:
    """Return the attendee that somebody becomes; raise `InvalidRequestError`."""
    name = clean(entrant.name, Message.of("the name"), LONGEST_NAME)
    if not name:
        raise InvalidRequestError("a name is missing", advice=Message.of("write one"))
    audiences = {audience.id for audience in event.audiences}
    if entrant.audience is not None and entrant.audience not in audiences:
        raise InvalidRequestError(
            "the event has no audience `{id}`",
            id=entrant.audience[:60],
            advice=Message.of("there are: {names}", names=", ".join(sorted(audiences))),
        )
    organization = clean(entrant.organization or "", Message.of("the organization"), LONGEST_NAME)
    return Attendee(
        id=own,
        name=name,
        email=check_email(entrant.email),
        organization=organization or None,
        audience=entrant.audience,
        answers=check_answers(event, entrant.answers),
    )


def clean(text: str, what: Message, most: int) -> str:
    """Return a line of text in NFC, spaces once; raise where it is too long or no line."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    if len(plain) > most:
        raise InvalidRequestError(
            "{what} is too long: {count} characters, {most} at most",
            what=what,
            count=len(plain),
            most=most,
        )
    if any(unicodedata.category(character) in {"Cc", "Cs", "Cn", "Co"} for character in plain):
        raise InvalidRequestError(
            "{what} holds characters that cannot be shown",
            what=what,
            advice=Message.of("write it anew instead of pasting it"),
        )
    return plain


def check_email(text: str | None) -> str | None:
    """Return an e-mail address, or nothing where none is given; raise where it is not one."""
    email = clean(text or "", Message.of("the e-mail address"), LONGEST_EMAIL)
    if not email:
        return None
    if not _EMAIL.match(email):
        several = email.count("@") > 1
        raise InvalidRequestError(
            "`{email}` is several addresses" if several else "`{email}` is no e-mail address",
            email=email,
            advice=Message.of("write one address, such as `ada@example.org`"),
        )
    return email
