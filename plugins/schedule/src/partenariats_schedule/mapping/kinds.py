"""Which kind of session a schedule's own words mean."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from partenariats.model.sessions import SessionKind

_WORDS: Final = {
    SessionKind.PLENARY: "plenary, plenary session, plénière, séance plénière",
    SessionKind.PRESENTATION: (
        "talk, short talk, long talk, lecture, presentation, keynote, lightning talk, "
        "lightningtalk, lightning talks, devroom, maintrack, paper, conférence, présentation, "
        "vortrag"
    ),
    SessionKind.DISCUSSION: (
        "discussion, panel, panel discussion, bof, birds of a feather, round table, roundtable, "
        "table ronde, débat, diskussion, podiumsdiskussion"
    ),
    SessionKind.GROUP_WORK: "group work",
    SessionKind.REPORT_BACK: "report back",
    SessionKind.DECISION: "decision",
    SessionKind.OPENING: "opening, opening ceremony, opening session, ouverture, eröffnung",
    SessionKind.CLOSING: "closing, closing ceremony, closing session, clôture, abschluss",
    SessionKind.WELCOME: "registration, welcome, accueil",
    SessionKind.BREAK: (
        "break, coffee break, coffee, tea break, pause, pause café, pause-café, kaffeepause"
    ),
    SessionKind.MEAL: (
        "meal, lunch, lunch break, dinner, breakfast, déjeuner, dîner, petit-déjeuner, repas, "
        "mittagessen, abendessen, frühstück"
    ),
    SessionKind.RECEPTION: "reception, cocktail, réception, apéritif",
    SessionKind.OTHER: "other, autre, andere, sonstiges",
}
_AFTER: Final = re.compile(r"\s*\([^()]*\)\s*\Z")


@lru_cache(maxsize=1024)
def _plain(words: str) -> str:
    return _AFTER.sub("", words).replace("_", " ").replace("-", " ").casefold().strip()


KINDS: Final = {_plain(word): kind for kind, words in _WORDS.items() for word in words.split(",")}


def kind_of(talk_type: str, title: str) -> SessionKind | None:
    """Return the kind a type means; without a type, what a title such as `Lunch` means."""
    return KINDS.get(_plain(talk_type or title))
