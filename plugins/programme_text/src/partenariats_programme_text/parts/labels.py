"""Lines that begin with what they say: `Lieu : …`, `Salle : …`, `Thème : …`."""

from __future__ import annotations

import re
from typing import Final

_PLACE: Final = re.compile(
    r"\s*(?:lieux?|où|adresse|venue|location|where|place|address)\s*:\s*(?P<said>\S.*)\Z",
    re.IGNORECASE,
)
_ROOM: Final = re.compile(r"\s*(?:salle|room)\s*:\s*(?P<said>\S.*)\Z", re.IGNORECASE)
_THEME: Final = re.compile(
    (
        r"\s*(?:thèmes?|thématiques?|axes?|theme|track|topic)\s*(?:n°\s*)?(?:\d{1,2}|"
        r"[A-D])?\s*:\s*(?P<said>\S.*)\Z"
    ),
    re.IGNORECASE,
)
_WORKSHOP: Final = re.compile(
    r"\s*(?P<name>(?:ateliers?|workshop|groupe(?: de travail)?|commission|sous-groupe|"
    r"breakout(?: session| group)?|parcours|session(?=\s[A-H]\b))"
    r"\s*(?:n[°o]\s*)?(?P<number>\d{1,2}|[A-H])(?![\w]))\s*(?P<mark>[:.,–—|-]|"
    r"\()?\s*(?P<said>.*)\Z",
    re.IGNORECASE,
)
_OWNED_BY_THEMES: Final = re.compile(r"\b(?:thèmes?|thématiques?|themes?|topics?)\b", re.IGNORECASE)
_SECTION: Final = re.compile(
    r"\s*(?:informations? (?:pratiques?|utiles?)|infos? (?:pratiques?|utiles?)|"
    r"inscriptions?(?: et .*)?|renseignements?(?: et .*)?|contacts?|tarifs?"
    r"|accès|hébergement|comment venir|pour venir|venir|se rendre .*|modalités.*|"
    r"bulletin.*|date limite.*|réservations?.*|partenaires?|avec le soutien.*"
    r"|practical information|useful information|registration(?: and .*)?|how to "
    r"get there|getting there|fees?|prices?|travel"
    r"|accommodation|sponsors?|supported by.*|nb|n\.b\.|remarques?|notes?|à noter|"
    r"attention|participation aux frais.*|coût.*|restauration)"
    r"\s*(?P<mark>:|\Z)",
    re.IGNORECASE,
)


_NOTICE: Final = re.compile(
    r"\s*(?:inscriptions?|tarifs?|renseignements?|réservations?|merci (?:de|d['’])|"
    r"pour (?:vous inscrire|toute)|prière de"
    r"|please|to register|fees?|rsvp|contact|entrée (?:libre|gratuite)|free entry|"
    r"places? limitées?|date limite)\b",
    re.IGNORECASE,
)


def place_said(text: str) -> str | None:
    """Return the venue of a line such as `Lieu : …`."""
    found = _PLACE.match(text)
    return found["said"] if found else None


def room_said(text: str) -> str | None:
    """Return the room of a line such as `Salle : …`."""
    found = _ROOM.match(text)
    return found["said"] if found else None


def theme_said(text: str) -> str | None:
    """Return the theme of a line such as `Thème 2 : …`."""
    found = _THEME.match(text)
    return found["said"].strip(" .") if found else None


def workshop_said(text: str) -> tuple[str, int | None, str] | None:
    """Return name, number and title of a line such as `Atelier 2 : …`."""
    found = _WORKSHOP.match(text)
    if found is None or (found["said"] and not found["mark"]):
        return None
    number = int(found["number"]) if found["number"].isdigit() else None
    said = f"({found['said']}" if found["mark"] == "(" else found["said"]
    return found["name"], number, said


def lists_themes(title: str) -> bool:
    """Tell whether the points under a title are themes."""
    return _OWNED_BY_THEMES.search(title) is not None


def is_notice(text: str) -> bool:
    """Tell whether a sentence is about taking part, and not about a session."""
    return _NOTICE.match(text) is not None


def begins_section(text: str, *, is_heading: bool) -> bool:
    """Tell whether a line begins what is said of practical matters."""
    found = _SECTION.match(text)
    return found is not None and (is_heading or found["mark"] == ":" or len(text) < 40)  # noqa: PLR2004  # a heading without markup is short
