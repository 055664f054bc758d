"""Whether registration is open, and to whom."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from hmac import compare_digest
from typing import Final
from zoneinfo import ZoneInfo

from partenariats.language.message import Message
from partenariats.model.clock import show
from partenariats.model.programme import Programme
from partenariats.model.registration.registrations import Door
from partenariats.model.registration.settings import Access, RegistrationSettings
from partenariats.registration.deadlines import closing_of, instant_of
from partenariats.registration.errors import ClosedError, NotAdmittedError
from partenariats.registration.requests.emails import plain_domain

LONGEST_CODE: Final = 1000


def check_open(programme: Programme, by_hand: Door, now: datetime) -> None:
    """Raise `ClosedError` unless registration is open: by hand, else by the declared dates."""
    if by_hand.is_open is not None:
        if not by_hand.is_open:
            raise ClosedError(
                "registration was closed",
                advice=Message.of("open it with `partenariats registration open`"),
            )
        return
    settings = programme.event.registration
    zone = ZoneInfo(programme.event.timezone)
    moment = int(now.timestamp())
    opens = instant_of(programme, settings.opens)
    if opens is not None and moment < opens:
        raise ClosedError(
            "registration opens on {at}",
            at=_say(opens, zone),
            advice=Message.of("come back then"),
        )
    closes = closing_of(programme)
    if closes is not None and moment >= closes:
        raise ClosedError(
            "registration closed on {at}",
            at=_say(closes, zone),
            advice=Message.of("ask the organiser"),
        )


def check_admitted(settings: RegistrationSettings, code: str | None, email: str | None) -> None:
    """Raise `NotAdmittedError` where a code or an address does not open registration."""
    if settings.access is Access.CODE and not _is_code(settings, code or ""):
        raise NotAdmittedError(
            "the code is missing or wrong",
            about="code",
            advice=Message.of("ask the organiser for it"),
        )
    check_domain(settings, email)


def check_domain(settings: RegistrationSettings, email: str | None) -> None:
    """Raise `NotAdmittedError` where an address is not at a domain that may register."""
    if settings.access is Access.DOMAIN:
        domain = plain_domain((email or "").rpartition("@")[2])
        if domain is None or domain not in map(plain_domain, settings.domains):
            raise NotAdmittedError(
                "registration is for addresses at {domains}",
                about="email",
                domains=", ".join(settings.domains),
                advice=Message.of("give an e-mail address of one of them"),
            )


def _is_code(settings: RegistrationSettings, code: str) -> bool:
    """Tell whether a code is a declared one, in a time that says nothing about how near it is."""
    given = _bytes(code)
    same = [compare_digest(given, _bytes(known)) for known in settings.codes]
    return bool(given) and any(same)


def _bytes(code: str) -> bytes:
    plain = unicodedata.normalize("NFC", code[:LONGEST_CODE].strip())
    return plain.encode("utf-8", "surrogatepass")


def _say(seconds: int, zone: ZoneInfo) -> str:
    return f"{show(seconds, zone):%Y-%m-%d %H:%M}"
