"""What stands in one cell: read as a value, and written so that no spreadsheet computes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from partenariats.model.registration.settings import Choice, Question, QuestionKind
from partenariats.model.table import Value

SEPARATOR: Final = "|"
"""Between several values of one cell."""
_FORMULA: Final = re.compile(r"(?:^|(?<=[,;\t]))(?=[ ']*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet would begin a formula (OWASP, CSV injection); the last four are full-width.

Behind a separator too: a program that separates cells by another one begins a cell there.
"""
_GUARDED: Final = re.compile(_FORMULA.pattern.replace("(?=", "'(?=", 1))
_DATE: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z", re.ASCII)
_FRENCH_DATE: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\Z", re.ASCII)
_NUMBER: Final = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?\Z", re.ASCII)
_SAID: Final[Mapping[str, bool]] = {
    **dict.fromkeys(("yes", "y", "true", "1", "oui", "o", "vrai"), True),
    **dict.fromkeys(("no", "n", "false", "0", "non", "faux"), False),
}


def guard(text: str) -> str:
    """Put an apostrophe before everything that a spreadsheet would compute."""
    return _FORMULA.sub("'", text)


def unguard(text: str) -> str:
    """Take away the apostrophes that `guard` puts."""
    return _GUARDED.sub("", text)


def split(text: str) -> tuple[str, ...]:
    """Return the values of a cell: `a|b`, or `a, b` where it has no `|`."""
    parts = text.split(SEPARATOR if SEPARATOR in text else ",")
    return tuple(part.strip() for part in parts if part.strip())


def answer_of(question: Question, text: str, language: str) -> Value:
    """Return a cell as the answer to a question; the text itself where it is no such answer."""
    plain = text.strip()
    if question.kind is QuestionKind.SEVERAL:
        whole = _choice(question.choices, plain)
        parts = (plain,) if whole is not None else split(plain)
        return tuple(_choice(question.choices, part) or part for part in parts)
    if question.kind is QuestionKind.CHOICE:
        return _choice(question.choices, plain) or plain
    if question.kind is QuestionKind.YES_NO:
        return _SAID.get(plain.casefold(), plain)
    if question.kind is QuestionKind.NUMBER and _NUMBER.match(plain):
        number = float(plain.replace(",", "."))
        return int(number) if plain.lstrip("+-").isdigit() else number
    if question.kind is QuestionKind.DATE:
        return _date(plain, language)
    return text


def text_of(value: Value) -> str:
    """Return a value as a cell holds it; `answer_of` reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return SEPARATOR.join(map(text_of, value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _choice(choices: tuple[Choice, ...], text: str) -> str | None:
    """Return the id of the choice that is named by its id, or by its text in any language."""
    folded = text.casefold()
    for choice in choices:
        forms = (form for _, form in choice.text.translations)
        if folded in {form.casefold() for form in (choice.id, choice.text.plain, *forms)}:
            return choice.id
    return None


def _date(text: str, language: str) -> Value:
    """Read `2022-03-24`; day first, `24/03/2022`, only where the event speaks French."""
    iso = _DATE.match(text)
    french = _FRENCH_DATE.match(text) if language.partition("-")[0] == "fr" else None
    parts = iso.groups() if iso else french.groups()[::-1] if french else None
    try:
        return date(*map(int, parts)) if parts else text
    except ValueError:
        return text
