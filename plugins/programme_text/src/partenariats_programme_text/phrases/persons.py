"""Several persons in one text, with what they are and their bodies."""

from __future__ import annotations

import re
from typing import Final

from partenariats_programme_text.phrases.names import (
    PERSON,
    POSITION,
    SaidPerson,
    SaidPosition,
    is_name,
    read_body,
    read_positions,
)

_BETWEEN: Final = re.compile(
    (
        r"\s*(?:[,;]\s+(?:et|and|&)\b|[,;/&•+]|\bet\b|\band\b|\bainsi qu(?:e|['’])|"
        r"\bpuis\b|\s[–—-]\s)?\s*(?:(?:de|d['’]|avec|with)\s+(?=[A-ZÀ-Þ]))?"
    ),
    re.IGNORECASE,
)
_OPEN: Final = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_APPOSED: Final = re.compile(r"\s*(?:,|\s[–—-]|:)\s+")
_ARTICLE: Final = re.compile(r"(?:le|la|the)\s+(?=M\.|(?:Mme|Dr|Pr|Prof)\b)")
_GOES_ON: Final = re.compile(
    r"(?:puis|et|and|then|suivie?s?|followed|avec|pour|à|au|en|dans|sur|qui|who|"
    r"with|from|dont|où|animée?s?|présentée?s?|ou|or|by|par|in|on|at|lors)\b"
)
_MOST: Final = 60
_LONGEST: Final = 1500


def read_persons(text: str) -> tuple[SaidPerson, ...] | None:
    """Return the persons whom a text names and nothing besides; nothing for any other text."""
    text = text.strip(" .;,")
    if not text or len(text) > _LONGEST:
        return None
    persons: list[SaidPerson] = []
    at = 0
    while at < len(text):
        found = _person_at(text, at)
        if found is None or len(persons) >= _MOST:
            return None
        person, end = found
        persons.append(person)
        between = _BETWEEN.match(text, end)
        at = between.end() if between else end
        if at == end and at < len(text):
            return None
    return tuple(persons)


def _person_at(text: str, at: int) -> tuple[SaidPerson, int] | None:
    """Read one person; what they are may stand before or behind the name."""
    before: tuple[SaidPosition, ...] = ()
    article = _ARTICLE.match(text, at)
    name = PERSON.match(text, article.end() if article else at)
    if name is None or not is_name(name):
        apposed = _before(text, at)
        if apposed is None:
            return None
        before, name = apposed
    end = name.end()
    after, end = _after(text, end)
    honorific = name["honorific"] or name["honorific1"]
    said = name["name"] or name["name1"]
    if honorific in {"MM.", "Mmes", "Mesdames", "Messieurs"}:
        honorific = {"MM.": "M.", "Messieurs": "M."}.get(honorific, "Mme")
    return SaidPerson(name=said, honorific=honorific, positions=(*before, *after)), end


def _before(text: str, at: int) -> tuple[tuple[SaidPosition, ...], re.Match[str]] | None:
    """Read `le président de la SMACL, M. Jean-Luc BOISSIEU`."""
    if POSITION.match(text[at:]) is None:
        return None
    for comma in re.finditer(r",\s+|\s(?=M\.|Mme|Dr|Pr)", text[at:]):
        name = PERSON.match(text, at + comma.end())
        if name is not None and is_name(name):
            article = re.match(r"(?:le|la|l['’]|les|the|our)\s*", text[at:], re.IGNORECASE)
            said = text[at + (article.end() if article else 0) : at + comma.start()]
            return read_positions(said), name
    return None


def _after(text: str, at: int) -> tuple[tuple[SaidPosition, ...], int]:
    """Read what stands behind a name: `(Org)`, `, maire de Niort`."""
    if bracket := _OPEN.match(text, at):
        inside = bracket[1].strip()
        positions = (_inside(inside),) if inside else ()
        return positions, bracket.end()
    apposed = _APPOSED.match(text, at)
    if apposed is None:
        return (), at
    end = _end_of_position(text, apposed.end())
    said = text[apposed.end() : end]
    if not said.strip() or not _may_be_position(said):
        return (), at
    bracket = _OPEN.match(text, end)
    if bracket:
        return (*read_positions(said), _inside(bracket[1])), bracket.end()
    return read_positions(said), end


def _may_be_position(said: str) -> bool:
    """Tell whether a text behind a name says what the person is."""
    if POSITION.match(said):
        return True
    name = PERSON.match(said)
    if name is not None and is_name(name) and name.end() == len(said.rstrip()):
        return False
    if said[:1].islower():
        return len(said) < 60 and not _GOES_ON.match(said)  # noqa: PLR2004  # what somebody is
    return said[:1].isupper() and len(said) < 90 and not re.search(r"[.:;?!]\s", said)  # noqa: PLR2004  # the name of a body


def _end_of_position(text: str, at: int) -> int:
    """Find where a position ends: before the next person."""
    for found in re.finditer(
        r"\s*(?:;|,\s+(?:et|and)(?=\s)|,|/|•|\(|\s(?:et|and|&|ainsi que)(?=\s))\s*", text[at:]
    ):
        start, after = at + found.start(), at + found.end()
        if found[0].strip() in {";", "•", "("}:
            return start
        name = PERSON.match(text, after)
        if (
            name is not None
            and is_name(name)
            and (name["honorific"] or name["honorific1"] or _stands_alone(text, name.end()))
        ):
            return start
        if _before(text, after) is not None and POSITION.match(text[after:]):
            article = re.match(r"(?:le|la|l['’]|the)\s*", text[after:], re.IGNORECASE)
            if article:
                return start
    return len(text)


def _stands_alone(text: str, at: int) -> bool:
    """Tell whether a name without honorific is followed by what follows names."""
    return re.match(r"\s*(?:\Z|[,;(/&]|\s[–—-]\s|(?:et|and)\s)", text[at:]) is not None


def _inside(text: str) -> SaidPosition:
    """Read what stands in brackets behind a name: a body, or a position and a body."""
    if POSITION.match(text):
        positions = read_positions(text)
        if len(positions) == 1:
            return positions[0]
        return SaidPosition(title=text, body=positions[-1].body)
    return SaidPosition(title=text, body=read_body(text) if text[:1].isupper() else None)
