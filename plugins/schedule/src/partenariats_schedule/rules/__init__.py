"""What may be said of a schedule that was read."""

from partenariats_schedule.rules.base import ScheduleRule
from partenariats_schedule.rules.content import (
    NoLanguage,
    NotCarried,
    SharedPersonId,
    TwoRooms,
    UnknownType,
    UnreadableValue,
    UsedId,
)
from partenariats_schedule.rules.time import GuessedZone, OtherDay, StartAgainstDate

RULES: tuple[type[ScheduleRule], ...] = (
    GuessedZone,
    StartAgainstDate,
    OtherDay,
    UsedId,
    UnreadableValue,
    NotCarried,
    TwoRooms,
    SharedPersonId,
    UnknownType,
    NoLanguage,
)
"""In the order of their codes."""

__all__ = [
    "RULES",
    "GuessedZone",
    "NoLanguage",
    "NotCarried",
    "OtherDay",
    "ScheduleRule",
    "SharedPersonId",
    "StartAgainstDate",
    "TwoRooms",
    "UnknownType",
    "UnreadableValue",
    "UsedId",
]
