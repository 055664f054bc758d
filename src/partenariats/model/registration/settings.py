"""What the organiser decided about registration."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum

import attrs

from partenariats.model.ids import ChoiceId, QuestionId
from partenariats.model.registration.deadline import Deadline
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
    options: Table = Table()
    """The back-end's; a password may stand there, and no output holds them."""
