"""Which column of a sheet holds what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from partenariats.language.message import Message
from partenariats.language.names import nearest, plain_name
from partenariats.model.registration.settings import Question
from partenariats.registration.errors import InvalidRequestError, RegistrationError
from partenariats.registration.requests.texts import short
from partenariats.registration.sheets.faults import SheetError, SheetFault
from partenariats.registration.sheets.text import SheetText

LEFT_OUT: Final = "-"
"""What a column is mapped to that is not read."""
ANSWER: Final = "answers."
"""What the fields of answers begin with."""
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("name", "full name", "last name", "family name", "surname", "nom", "nom complet",
             "nom de famille", "nom et prénom", "prénom et nom"),
    "given_name": ("given name", "first name", "prénom"),
    "email": ("email", "e-mail", "e-mail address", "email address", "mail", "courriel",
              "adresse e-mail", "adresse mail", "adresse électronique"),
    "organization": ("organization", "organisation", "organisme", "structure"),
    "audience": ("audience", "public"),
    "sessions": ("sessions", "session", "workshops", "workshop", "ateliers", "atelier",
                 "séances", "séance"),
    "wishes": ("wishes", "wish", "vœux", "voeux", "vœu", "voeu"),
    "person": ("person", "personne", "personne du programme"),
    "consents": ("consents", "consent", "consentements", "consentement"),
    "refused_consents": ("refused consents", "refused consent", "consentements refusés"),
    "group": ("group", "groupe"),
    "key": ("key", "clé"),
    "code": ("code",),
    "id": ("id",),
    "state": ("state", "état"),
    LEFT_OUT: (
        "session states", "états des séances", "working groups", "groupes de travail",
    ),
}  # fmt: skip
"""What the columns of each field are called; case, accents, `_` and `-` do not count."""
SEVERAL: Final = frozenset({"wishes"})
"""Fields that may stand in several columns, which are read in their order."""
FIELDS: Final = tuple(field for field in NAMES if field != LEFT_OUT)
_BY_NAME: Final = {plain_name(name): field for field, names in NAMES.items() for name in names}


def header_of(question: str) -> str:
    """Return what the column of the answers to a question is called."""
    return ANSWER + question if plain_name(question) in _BY_NAME else question


def read_columns(
    sheet: SheetText, questions: Iterable[Question], given: Mapping[str, str]
) -> tuple[dict[str, tuple[int, ...]], list[SheetFault]]:
    """Return in which columns each field stands, and what is wrong with the header.

    `given` maps columns to fields, to the ids of questions, or to `-`, before their names do.
    Raise `SheetError` where it names a column or a field that there is not.
    """
    ids = [question.id for question in questions]
    chosen = _chosen(sheet.header.cells, ids, given)
    known = {plain_name(header_of(one)): ANSWER + one for one in ids}
    known |= {plain_name(ANSWER + one): ANSWER + one for one in ids}
    found: dict[str, tuple[int, ...]] = {}
    faults: list[SheetFault] = []
    for index, header in enumerate(sheet.header.cells):
        name = plain_name(header.strip())
        field = chosen.get(name) or _BY_NAME.get(name) or known.get(name)
        if not name or field == LEFT_OUT:
            continue
        if field is None or (field in found and field not in SEVERAL):
            why = _unknown(header, ids) if field is None else _twice(field)
            line, column = sheet.column(sheet.header, index)
            faults.append(SheetFault(line=line, column=column, why=why))
        else:
            found[field] = (*found.get(field, ()), index)
    if "name" not in found:
        why = InvalidRequestError("no column holds names", advice=_NAME)
        faults.append(SheetFault(line=sheet.header.line, column=1, why=why))
    return found, faults


def _chosen(
    headers: Iterable[str], ids: Sequence[str], given: Mapping[str, str]
) -> Mapping[str, str]:
    there = {plain_name(header.strip()): header.strip() for header in headers}
    chosen = {}
    for column, wanted in given.items():
        name = plain_name(column.strip())
        if name not in there:
            raise SheetError(
                "the sheet has no column `{name}`",
                name=short(column),
                advice=Message.of(
                    "there are: {names}", names=", ".join(map(short, there.values()))
                ),
            )
        field = ANSWER + wanted if wanted in ids and wanted not in FIELDS else wanted
        if field not in {*FIELDS, LEFT_OUT, *(ANSWER + one for one in ids)}:
            names = ", ".join([*FIELDS, *ids, LEFT_OUT])
            raise SheetError(
                "there is no field `{name}`",
                name=short(wanted),
                advice=Message.of("there are: {names}", names=names),
            )
        chosen[name] = field
    return chosen


def _unknown(header: str, ids: Sequence[str]) -> RegistrationError:
    close = nearest(header.strip(), [*FIELDS, *ids])
    column = short(header.strip())
    return InvalidRequestError(
        "nothing is known of the column `{name}`",
        name=column,
        advice=Message.of('say what it holds: `--map "{name}={field}"`', name=column, field=close)
        if close
        else Message.of('say what it holds, or leave it out: `--map "{name}=-"`', name=column),
    )


def _twice(field: str) -> RegistrationError:
    return InvalidRequestError(
        "a second column holds `{field}`",
        field=field,
        advice=Message.of('leave one of them out: `--map "COLUMN=-"`'),
    )


_NAME: Final = Message.of('call a column `name`, or say which it is: `--map "COLUMN=name"`')
