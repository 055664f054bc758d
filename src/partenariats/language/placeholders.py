"""Words that keep a place for others, in French and English."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from partenariats.language.proofreading import masked

_ANYWHERE: Final = r"\b(?:TB[ACD]|TODO|(?i:lorem ipsum))\b|\A\s*(?i:lorem)\b"
_LATER: Final = r"compl[ée]ter|d[ée]finir|pr[ée]ciser"
_GAP: Final = r"[ \t\u00a0\u202f]{0,9}"
# nothing else between two ends of a sentence, or in brackets
_ALONE: Final = (
    r"(?im)"
    rf"(?:^|[(\[.:;!?–—/]|\s-){_GAP}(?P<words>(?:à|(?-i:A)) (?:{_LATER}))"
    rf"{_GAP}(?:$|[)\].:;!?…–—/]|-\s)"
)
# `À venir : …` announces something, `XXX` is a Roman number
_ONLY: Final = (
    r"(?:à|(?-i:A)) (?:confirmer|annoncer|venir)"
    r"|to be (?:confirmed|announced|defined|completed)|tb[acd]|(?-i:X{3,})"
)
_WHOLLY: Final = (
    r"(?i)"
    rf"\A\s*(?P<words>{_ONLY})\s*(?:[.…]\s*)?\Z|[(\[]{_GAP}(?P<inside>{_ONLY}){_GAP}[)\]]"
)
_BLANK: Final = (
    "adresse|animateurs?|animatrices?|biographie|conférenci(?:ers?|ères?)|dates?|description"
    "|durée|facilitateurs?|facilitatrices?|heures?|horaires?|intervenante?s?|intitulé|lieu"
    "|modérateurs?|modératrices?|noms?(?: complets?)?|orateurs?|oratrices?|prénoms?|programme"
    "|rapporteurs?|rapporteuses?|résumé|salles?|texte|titre"
)
# only what is a blank of a form: `Calendrier à définir` is what people come for
_AT_END: Final = (
    r"(?i)"
    rf"\A\s*(?:\d+\s+)?(?:{_BLANK})(?:\s+\d+)?(?:\s*:)?\s+(?P<words>à (?:{_LATER}|confirmer))"
    r"\s*(?:[.…]\s*)?\Z"
)
_MARKS: Final = rf"(?m)(?:^|[(\[.:;–—/]|\s-){_GAP}(?P<words>\?{{3,}}){_GAP}(?:$|[)\]])"
_FIELD: Final = (
    "adresse|date|description|heure|horaire|intervenant|intervenante|intervenants|lieu|nom|name"
    "|place|prénom|résumé|room|salle|speaker|sujet|texte|text|thème|theme|time|title|titre|topic"
    "|venue|ville"
)
# no reference of Markdown, `[titre](…)` or `[titre]: …`
_IN_BRACKETS: Final = (
    r"(?i)"
    rf"\[\s*(?:(?:le|la|les|votre|the|your) |l['’])?(?:{_FIELD})"
    rf"(?: (?:d[eu]s?|of) [^\]\n]{{1,30}}| d['’][^\]\n]{{1,30}})?\s*\](?![(\[:])"
)


# found fast: the letter stands first
_LATER_PERHAPS: Final = re.compile("à(?= (?i:compl|d[ée]f|pr[ée]c))")
_MOST_WORDS: Final = 8
"""Words of a text that is nothing but a placeholder."""


def _may_hold_one(text: str) -> bool:
    """Look for a few letters, which is far faster than looking for a pattern, one by one."""
    if (
        "[" in text or "TB" in text or "TODO" in text or "???" in text
        or "orem" in text or "OREM" in text
    ):  # fmt: skip
        return True
    # what stands alone or between brackets; capitals are few
    if "(" in text or "À" in text or "A " in text or _is_short(text):
        low = text.lower()
        return (
            "tb" in low or "to be " in low or "xxx" in low
            or " compl" in low or " déf" in low or " def" in low or " préc" in low
            or " prec" in low or " confirmer" in low or " annoncer" in low or " venir" in low
        )  # fmt: skip
    return _LATER_PERHAPS.search(text) is not None


def _is_short(text: str) -> bool:
    return len(text) <= _MOST_WORDS or len(text.split(None, _MOST_WORDS)) <= _MOST_WORDS


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Compile the patterns when the first text may hold one: it takes a while."""
    patterns = (_ANYWHERE, _ALONE, _WHOLLY, _AT_END, _MARKS, _IN_BRACKETS)
    return tuple(re.compile(pattern) for pattern in patterns)


def find_placeholder(text: str) -> str | None:
    """Return the first placeholder in a text, or nothing; code and addresses are not read."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    if not _may_hold_one(composed):
        return None
    read = masked(composed)
    for pattern in _patterns():
        found = pattern.search(read)
        if found is not None:
            groups = found.groupdict()
            return groups.get("words") or groups.get("inside") or found[0].strip()
    return None
