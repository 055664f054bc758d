"""Files that were handed out: by whom, to whom, and what is left of them here."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from partenariats.interfaces.registration_backend import RegistrationBackend
from partenariats.model.ids import AttendeeId
from partenariats.model.registration.registrations import Attendee, Exported

ORGANIZER: Final = "organizer"
"""Who gets an export that names nobody else."""
AT_DOOR: Final = "door "
"""How the name of a recipient starts that is a door without a network."""
STANDARD_OUTPUT: Final = "-"
_AT_ONCE: Final = 1 << 20


def exports_of(backend: RegistrationBackend[Any], attendee: AttendeeId) -> tuple[Exported, ...]:
    """Return the exports made since somebody registered: each may hold what was kept of them."""
    is_there = False
    found = []
    for entry in backend.journal():
        subject = entry.change.subject
        is_there = is_there or (isinstance(subject, Attendee) and subject.id == attendee)
        if is_there and isinstance(subject, Exported):
            found.append(subject)
    return tuple(found)


def exports_with(backend: RegistrationBackend[Any], fields: frozenset[str]) -> tuple[Exported, ...]:
    """Return the exports that held any of some fields."""
    subjects = (entry.change.subject for entry in backend.journal())
    return tuple(
        one for one in subjects if isinstance(one, Exported) and not fields.isdisjoint(one.fields)
    )


def file_name(target: Path, folder: Path) -> str:
    """Return how an exported file is known: from the event's folder on, if it lies there."""
    whole, root = Path(os.path.abspath(target)), Path(os.path.abspath(folder))  # noqa: PTH100  # links stay as they are
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else str(whole)


def discard(exports: Iterable[Exported], folder: Path) -> Iterator[tuple[Exported, bool]]:
    """Delete the files that are still as they were exported; give each export, and if it went."""
    for one in dict.fromkeys(exports):
        file = folder / one.file
        try:
            is_it = one.file != STANDARD_OUTPUT and digest_of(file) == one.digest
            if is_it:
                file.unlink()
        except OSError:  # what is not there, or not ours, is with somebody else
            is_it = False
        yield one, is_it


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal; raise `OSError`."""
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while piece := opened.read(_AT_ONCE):
            digest.update(piece)
    return digest.hexdigest()
