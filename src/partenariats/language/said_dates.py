"""Dates that a text says in words, in French and English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import attrs

from partenariats.language.dates import MONTHS, WEEKDAYS

_WEEKDAYS: Final = {
    name.lower(): number for names in WEEKDAYS.values() for number, name in enumerate(names)
}
_MONTHS: Final = {
    name.lower(): number for names in MONTHS.values() for number, name in enumerate(names, start=1)
} | {"fevrier": 2, "aout": 8, "decembre": 12}

_WEEKDAY: Final = rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s+(?:le\s+|the\s+)?)?"
_ENDING: Final = r"(?:er|st|nd|rd|th)?\b"
# found fast, which whole dates are not: most texts have none
_FIGURE: Final = re.compile("[0-9]")
_DAY_OF_MONTH: Final = re.compile(r"[0-9](?:er|st|nd|rd|th)?\s+(?:of\s+)?[jfmasondJFMASOND]")
_DAY_FIRST: Final = (
    rf"(?P<day>\d{{1,2}}){_ENDING}"
    rf"(?:\s+(?:of\s+)?(?P<month>{'|'.join(_MONTHS)})\b(?:\s+(?P<year>[12]\d\d\d)\b)?)?"
)
_MONTH_FIRST: Final = (
    rf"(?P<month_before>{'|'.join(MONTHS['en'])})\s+(?P<day_after>\d{{1,2}}){_ENDING}"
    r"(?:,?\s+(?P<year_after>[12]\d\d\d)\b)?"
)
_DATE: Final = rf"(?i)\b{_WEEKDAY}(?:{_DAY_FIRST}|{_MONTH_FIRST})"
_BETWEEN: Final = re.compile(
    r"\s*(?:,|/|&|-|–|—|\bet\b|\bou\b|\bau\b|\bà\b|\band\b|\bor\b|\bto\b)\s*", re.IGNORECASE
)

# a figure alone may be a number: `Règlement 2016/679`, `2000 places`
_BEFORE_YEAR: Final = (
    rf"(?:{'|'.join(_MONTHS)})(?:\s+\d{{1,2}}(?:st|nd|rd|th)?,?)?"
    "|en|in|de|of|depuis|since|dès|avant|before|après|after|sur|année|year|an|édition|edition"
    "|rentrée|début|fin|printemps|été|automne|hiver|spring|summer|autumn|winter"
)
_YEAR: Final = rf"(?i)\b(?:{_BEFORE_YEAR})\s+(?P<year>(?:19|20|21)\d\d)\b(?![/.,-]?\d)"
_LEAD: Final = re.compile(
    r"(?:\A|.*[:,–—(]|.*\s-)\s*(?:(?:le|du|the|from)\s+)?", re.IGNORECASE | re.DOTALL
)


@attrs.frozen(kw_only=True)
class SaidDate:
    """Hold a date as a text says it, `said`; Monday is weekday 0."""

    said: str
    weekday: int | None
    day: int
    month: int
    year: int | None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when the first text may hold what it finds: it takes a while."""
    return re.compile(pattern)


def find_dates(text: str) -> list[SaidDate]:
    """List the dates that a text says with their month, in French or English.

    Of `jeudi 24 et vendredi 25 mars 2022` the first takes its month and year from the second.
    """
    if not _FIGURE.search(text):
        return []
    if not _DAY_OF_MONTH.search(text) and not any(month in text for month in MONTHS["en"]):
        return []
    dates = list(_compiled(_DATE).finditer(text))
    found: list[SaidDate] = []
    month: int | None = None
    year: int | None = None
    follows: int | None = None
    for match in reversed(dates):
        own_month = _MONTHS.get((match["month"] or match["month_before"] or "").lower())
        own_year = match["year"] or match["year_after"]
        if follows is None or not _BETWEEN.fullmatch(text, match.end(), follows):
            month = year = None
        if own_month is not None and month is not None and own_month > month and year is not None:
            year -= 1
        month = own_month or month
        year = int(own_year) if own_year else year
        follows = match.start()
        if month is not None:
            found.append(_said(match, month, year))
    return found[::-1]


def find_years(text: str) -> list[int]:
    """List the years from 1900 to 2199 that a text says after a month, or as `en 2019` does."""
    return [int(year) for year in _compiled(_YEAR).findall(text)]


def starts_with_date(text: str, dates: Sequence[SaidDate]) -> bool:
    """Tell whether the first of its dates stands at the beginning of a text, or after a label.

    `Jour 1 : 24 mars` has a label; in a sentence a date may be any.
    """
    if not dates:
        return False
    before, _, _ = " ".join(text.split()).partition(dates[0].said)
    return _LEAD.fullmatch(before) is not None


def may_say_weekday(text: str) -> bool:
    """Tell whether the letters of a weekday stand in a text; fast, for most texts say none."""
    return "di" in text or "day" in text or "Di" in text or "DI" in text or "DAY" in text


def may_say_year(text: str) -> bool:
    """Tell whether the figures of a year from 1900 to 2200 stand in a text; fast as well."""
    return "20" in text or "19" in text or "21" in text or "22" in text


def starts_with_weekday(text: str) -> int | None:
    """Return the weekday that a text begins with; Monday is 0."""
    word = re.match(r"\s*(\w+)", text)
    return _WEEKDAYS.get(word[1].lower()) if word else None


def _said(match: re.Match[str], month: int, year: int | None) -> SaidDate:
    weekday = match["weekday"]
    return SaidDate(
        said=" ".join(match[0].split()),
        weekday=_WEEKDAYS[weekday.lower()] if weekday else None,
        day=int(match["day"] or match["day_after"]),
        month=month,
        year=year,
    )
