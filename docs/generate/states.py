"""The drawing of the states of a registration, from the table of the steps between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final
from xml.sax.saxutils import escape

from partenariats.model.registration.registrations import RegistrationState as State
from partenariats.registration.states import STEPS, Step

COLUMNS: Final[tuple[State | None, ...]] = (
    None,
    State.DRAFT,
    State.PENDING,
    State.WAITLISTED,
    State.OFFERED,
    State.CONFIRMED,
    State.ATTENDED,
    State.REFUSED,
    State.CANCELLED,
)
"""From left to right; nothing stands for whoever is not registered yet."""
_FRENCH: Final = MappingProxyType(
    {
        None: "personne",
        State.DRAFT: "brouillon",
        State.PENDING: "à approuver",
        State.WAITLISTED: "en attente",
        State.OFFERED: "proposée",
        State.CONFIRMED: "confirmée",
        State.ATTENDED: "présente",
        State.REFUSED: "refusée",
        State.CANCELLED: "annulée",
        Step.SUBMIT: "demander",
        Step.APPROVE: "approuver",
        Step.REFUSE: "refuser",
        Step.OFFER: "proposer",
        Step.ACCEPT: "accepter",
        Step.EXPIRE: "expirer",
        Step.CHECK_IN: "pointer",
        Step.UNDO: "dépointer",
        Step.CANCEL: "annuler",
    }
)
_TITLE: Final = {
    "en": "The states of a registration, and the steps between them",
    "fr": "Les états d'une inscription, et les passages de l'un à l'autre",
}
_WIDE: Final = 96
_HIGH: Final = 34
_TOP: Final = 48


def states_drawing(language: str) -> str:
    """Return an SVG: a column for each state, a line for each step from one."""
    rows = [_row(language, number, *item) for number, item in enumerate(_steps())]
    width, height = _WIDE * len(COLUMNS), _TOP + _HIGH * len(rows) + 12
    said = ". ".join(_sentences(language))
    size = f'viewBox="0 0 {width} {height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="sans-serif">',
        f"<title>{escape(_TITLE[language])}</title>",
        f"<desc>{escape(said)}.</desc>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        *(_column(language, state, height) for state in COLUMNS),
        *rows,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _steps() -> Sequence[tuple[State | None, Step, Sequence[State]]]:
    """Return the steps from left to right, each with the states it may lead to."""
    order = list(Step)
    rows = [(state, step, sorted(ends, key=COLUMNS.index)) for (state, step), ends in STEPS.items()]
    return sorted(rows, key=lambda row: (COLUMNS.index(row[0]), order.index(row[1])))


def _name(language: str, thing: State | Step | None) -> str:
    if language == "fr":
        return _FRENCH[thing]
    return "nobody" if thing is None else thing.value


def _sentences(language: str) -> Iterator[str]:
    for state, step, ends in _steps():
        names = ", ".join(_name(language, end) for end in ends)
        yield f"{_name(language, state)}, {_name(language, step)}: {names}"


def _x(state: State | None) -> int:
    return _WIDE * COLUMNS.index(state) + _WIDE // 2


def _column(language: str, state: State | None, height: int) -> str:
    x = _x(state)
    holds = state is not None and state.holds
    fill = "#1f6f54" if holds else "#56606b"
    name = escape(_name(language, state))
    return (
        f'<path d="M{x} {_TOP - 12}V{height - 8}" stroke="#ccd2d9"/>'
        f'<rect x="{x - 44}" y="10" width="88" height="26" rx="13" fill="{fill}"/>'
        f'<text x="{x}" y="28" font-size="13" text-anchor="middle" fill="#fff">{name}</text>'
    )


def _row(language: str, number: int, state: State | None, step: Step, ends: Sequence[State]) -> str:
    y = _TOP + _HIGH * number + 24
    start = _x(state)
    places = [start, *map(_x, ends)]
    label = start + 8 if max(places) > start else start - 8
    anchor = "start" if max(places) > start else "end"
    heads = "".join(_head(_x(end), y, points_right=_x(end) > start) for end in ends)
    return (
        f'<path d="M{min(places)} {y}H{max(places)}" stroke="#222" fill="none"/>'
        f'<circle cx="{start}" cy="{y}" r="4" fill="#222"/>{heads}'
        f'<text x="{label}" y="{y - 6}" font-size="13" text-anchor="{anchor}">'
        f"{escape(_name(language, step))}</text>"
    )


def _head(x: int, y: int, *, points_right: bool) -> str:
    back = x - 9 if points_right else x + 9
    return f'<path d="M{x} {y}L{back} {y - 5}V{y + 5}Z" fill="#222"/>'
