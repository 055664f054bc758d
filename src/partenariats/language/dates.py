"""Dates in words, in French and English."""

from __future__ import annotations

from datetime import date
from typing import Final

NO_BREAK: Final = "\u00a0"

WEEKDAYS: Final = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS: Final = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
}  # fmt: skip


def say_date(day: date, language: str, *, weekday: bool = True, year: bool = True) -> str:
    """Return a date in words: `vendredi 25 mars 2022`, `Friday 25 March 2022`.

    The first of a month is `1er` in French; the number stays on one line with its month.
    """
    known = _known(language)
    said = f"{_number(day, known)}{NO_BREAK}{MONTHS[known][day.month - 1]}"
    if weekday:
        said = f"{WEEKDAYS[known][day.weekday()]} {said}"
    return f"{said} {day.year}" if year else said


def say_date_range(first: date, last: date, language: str) -> str:
    """Return a span of dates: `24 et 25 mars 2022`, `du 30 mars au 2 avril 2022`."""
    known = _known(language)
    if first == last:
        return say_date(first, known, weekday=False)
    end = say_date(last, known, weekday=False)
    same_month = (first.year, first.month) == (last.year, last.month)
    if same_month:
        start = _number(first, known)
    else:
        start = say_date(first, known, weekday=False, year=first.year != last.year)
    adjacent = last.toordinal() - first.toordinal() == 1
    if known == "fr":
        return f"{start} et {end}" if adjacent else f"du {start} au {end}"
    if adjacent:
        return f"{start} and {end}"
    return f"{start}–{end}" if same_month else f"{start} – {end}"


def _number(day: date, language: str) -> str:
    return "1er" if language == "fr" and day.day == 1 else str(day.day)


def _known(language: str) -> str:
    return language if language in MONTHS else "en"
