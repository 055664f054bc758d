"""Words that keep a place for others, in French and English."""

from __future__ import annotations

import re
from typing import Final

from partenariats.language.proofreading import masked

_ANYWHERE: Final = re.compile(r"\b(?:TB[ACD]|X{3,}|(?i:lorem ipsum))\b")
# nothing else between two ends of a sentence, or in brackets
_LATER: Final = r"(?:à|(?-i:A)) (?:compl[ée]ter|d[ée]finir|pr[ée]ciser)"
_GAP: Final = r"[ \t\u00a0\u202f]{0,9}"
_ALONE: Final = re.compile(
    rf"(?:^|[(\[.:;!?–—/]|\s-){_GAP}(?P<words>{_LATER}){_GAP}(?:$|[)\].:;!?…–—/]|-\s)",
    re.IGNORECASE | re.MULTILINE,
)
_MARKS: Final = re.compile(
    rf"(?:^|[(\[.:;–—/]|\s-){_GAP}(?P<words>\?{{3,}}){_GAP}(?:$|[)\]])", re.MULTILINE
)
_FIELD: Final = (
    "adresse|date|description|heure|horaire|intervenant|intervenante|intervenants|lieu|nom|name"
    "|place|prénom|résumé|room|salle|speaker|sujet|texte|text|thème|theme|time|title|titre|topic"
    "|venue|ville"
)
# no reference of Markdown, `[titre](…)` or `[titre]: …`
_IN_BRACKETS: Final = re.compile(
    rf"\[\s*(?:(?:le|la|les|votre|the|your) |l['’])?(?:{_FIELD})"
    rf"(?: (?:d[eu]s?|of) [^\]\n]{{1,30}}| d['’][^\]\n]{{1,30}})?\s*\](?![(\[:])",
    re.IGNORECASE,
)


def find_placeholder(text: str) -> str | None:
    """Return the first placeholder in a text, or nothing; code and addresses are not read."""
    low = text.lower()
    # one after the other: looking for a few letters is far faster than looking for a pattern
    if not (
        "[" in low or "tb" in low or "xxx" in low or "???" in low or "lorem" in low
        or "à compl" in low or "à déf" in low or "à def" in low or "à pr" in low
        or "a compl" in low or "a déf" in low or "a def" in low or "a pr" in low
    ):  # fmt: skip
        return None
    read = masked(text)
    for pattern in (_ANYWHERE, _ALONE, _MARKS, _IN_BRACKETS):
        found = pattern.search(read)
        if found is not None:
            return found["words"] if "words" in pattern.groupindex else found[0]
    return None
