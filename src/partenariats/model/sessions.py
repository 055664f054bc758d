"""What happens, and when by the clock on the wall."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from typing import Final, TypeAlias

import attrs

from partenariats.model.ids import (
    AudienceId,
    BlockId,
    DayId,
    RoomId,
    SessionId,
    ThemeId,
    TopicId,
    VenueId,
)
from partenariats.model.people import Credit
from partenariats.model.text import Text
from partenariats.model.walltime import WallTime


class SessionKind(Enum):
    """Name what sort of item a session is."""

    __hash__ = object.__hash__
    """By identity, as they are compared: Enum's own runs Python for each look into a set."""

    PLENARY = "plenary"
    PRESENTATION = "presentation"
    DISCUSSION = "discussion"
    GROUP_WORK = "group_work"
    OPENING = "opening"
    CLOSING = "closing"
    WELCOME = "welcome"
    REPORT_BACK = "report_back"
    DECISION = "decision"
    BREAK = "break"
    MEAL = "meal"
    RECEPTION = "reception"
    OTHER = "other"


PAUSES: Final = frozenset({SessionKind.BREAK, SessionKind.MEAL, SessionKind.WELCOME})
"""Kinds of sessions in which nobody speaks."""


@attrs.frozen(kw_only=True)
class Day:
    """Describe one calendar date of the event; sessions after midnight stay on it."""

    id: DayId
    date: date
    title: Text | None = None
    start: WallTime | None = None
    """When the doors open."""
    end: WallTime | None = None


@attrs.frozen(kw_only=True)
class Point:
    """Describe one line of an agenda (Indico: subcontribution)."""

    text: Text
    theme: ThemeId | None = None
    kind: SessionKind | None = None


@attrs.frozen(kw_only=True)
class Block:
    """Describe a half-day or strand that groups sessions (Indico: session block)."""

    id: BlockId
    day: DayId
    label: Text | None = None
    """The part of the day: `Matinée`."""
    title: Text | None = None
    description: Text | None = None
    start: WallTime | None = None
    end: WallTime | None = None
    venue: VenueId | None = None
    themes: tuple[ThemeId, ...] = ()
    points: tuple[Point, ...] = ()


@attrs.frozen(kw_only=True)
class _Item:
    """Hold what sessions and workshops share."""

    id: SessionId
    block: BlockId | None = None
    day: DayId | None = None
    """Given where there is no block; a block has its own day."""
    start: WallTime | None = None
    end: WallTime | None = None
    duration: timedelta | None = None
    """Elapsed time, in whole minutes; given instead of `end`."""
    description: Text | None = None
    venue: VenueId | None = None
    """The block's, or the room's, where it is missing."""
    room: RoomId | None = None
    themes: tuple[ThemeId, ...] = ()
    topics: tuple[TopicId, ...] = ()
    credits: tuple[Credit, ...] = ()
    points: tuple[Point, ...] = ()
    language: str | None = None
    """Language spoken (BCP 47); the event's where it is missing."""
    expected: int | None = None
    """How many persons are expected."""
    capacity: int | None = None
    """How many persons may take part."""
    minimum: int | None = None
    """How many persons it needs to be held."""
    required_for: tuple[AudienceId, ...] = ()
    tentative: bool = False
    """Whether it may still be dropped (RFC 5545 STATUS:TENTATIVE)."""
    url: str | None = None


@attrs.frozen(kw_only=True)
class Session(_Item):
    """Describe one item of the programme (c3voc: event, Indico: contribution)."""

    title: Text
    kind: SessionKind = SessionKind.OTHER


@attrs.frozen(kw_only=True)
class Workshop(_Item):
    """Describe a session people enrol in, held within a group-work session.

    It takes its times and venue from that session where it gives none, never the room.
    """

    title: Text | None = None
    number: int | None = None
    """Its number as announced: `Atelier 2`."""
    within: SessionId | None = None


AnySession: TypeAlias = Session | Workshop
