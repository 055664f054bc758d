"""A store whose tables or rows are not what this plugin writes."""

from __future__ import annotations

import re
from typing import Final

from partenariats.interfaces.registration_backend import BackendError
from partenariats.language.message import Message

OURS: Final = re.compile(r"partenariats_\w+")
ADVICE: Final = Message.of(
    "put back a copy of the database, and run `partenariats registration log --verify` on it"
)


class DamagedStoreError(BackendError):
    """A table is missing, or a row holds what nobody can have registered."""


def damaged_row(table: str, row: str, column: str) -> DamagedStoreError:
    """Say which value of which row cannot be."""
    return DamagedStoreError(
        "the database of registrations is damaged: in the row `{row}` of the table `{table}`, "
        "`{column}` is not what it must be",
        row=row,
        table=table,
        column=column,
        advice=ADVICE,
    )


def missing(said: str) -> DamagedStoreError:
    """Say what a database lacks, which says so in words of its own."""
    found = OURS.search(said)
    return DamagedStoreError(
        "the database of registrations is damaged: `{name}` is missing, or a part of it",
        name=said if found is None else found[0],
        advice=ADVICE,
    )
