"""Days and parts of days at the start of a line."""

from __future__ import annotations

import re
from typing import Final

import attrs

from partenariats.language.dates import MONTHS, WEEKDAYS
from partenariats.language.said_dates import SaidDate, find_dates
from partenariats.language.said_hours import leading_hours

_MONTHS: Final = {
    **{name.lower(): n for names in MONTHS.values() for n, name in enumerate(names, start=1)},
    "fevrier": 2,
    "aout": 8,
    "decembre": 12,
    "janv": 1,
    "févr": 2,
    "fév": 2,
    "avr": 4,
    "juil": 7,
    "sept": 9,
    "déc": 12,
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_SHORT: Final = ("lun mar mer jeu ven sam dim", "mon tue wed thu fri sat sun")
_WEEKDAYS: Final = {
    **{name.lower(): n for names in WEEKDAYS.values() for n, name in enumerate(names)},
    **{name: n for names in _SHORT for n, name in enumerate(names.split())},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}


def _words(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_WEEKDAY: Final = rf"(?P<weekday>{_words(_WEEKDAYS)})\b\.?"
_MONTH: Final = rf"(?:{_words(_MONTHS)})\b\.?"
_ORDINAL: Final = r"(?:er|re|st|nd|rd|th)?"
_DATE: Final = (
    rf"(?P<day>\d{{1,2}}){_ORDINAL}\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>[12]\d{{3"
    rf"}})\b)?"
    rf"|(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}}){_ORDINAL}\b(?:,?\s+(?P<year2>[12]\d{{3}})\b)?"
    r"|(?P<day3>\d{1,2})(?P<dot>[/.])(?P<month3>\d{1,2})(?:(?P=dot)(?P<year3>\d{4}|\d\d))?(?![\d/])"
    r"|(?P<year4>\d{4})-(?P<month4>\d\d)-(?P<day4>\d\d)"
)
_ALONE: Final = rf"(?P<day5>\d{{1,2}}){_ORDINAL}(?!\s*(?:[hH:]|\d|[ap]\.?m))\b"
_NUMBERED: Final = (
    r"(?:(?:jour(?:née)?|day|j)\s*(?:n°\s*)?(?P<number>\d{1,2}|one|two|three|four|un|deux|trois)\b"
    r"|(?P<nth>première|premier|1re|1ère|1er|deuxième|seconde?|2e|2ème|troisième|"
    r"3e|3ème|first|second|third)"
    r"\s+(?:journée|jour|day))\s*(?:[:–—,(-]|/)?\s*"
)
_LEAD: Final = (
    r"\s*(?:(?:programme|journée|date)\s*(?:(?:du|de la journée du|de|of)\b)?\s*:?\s*)?"
    r"(?:(?:le|the|on)\s+)?"
)
_AT_START: Final = re.compile(
    (
        rf"{_LEAD}(?:{_NUMBERED})?(?:{_WEEKDAY},?\s*(?:le\s+|the\s+)?)?(?:{_DATE}|(?(weekday){_ALONE}"
        r"|(?!)))?\)?"
    ),
    re.IGNORECASE,
)
_ORDINALS: Final = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "un": 1,
    "deux": 2,
    "trois": 3,
    "première": 1,
    "premier": 1,
    "1re": 1,
    "1ère": 1,
    "1er": 1,
    "first": 1,
    "deuxième": 2,
    "seconde": 2,
    "second": 2,
    "2e": 2,
    "2ème": 2,
    "troisième": 3,
    "third": 3,
    "3e": 3,
    "3ème": 3,
}
_HALF_DAY: Final = re.compile(
    r"\s*(?:en\s+)?(?:(?:dans\s+)?(?:le|la|l['’]|the|in the)\s*)?"
    r"(?P<half>matin(?:ée)?|apr[èe]s[- ]midi|soir(?:ée)?|nuit|morning|afternoon|evening|night)\b"
    r"(?![-’'])(?P<more>\s+session\b)?",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s*(?::|[-–—](?=\s|\Z)|[,;|•/]|\.\s*\Z|\Z)\s*")
NOTICE: Final = re.compile(
    r"date limite|inscri(?:ption|re|vez)|clôture des|deadline|registration|avant "
    r"le\b|before\b|tarif"
    r"|réserv|renseignement|contact|t[ée]l\b|phone|permanence|ouvert(?:ure)? (?:du|"
    r"de la billetterie)"
    r"|billetterie|jusqu['’]au|until|rsvp|réponse souhaitée|horaires? d['’]ouverture|opening hours",
    re.IGNORECASE,
)
_FIGURES: Final = re.compile(
    rf"(?:\b(?:{_words(_WEEKDAYS)})\.?\s+)?(?<![\d/.])(?P<d>\d{{1,2}})(?P<dot>[/.])(?P<m>\d{{"
    rf"1,2}})(?P=dot)(?P<y>\d{{4}}|\d\d)(?![\d/])"
    r"|\b(?P<y2>\d{4})-(?P<m2>\d\d)-(?P<d2>\d\d)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE: Final = 90


@attrs.frozen(kw_only=True)
class SaidDay:
    """Hold what a line says of a day, and the `rest` of the line; Monday is weekday 0."""

    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    number: int | None = None
    """Which day of the event it is: `Jour 2`."""
    rest: str = ""


@attrs.frozen
class HalfDay:
    """Hold the part of a day as it is written, and the rest of the line."""

    label: str
    rest: str


def leading_day(text: str, *, is_heading: bool = False) -> SaidDay | None:
    """Return the day that a line is the heading of; nothing for prose and for deadlines."""
    found = _AT_START.match(text)
    if found is None or NOTICE.search(text):
        return None
    said = _said(found, text[found.end() :])
    if said is None or not _is_heading(said, text, is_heading=is_heading):
        return None
    return attrs.evolve(said, rest=_after(said.rest))


def may_be_day(text: str) -> bool:
    """Tell whether a line is the heading of a day with a date."""
    return leading_day(text) is not None


def leading_half_day(text: str, *, is_heading: bool = False, in_day: bool = True) -> HalfDay | None:
    """Return the part of a day that a line is the heading of: `Matinée : Séance plénière`.

    Within a day a short line such as `Soirée libre` is one as well.
    """
    found = _HALF_DAY.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    if found["half"].lower() in {"nuit", "night"} and not _BETWEEN.match(rest):
        return None
    if _BETWEEN.match(rest) or leading_hours(rest.lstrip(" ,:(")):
        label = found["half"] + (found["more"] or "")
        return HalfDay(label[:1].upper() + label[1:], _after(rest))
    if in_day and (is_heading or len(text) <= 40) and not text.endswith("."):  # noqa: PLR2004  # longer ones are sentences
        return HalfDay(text.strip(), "")
    return None


def all_dates(text: str) -> list[SaidDate]:
    """List the dates that a text says, in words or in figures."""
    found = find_dates(text)
    for match in _FIGURES.finditer(text):
        day, month, year = (
            match["d"] or match["d2"],
            match["m"] or match["m2"],
            match["y"] or match["y2"],
        )
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:  # noqa: PLR2004  # days and months
            number = int(year) + 2000 if len(year) == 2 else int(year)  # noqa: PLR2004  # `22`
            found.append(
                SaidDate(said=match[0], weekday=None, day=int(day), month=int(month), year=number)
            )
    return found


def _said(found: re.Match[str], rest: str) -> SaidDay | None:
    day = next((found[f"day{n}"] for n in ("", 2, 3, 4, 5) if found[f"day{n}"]), None)
    month = next((found[f"month{n}"] for n in ("", 2, 3, 4) if found[f"month{n}"]), None)
    year = next((found[f"year{n}"] for n in ("", 2, 3, 4) if found[f"year{n}"]), None)
    weekday = found["weekday"]
    number = (found["number"] or found["nth"] or "").lower()
    if day is None and weekday is None and not number:
        return None
    if found["day3"] and found["dot"] == "." and not year:
        return None
    number_of_month = _number_of(month)
    if day is not None and not (1 <= int(day) <= 31 and number_of_month != 0):  # noqa: PLR2004  # days of a month
        return None
    return SaidDay(
        weekday=_WEEKDAYS[weekday.lower()] if weekday else None,
        day=int(day) if day else None,
        month=number_of_month,
        year=(int(year) + 2000 if len(year) == 2 else int(year)) if year else None,  # noqa: PLR2004  # `22`
        number=(_ORDINALS.get(number) or int(number)) if number else None,
        rest=rest,
    )


def _number_of(month: str | None) -> int | None:
    """Return a month by its name or number; 0 for a number that no month has."""
    if month is None:
        return None
    if month.isdigit():
        return int(month) if 1 <= int(month) <= 12 else 0  # noqa: PLR2004  # months of a year
    return _MONTHS[month.lower().rstrip(".")]


def _is_heading(said: SaidDay, text: str, *, is_heading: bool) -> bool:
    rest = said.rest
    if not rest.strip(" :.,;–—-*|"):
        return True
    if leading_half_day(rest.lstrip(" ,:–—-")) or leading_hours(rest.lstrip(" ,:(–—-")):
        return True
    if is_heading:
        return said.day is not None or said.number is not None or bool(_BETWEEN.match(rest))
    if len(text) > _LONGEST_TITLE or text.rstrip().endswith("."):
        return False
    parted = bool(re.match(r"\s*(?::|[-–—](?=\s)|\(|\|)", rest))
    return parted and (said.day is not None or said.number is not None or len(rest) < 60)  # noqa: PLR2004  # a title


def _after(rest: str) -> str:
    return re.sub(r"\A\s*[:,;.|•/–—-]+\s*|\A\s+", "", rest).strip()
