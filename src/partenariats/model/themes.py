"""What is spoken of, and who works on it."""

from __future__ import annotations

from enum import Enum

import attrs

from partenariats.model.ids import PersonId, SessionId, ThemeId, TopicId, WorkingGroupId
from partenariats.model.text import Text


class TopicState(Enum):
    """Say how far a topic has come: proposed, then approved or declined by a vote."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DECLINED = "declined"


class WorkingGroupState(Enum):
    """Say how far a working group has come."""

    FORMING = "forming"
    ACTIVE = "active"
    CLOSED = "closed"


@attrs.frozen(kw_only=True)
class Theme:
    """Describe a subject that cuts across sessions (pretalx, c3voc: track; schema.org about)."""

    id: ThemeId
    title: Text
    description: Text | None = None
    color: str | None = None
    """`#rrggbb`, for calendars and printed programmes (RFC 7986 COLOR takes the nearest name)."""
    parent: ThemeId | None = None


@attrs.frozen(kw_only=True)
class Topic:
    """Describe a matter to be worked on inside a theme."""

    id: TopicId
    title: Text
    theme: ThemeId | None = None
    state: TopicState = TopicState.PROPOSED
    proposed_by: PersonId | None = None


@attrs.frozen(kw_only=True)
class WorkingGroup:
    """Describe people formed on a theme, who go on from one edition to the next."""

    id: WorkingGroupId
    theme: ThemeId
    title: Text | None = None
    """The theme's title where it is missing."""
    state: WorkingGroupState = WorkingGroupState.FORMING
    formed_in: SessionId | None = None
    lead: PersonId | None = None
    members: tuple[PersonId, ...] = ()
    capacity: int | None = None
    """How many persons it takes."""
    agreement: Text | None = None
    """The convention it works under."""
    deliverables: tuple[Text, ...] = ()
