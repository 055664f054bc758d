"""What keeps registrations: a store that makes a batch of changes whole, or not at all.

The rules of registration are the core's; a back-end keeps what they decide. Its one difficult
function is `commit`: several desks, in one process or in many, call it at once.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Generic, TypeAlias

import attrs

from partenariats.errors import PartenariatsError
from partenariats.interfaces.options import OptionsT
from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId, EventId, SessionId

if TYPE_CHECKING:  # every command knows what a back-end is, and few open one
    from partenariats.interfaces.redaction import Redaction
    from partenariats.model.registration.registrations import (
        Attendee,
        Change,
        Door,
        JournalEntry,
        Quota,
        Registration,
        RosterLine,
    )


class BackendError(PartenariatsError):
    """A back-end cannot work now, and nothing of the batch was kept; the message says why.

    `advice` says what to do about it.
    """

    def __init__(self, template: str, /, *, advice: Message | None = None, **names: object) -> None:
        super().__init__(template, **names)
        self.advice: Message | None = advice


class OldStoreError(BackendError):
    """The store was never prepared, or by an older version: it is to be prepared first."""


@attrs.frozen(kw_only=True)
class Batch:
    """Hold changes that are made together, and on what conditions.

    Conditions are looked at in this order: `claims`, versions, `queues`, `takes`, `full`.
    """

    changes: tuple[Change, ...]
    """In the order in which they enter the journal.

    An attendee or a registration of version 1 is new; one of version *n* replaces version *n* - 1.
    A registration that is waitlisted without a `position` gets the next one of its quota.
    """
    claims: tuple[tuple[str, str], ...] = ()
    """Names that nobody may have claimed yet, each with what it is claimed for."""
    releases: tuple[str, ...] = ()
    """Names whose claims are given up."""
    queues: tuple[tuple[str, int], ...] = ()
    """How often somebody had joined the wait list of a quota when its candidates were read."""
    takes: tuple[tuple[str, int], ...] = ()
    """How many places of a quota are taken, or given back where negative; each quota once, sorted.

    Places are given back in any case; they are taken where there are as many, by the capacities
    that the batch itself sets.
    """
    full: tuple[tuple[str, int], ...] = ()
    """Quotas that must not have room for so many more once places are taken and given back:
    somebody is made to wait for them."""
    redactions: tuple[Redaction, ...] = ()
    """What is taken out of the entries that the journal held before, as `redacting` says; each
    attendee once.

    Numbers and order stay. What an attendee is from now on stands in the changes.
    """


@attrs.frozen
class Committed:
    """Say that a batch was made; `registrations` are those of it, with their positions."""

    registrations: tuple[Registration, ...]


class Reason(Enum):
    """Name the condition that a batch did not meet."""

    CLAIMED = "claimed"
    STALE = "stale"
    QUEUE_MOVED = "queue moved"
    FULL = "full"
    ROOM_LEFT = "room left"


@attrs.frozen(kw_only=True)
class Declined:
    """Say that nothing of a batch was made, and why."""

    reason: Reason
    what: str
    """The claim, the attendee or the quota."""
    owner: str | None = None
    """What a claim was made for."""


Outcome: TypeAlias = Committed | Declined


class RegistrationBackend(ABC, Generic[OptionsT]):
    """Be the base of back-ends; the parameter is the class of their options.

    One instance serves one event and one thread; several instances may share one store. Every
    function but `prepare` raises `OldStoreError` on a store that is not prepared, and all raise
    `BackendError` where the store cannot be reached, read or written.
    """

    name: ClassVar[str]
    """What `use` calls it."""
    summary: ClassVar[str]
    """Where it keeps registrations, in a few words."""

    def __init__(self, options: OptionsT, event: EventId, folder: Path) -> None:
        """Take options, the event, and the folder that relative paths start from."""
        self.options: OptionsT = options
        self.event: EventId = event
        self.folder: Path = folder

    @abstractmethod
    def prepare(self) -> None:
        """Make the store, or bring it up to this version; do nothing where it is so already."""
        raise NotImplementedError

    @abstractmethod
    def commit(self, batch: Batch) -> Outcome:
        """Make all changes of a batch and keep them for good, or none of them.

        Batches have the same effect as if they came one after the other. A quota that no
        `Capacity` set has no limit, and nothing is taken of it yet.
        """
        raise NotImplementedError

    @abstractmethod
    def attendee(self, attendee: AttendeeId) -> Attendee | None:
        """Return an attendee."""
        raise NotImplementedError

    @abstractmethod
    def registrations_of(self, attendee: AttendeeId) -> tuple[Registration, ...]:
        """Return the registrations of an attendee, the one to the event first, then by session."""
        raise NotImplementedError

    @abstractmethod
    def waiting(self, session: SessionId | None) -> Iterator[Registration]:
        """Give those waitlisted for the event or a session, by position."""
        raise NotImplementedError

    @abstractmethod
    def offered(self) -> Iterator[Registration]:
        """Give the registrations to which a place is offered, by the end of the offer."""
        raise NotImplementedError

    @abstractmethod
    def roster(self) -> Iterator[RosterLine]:
        """Give every attendee with its registrations, by id, in constant memory."""
        raise NotImplementedError

    @abstractmethod
    def quotas(self) -> Mapping[str, Quota]:
        """Return the counted places, by key."""
        raise NotImplementedError

    @abstractmethod
    def owner(self, claim: str) -> str | None:
        """Return what a name is claimed for."""
        raise NotImplementedError

    @abstractmethod
    def door(self) -> Door:
        """Return whether registration was opened or closed by hand; neither at first."""
        raise NotImplementedError

    @abstractmethod
    def journal(self, after: int = 0) -> Iterator[JournalEntry]:
        """Give the entries with greater numbers, in the order of their numbers.

        A number may be given before its batch is kept, so that an entry may come to be seen after
        one with a greater number: whoever follows the journal while others register reads again
        from some entries before the last. What others add while it is read may be in it or not, so
        that comparing it with the other functions is exact only while nobody registers.
        """
        raise NotImplementedError

    @abstractmethod
    def forget(self) -> None:
        """Make sure that no file of the store holds what was redacted, replaced or given up.

        A database keeps old rows, logs and statistics for a while; what can be read with the other
        functions stays as it is. It may take long, and may have to wait for others. Raise
        `BackendError` where it cannot be done now; it can be asked for again.
        """
        raise NotImplementedError

    @abstractmethod
    def close(self) -> None:
        """Let go of the store; the instance is not used again."""
        raise NotImplementedError
