"""What may be said of a calendar that was read."""

from partenariats_ical.rules.base import CalendarRule
from partenariats_ical.rules.content import (
    GuessedMeaning,
    NoLanguage,
    NotCarried,
    NotUnderstood,
    UnreadableValue,
    UsedUid,
)
from partenariats_ical.rules.time import CutRepetition, GuessedZone, MovedHour, WholeDay

RULES: tuple[type[CalendarRule], ...] = (
    GuessedZone,
    MovedHour,
    WholeDay,
    CutRepetition,
    UsedUid,
    UnreadableValue,
    NotUnderstood,
    NotCarried,
    GuessedMeaning,
    NoLanguage,
)
"""In the order of their codes."""

__all__ = [
    "RULES",
    "CalendarRule",
    "CutRepetition",
    "GuessedMeaning",
    "GuessedZone",
    "MovedHour",
    "NoLanguage",
    "NotCarried",
    "NotUnderstood",
    "UnreadableValue",
    "UsedUid",
    "WholeDay",
]
