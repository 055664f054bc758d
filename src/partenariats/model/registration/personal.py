"""What the organiser declares about personal data (GDPR): why, for whom, how long."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from enum import Enum
from typing import Final

import attrs

from partenariats.model.ids import ConsentId, RecipientId
from partenariats.model.text import Text

_RETENTION: Final = re.compile(
    r"(?P<count>\d{1,4}) (?:(?P<days>days?|jours?)|(?P<weeks>weeks?|semaines?)"
    r"|(?P<months>months?|mois)|(?P<years>years?|ans?|années?))\Z",
    re.ASCII,
)
MOST_YEARS: Final = 100
_MONTHS: Final = 12


class Basis(Enum):
    """Say what makes it lawful to keep something (GDPR, article 6)."""

    CONSENT = "consent"
    CONTRACT = "contract"
    """Nobody could take part without it."""
    LEGAL_OBLIGATION = "legal_obligation"
    VITAL_INTERESTS = "vital_interests"
    PUBLIC_TASK = "public_task"
    LEGITIMATE_INTEREST = "legitimate_interest"


@attrs.frozen(kw_only=True)
class Retention:
    """Say how long something is kept after the last day of the event."""

    days: int = 0
    months: int = 0

    @classmethod
    def parse(cls, text: str) -> Retention:
        """Read `30 days`, `30 jours`, `2 weeks`, `6 mois`, `1 year`; raise `ValueError` else."""
        found = _RETENTION.match(" ".join(text.split()))
        count = int(found["count"]) if found else 0
        if found is None or count > MOST_YEARS * (1 if found["years"] else 366):
            message = f"no time to keep something: {text[:40]!r}"
            raise ValueError(message)
        if found["months"] or found["years"]:
            return cls(months=count * (_MONTHS if found["years"] else 1))
        return cls(days=count * (7 if found["weeks"] else 1))

    def __str__(self) -> str:
        if self.months and self.months % _MONTHS == 0:
            return _say(self.months // _MONTHS, "year")
        return _say(self.months, "month") if self.months else _say(self.days, "day")

    def end_after(self, last: date) -> date:
        """Return the last day on which it may be kept, where `last` is that of the event."""
        months = last.year * _MONTHS + last.month - 1 + self.months
        year, month = divmod(months, _MONTHS)
        day = min(last.day, calendar.monthrange(year, month + 1)[1])
        return date(year, month + 1, day) + timedelta(days=self.days)


def _say(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


@attrs.frozen(kw_only=True)
class FieldUse:
    """Say what becomes of something that people tell of themselves (GDPR, article 13)."""

    purpose: Text | None = None
    basis: Basis | None = None
    recipients: tuple[RecipientId, ...] = ()
    """Who gets it besides the organiser."""
    retention: Retention | None = None
    """How long it is kept after the last day of the event."""
    sensitive: bool = False
    """Whether it says something of health, faith or the like (GDPR, article 9): erased first."""
    consent: ConsentId | None = None
    """The consent without which no recipient gets it."""


@attrs.frozen(kw_only=True)
class FieldUses:
    """Say what becomes of what everybody is asked for."""

    name: FieldUse = FieldUse()
    """With who it is in the programme."""
    email: FieldUse = FieldUse()
    organization: FieldUse = FieldUse()
    audience: FieldUse = FieldUse()
    wishes: FieldUse = FieldUse()
    """With the working groups somebody was placed in."""


@attrs.frozen(kw_only=True)
class Recipient:
    """Name somebody who gets personal data: a hotel, a caterer, a service."""

    id: RecipientId
    title: Text
    purpose: Text | None = None


@attrs.frozen(kw_only=True)
class ConsentRequest:
    """Ask for a consent of its own: never given by silence, and free to be refused."""

    id: ConsentId
    text: Text
    """The words that people see; they are kept with each answer."""
    purpose: Text | None = None


@attrs.frozen(kw_only=True)
class Controller:
    """Say who answers for personal data (GDPR, article 4, number 7)."""

    name: str | None = None
    address: str | None = None
    contact: str | None = None
    """Where people write to who want to see, mend or erase what is kept of them."""
    dpo: str | None = None
    """How the data protection officer is reached, where there is one."""
