"""Whether registration is open, and to whom."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from partenariats.language.message import Message
from partenariats.model.clock import show
from partenariats.model.programme import Programme
from partenariats.model.registration_settings import Access, RegistrationSettings
from partenariats.model.registrations import Door
from partenariats.registration.deadlines import instant_of
from partenariats.registration.errors import ClosedError, NotAdmittedError
from partenariats.registration.requests.request import Entrant


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
        raise ClosedError("registration opens on {at}", at=_say(opens, zone))
    closes = instant_of(programme, settings.closes)
    if closes is not None and moment >= closes:
        raise ClosedError("registration closed on {at}", at=_say(closes, zone))


def check_admitted(settings: RegistrationSettings, code: str | None, entrant: Entrant) -> None:
    """Raise `NotAdmittedError` where a code or an address does not open registration."""
    if settings.access is Access.CODE and (code or "").strip() not in settings.codes:
        raise NotAdmittedError(
            "the code is missing or wrong", advice=Message.of("ask the organiser for it")
        )
    if settings.access is Access.DOMAIN:
        domain = (entrant.email or "").rpartition("@")[2].casefold()
        if domain not in {name.casefold() for name in settings.domains}:
            raise NotAdmittedError(
                "registration is for addresses at {domains}",
                domains=", ".join(settings.domains),
                advice=Message.of("give an e-mail address of one of them"),
            )


def _say(seconds: int, zone: ZoneInfo) -> str:
    return f"{show(seconds, zone):%Y-%m-%d %H:%M}"
