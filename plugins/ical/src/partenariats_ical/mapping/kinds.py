"""Which kind of session a title alone tells, such as `Pause café`."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from partenariats.model.sessions import SessionKind

_WORDS: Final = {
    SessionKind.OPENING: "opening, opening ceremony, opening session, ouverture, eröffnung",
    SessionKind.CLOSING: "closing, closing ceremony, closing session, clôture, abschluss",
    SessionKind.WELCOME: "registration, welcome, accueil, accueil des participants, anmeldung",
    SessionKind.BREAK: (
        "break, coffee break, coffee, tea break, pause, pause café, pause déjeuner, kaffeepause"
    ),
    SessionKind.MEAL: (
        "meal, lunch, lunch break, dinner, breakfast, buffet, déjeuner, dîner, petit déjeuner, "
        "repas, mittagessen, abendessen, frühstück"
    ),
    SessionKind.RECEPTION: "reception, cocktail, réception, apéritif",
}
KINDS: Final = {word.strip(): kind for kind, words in _WORDS.items() for word in words.split(",")}


@lru_cache(maxsize=1024)
def kind_of(title: str) -> SessionKind:
    """Return the kind that a title means; `other` where it tells none."""
    return KINDS.get(title.replace("-", " ").casefold().strip(" .:!"), SessionKind.OTHER)
