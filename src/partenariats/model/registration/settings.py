"""What the organiser decided about registration."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum

import attrs

from partenariats.model.ids import ChoiceId, ConsentId, QuestionId, RecipientId
from partenariats.model.registration.deadline import Deadline
from partenariats.model.registration.personal import (
    Basis,
    ConsentRequest,
    Controller,
    FieldUse,
    FieldUses,
    Recipient,
    Retention,
)
from partenariats.model.table import Table
from partenariats.model.text import Text


class Access(Enum):
    """Say who may register (Indico: registration form access)."""

    OPEN = "open"
    CODE = "code"
    DOMAIN = "domain"
    """Whoever has an e-mail address of one of the domains."""


class QuestionKind(Enum):
    """Say what kind of answer a question takes."""

    TEXT = "text"
    CHOICE = "choice"
    SEVERAL = "several"
    YES_NO = "yes_no"
    NUMBER = "number"
    DATE = "date"


@attrs.frozen(kw_only=True)
class Choice:
    """Offer one answer."""

    id: ChoiceId
    text: Text


@attrs.frozen(kw_only=True)
class Condition:
    """Ask a question only of those who answered another one so."""

    question: QuestionId
    """One that is asked before it."""
    answer: str
    """The id of a choice, or `yes` or `no`."""


@attrs.frozen(kw_only=True)
class Question:
    """Ask attendees something when they register (pretix: question)."""

    id: QuestionId
    text: Text
    kind: QuestionKind = QuestionKind.TEXT
    purpose: Text | None = None
    """What the answer is used for: who asks says why (GDPR, article 13)."""
    choices: tuple[Choice, ...] = ()
    required: bool = False
    when: Condition | None = None
    basis: Basis | None = None
    recipients: tuple[RecipientId, ...] = ()
    """Who gets the answers besides the organiser."""
    retention: Retention | None = None
    """How long answers are kept after the last day of the event."""
    sensitive: bool = False
    """Whether answers say something of health, faith or the like (GDPR, article 9)."""
    consent: ConsentId | None = None
    """The consent without which no recipient gets the answer."""

    @property
    def use(self) -> FieldUse:
        """Give what becomes of the answers."""
        return FieldUse(
            purpose=self.purpose,
            basis=self.basis,
            recipients=self.recipients,
            retention=self.retention,
            sensitive=self.sensitive,
            consent=self.consent,
        )


@attrs.frozen(kw_only=True)
class RegistrationSettings:
    """Hold what the organiser decided about registration."""

    use: str | None = None
    """Name of the back-end: `sql`."""
    opens: Deadline | None = None
    """At once where it is missing."""
    closes: Deadline | None = None
    """When the first session begins, where it is missing."""
    access: Access = Access.OPEN
    codes: tuple[str, ...] = ()
    """The words of which one opens registration, where access is by code; no output holds them."""
    domains: tuple[str, ...] = ()
    """What stands behind the `@`, where access is by domain."""
    approval: bool = False
    """Whether the organiser approves each registration to the event."""
    capacity: int | None = None
    """How many may register for the event."""
    wait_list: bool = True
    """Whether whoever comes too late may wait for a place."""
    offer: timedelta | None = None
    """How long a place that came free is held for whoever waits; else it is given at once."""
    group: int = 1
    """How many one person may register together."""
    questions: tuple[Question, ...] = ()
    fields: FieldUses = FieldUses()
    """What becomes of what everybody is asked for."""
    recipients: tuple[Recipient, ...] = ()
    """Who gets personal data besides the organiser."""
    consents: tuple[ConsentRequest, ...] = ()
    controller: Controller = Controller()
    options: Table = Table()
    """The back-end's; a password may stand there, and no output holds them."""
