"""Hours that a text says in words, in French and English."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import attrs

_NAMED: Final = {"midi": 720, "minuit": 1440, "noon": 720, "midday": 720, "midnight": 1440}
_HALF: Final = r"[ap]\.?\s?m\b\.?"
_HOUR: Final = (
    r"(?:(?P<h{n}>[01]?\d|2[0-4])\s*(?:h(?:eures?|rs?)?(?![a-zà-ÿ])\s*(?P<m{n}>[0-5]\d(?!\d))?"
    r"|[:](?P<c{n}>[0-5]\d)(?!\d)(?::00)?(?:\s*h\b)?|\.(?P<p{n}>[0-5]\d)(?=\s*{half})"
    r"|(?=\s*{half}))(?P<half{n}>\s*{half})?|\b(?P<w{n}>midi|minuit|noon|midday|midnight)\b)"
)
_FIRST: Final = _HOUR.replace("{n}", "1").replace("{half}", _HALF)
_SECOND: Final = _HOUR.replace("{n}", "2").replace("{half}", _HALF)
_AFTER_BARE: Final = _HOUR.replace("{n}", "3").replace("{half}", _HALF)
_TO: Final = r"\s*(?:-+>?|–|—|−|/|→|>|\bà|\bau?\b|\bto\b|\buntil\b|\btill\b|jusqu['’](?:à|au?))\s*"
# `9-10h30` and `2–3:30 pm`: the first hour borrows its mark from the second
_BARE: Final = r"(?P<bare>[01]?\d|2[0-4])(?:[.](?P<bare_m>[0-5]\d))?"
# `9.30 – 10.45` is one only as a stretch: alone it is a price or a number
_DOTTED: Final = (
    r"(?P<d1>[01]?\d|2[0-4])\.(?P<e1>[0-5]\d)"
    rf"{_TO}(?P<d2>[01]?\d|2[0-4])\.(?P<e2>[0-5]\d)(?!\d|\s*[€$£%])"
)
_RANGE: Final = rf"(?:{_FIRST}(?:{_TO}{_SECOND})?|{_BARE}{_TO}{_AFTER_BARE}|{_DOTTED})"
_LEAD: Final = r"(?:(?:de|dès|à|vers|entre|from|at|between|à partir de|about)\s+)?"
_ANYWHERE: Final = rf"(?i)(?<![\w.,:/+]){_RANGE}(?![\w])"
_AT_START: Final = rf"(?i)\s*(?:[-–—•*]\s*)?{_LEAD}(?<![\w.,:/+]){_RANGE}(?![\w])"
_FIGURE: Final = re.compile(r"\d|mi(?:di|nuit)|noon|mid(?:day|night)", re.IGNORECASE)
# `10h de formation` and `2 hours of talks` are lengths
_LENGTH: Final = re.compile(
    r"\s*(?:d['’]|(?:de|du|of|par|per)\s|/\s*(?:jour|semaine|day|week)|chrono|non[- ]stop)",
    re.IGNORECASE,
)


@attrs.frozen(kw_only=True)
class SaidHours:
    """Hold an hour or a stretch of time as minutes since midnight, and where a text says it."""

    start: int
    end: int | None
    begins: int
    """Index of its first character."""
    ends: int
    """Index after its last character."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def find_hours(text: str) -> list[SaidHours]:
    """List the hours and stretches of time that a text says: `9h30`, `de 14 h à 15 h`, `9–10 am`.

    A length such as `10h de formation` is no hour.
    """
    if not _FIGURE.search(text):
        return []
    found = (_hours(match, text) for match in _compiled(_ANYWHERE).finditer(text))
    return [hours for hours in found if hours is not None]


def leading_hours(text: str) -> SaidHours | None:
    """Return the hours that a text begins with; nothing where it begins with something else."""
    if not _FIGURE.search(text[:40]):
        return None
    match = _compiled(_AT_START).match(text)
    return _hours(match, text) if match else None


def begins_with_hour(text: str) -> bool:
    """Tell whether a text begins with an hour."""
    return leading_hours(text) is not None


def _hours(match: re.Match[str], text: str) -> SaidHours | None:
    if match["d1"]:
        first, second = (int(match[f"d{n}"]) * 60 + int(match[f"e{n}"]) for n in (1, 2))
        return SaidHours(start=first, end=second, begins=match.start(), ends=match.end())
    end = _minutes(match, "3" if match["bare"] else "2")
    start = _bare(match, end) if match["bare"] else _minutes(match, "1")
    if start is None or (end is None and _LENGTH.match(text, match.end())):
        return None
    half = match["half3"] or (match["half2"] and not match["half1"] and not match["w1"])
    if end is not None and half:
        start = _same_half(start, end)
    return SaidHours(start=start, end=end, begins=match.start(), ends=match.end())


def _minutes(match: re.Match[str], number: str) -> int | None:
    if word := match[f"w{number}"]:
        return _NAMED[word.lower()]
    if match[f"h{number}"] is None:
        return None
    hour = int(match[f"h{number}"])
    minute = int(match[f"m{number}"] or match[f"c{number}"] or match[f"p{number}"] or 0)
    return _on_day(hour, match[f"half{number}"] or "") * 60 + minute


def _on_day(hour: int, half: str) -> int:
    letter = half.strip().lower()[:1]
    if letter == "p" and hour < 12:  # noqa: PLR2004  # noon
        return hour + 12
    return 0 if letter == "a" and hour == 12 else hour  # noqa: PLR2004  # 12 am is midnight


def _bare(match: re.Match[str], end: int | None) -> int | None:
    start = int(match["bare"]) * 60 + int(match["bare_m"] or 0)
    return start if end is not None and start <= 24 * 60 else None


def _same_half(start: int, end: int) -> int:
    """Move a start into the afternoon with an end such as `3:30 pm`, where it stays before it."""
    return start + 720 if start + 720 < end and start < 720 else start  # noqa: PLR2004  # noon
