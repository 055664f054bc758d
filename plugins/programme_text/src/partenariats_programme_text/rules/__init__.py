"""What may be said of a programme that was read."""

from partenariats_programme_text.rules.base import ProgrammeRule
from partenariats_programme_text.rules.guesses import (
    GuessedAfternoon,
    GuessedDate,
    GuessedEnd,
    GuessedKind,
    GuessedLanguage,
    GuessedThemes,
    GuessedYear,
    GuessedZone,
)
from partenariats_programme_text.rules.lines import (
    ImpossibleTimes,
    NotUnderstood,
    WordsLeft,
    WrongWeekday,
)

RULES: tuple[type[ProgrammeRule], ...] = (
    NotUnderstood,
    WordsLeft,
    ImpossibleTimes,
    WrongWeekday,
    GuessedYear,
    GuessedDate,
    GuessedZone,
    GuessedLanguage,
    GuessedKind,
    GuessedEnd,
    GuessedThemes,
    GuessedAfternoon,
)
"""In the order of their codes."""

__all__ = [
    "RULES",
    "GuessedAfternoon",
    "GuessedDate",
    "GuessedEnd",
    "GuessedKind",
    "GuessedLanguage",
    "GuessedThemes",
    "GuessedYear",
    "GuessedZone",
    "ImpossibleTimes",
    "NotUnderstood",
    "ProgrammeRule",
    "WordsLeft",
    "WrongWeekday",
]
