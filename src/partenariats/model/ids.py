"""Ids: lower-case slugs, stable across editions, never shown to attendees."""

from __future__ import annotations

import re
from typing import Final, NewType

AttendeeId = NewType("AttendeeId", str)
AudienceId = NewType("AudienceId", str)
BlockId = NewType("BlockId", str)
ChoiceId = NewType("ChoiceId", str)
ConsentId = NewType("ConsentId", str)
DayId = NewType("DayId", str)
EventId = NewType("EventId", str)
OrganizationId = NewType("OrganizationId", str)
PersonId = NewType("PersonId", str)
QuestionId = NewType("QuestionId", str)
RecipientId = NewType("RecipientId", str)
RoomId = NewType("RoomId", str)
SessionId = NewType("SessionId", str)
"""Sessions and workshops share one space of ids."""
ThemeId = NewType("ThemeId", str)
TopicId = NewType("TopicId", str)
VenueId = NewType("VenueId", str)
WorkingGroupId = NewType("WorkingGroupId", str)

LONGEST_ID: Final = 100
SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def is_slug(text: str) -> bool:
    """Tell whether `text` is an id: lower-case ASCII letters and digits joined by hyphens."""
    return len(text) <= LONGEST_ID and SLUG.match(text) is not None
