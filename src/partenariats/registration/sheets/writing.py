"""Attendees as a sheet that spreadsheet programs open, compute nothing of, and we read again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from partenariats.language.gettext import interface_language
from partenariats.model.event import Event
from partenariats.model.registration.registrations import RegistrationState, RosterLine
from partenariats.registration.sheets.cells import SEPARATOR, guard, text_of
from partenariats.registration.sheets.columns import header_of
from partenariats.registration.wishes.wishing import wished_ids

HEADERS: Final = {
    "en": ("id", "name", "email", "organization", "audience", "state", "group", "sessions",
           "session_states", "wishes", "working_groups", "person"),
    "fr": ("id", "nom", "e-mail", "organisme", "public", "état", "groupe", "séances",
           "états des séances", "vœux", "groupes de travail", "personne du programme"),
}  # fmt: skip
"""What the columns are called by language; an import knows them all."""
_BOM: Final = "\ufeff"
"""Excel takes a file without it for Windows-1252."""
GONE: Final = frozenset({RegistrationState.CANCELLED, RegistrationState.REFUSED})
"""States of registrations that were given up."""
_AT_ONCE: Final = 1000
"""Rows that are written together."""


def write_sheet(lines: Iterable[RosterLine], event: Event, language: str = "en") -> Iterator[bytes]:
    """Give a CSV file (RFC 4180, UTF-8) of attendees piece by piece, in their order.

    `sessions` holds those that were not given up, `session_states` how they stand, in the same
    order, `wishes` what is wished for, the first choice first. A column for each question follows.
    The header is in English or French.
    """
    questions = [question.id for question in event.registration.questions]
    rows = (_cells(line, questions) for line in lines)
    header = HEADERS[interface_language(language)]
    yield from write_cells([*header, *map(header_of, questions)], rows)


def write_cells(header: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[bytes]:
    """Give a CSV file of any cells piece by piece."""
    left = iter(rows)
    yield (_BOM + _text([header])).encode()
    while batch := list(islice(left, _AT_ONCE)):
        yield _text(batch).encode()


def sheet_of(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Return a small CSV file that spreadsheet programs open, and compute nothing of."""
    return (_BOM + _text([heads, *rows])).encode()


def _text(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(map(guard, row) for row in rows)
    return text.getvalue()


def _cells(line: RosterLine, questions: Iterable[str]) -> list[str]:
    attendee = line.attendee
    event = next((item for item in line.registrations if item.session is None), None)
    sessions = [
        item for item in line.registrations if item.session is not None and item.state not in GONE
    ]
    return [
        attendee.id,
        attendee.name,
        attendee.email or "",
        attendee.organization or "",
        attendee.audience or "",
        event.state.value if event is not None else "",
        (event.group if event is not None else None) or "",
        SEPARATOR.join(item.session or "" for item in sessions),
        SEPARATOR.join(item.state.value for item in sessions),
        SEPARATOR.join(wished_ids(attendee)),
        SEPARATOR.join(attendee.working_groups),
        attendee.person or "",
        *(text_of(attendee.answers.get(question, "")) for question in questions),
    ]
