"""What keeps an event from being a programme, as values that rules turn into words.

A path names a place in the event: keys and positions in lists, as in `("sessions", 3, "start")`.
"""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

import attrs

from partenariats.model.clock import ClockFault
from partenariats.model.walltime import WallTime

Path: TypeAlias = tuple[str | int, ...]


@attrs.frozen
class Problem:
    """Be the base of all problems; `at` is the path of what is at fault."""

    at: Path


@attrs.frozen
class DuplicateId(Problem):
    """Two things of one table bear one id."""

    id: str
    first: Path


@attrs.frozen
class UnknownReference(Problem):
    """An id points at nothing in the `table` it belongs to."""

    id: str
    table: str


@attrs.frozen
class CreditWithoutName(Problem):
    """A credit names neither a person nor an organization, or both."""

    both: bool


@attrs.frozen
class CircularTheme(Problem):
    """A theme is its own ancestor."""

    id: str


@attrs.frozen
class NotGroupWork(Problem):
    """A workshop is held within a session that is no group work."""

    within: str
    session: Path


@attrs.frozen
class NoDay(Problem):
    """A session has neither block nor day."""

    id: str


@attrs.frozen
class TwoDays(Problem):
    """A session gives another day than its block's."""

    day: str
    block: str
    block_day: str
    block_at: Path


@attrs.frozen
class UnknownZone(Problem):
    """The event's time zone is not in the IANA database."""

    zone: str


@attrs.frozen
class NoStart(Problem):
    """A session has no start."""

    id: str


@attrs.frozen
class NoInstant(Problem):
    """A wall time is no instant of its date in the event's zone."""

    fault: ClockFault
    day: date
    wall: WallTime
    zone: str
    offsets: tuple[int, int]
    """Minutes east of UTC before and after the clock change."""


@attrs.frozen
class EndBeforeStart(Problem):
    """A session ends before it starts."""

    id: str
    start_at: Path


@attrs.frozen
class TwoEnds(Problem):
    """A session gives an end and a duration that disagree."""

    id: str
    duration_at: Path
