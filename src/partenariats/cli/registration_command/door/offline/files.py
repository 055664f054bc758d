"""Door files on the disk: read, and added to while other processes may do so as well."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from partenariats.model.clock import now
from partenariats.model.ids import AttendeeId
from partenariats.model.registration.registrations import CheckIn
from partenariats.publishing.files import append, cut
from partenariats.publishing.lock import locked
from partenariats.registration.door.journals import LARGEST, DoorJournal, read_journal
from partenariats.registration.door.offline import OfflineDoor
from partenariats.registration.door.people import Person
from partenariats.source.document import unreadable


def read_file(name: str, start: int = 0) -> bytes:
    """Return what a door file holds from some byte on, and one byte more than it may have."""
    try:
        with Path(name).open("rb") as file:
            file.seek(start)
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from None


class DoorFile:
    """Add to the file of a door; what is noted is on the disk for good before it is answered."""

    def __init__(self, name: str, *, keep_whole_lines: bool) -> None:
        self._file = Path(name)
        self._keep = keep_whole_lines
        self._journal: DoorJournal = read_journal(
            read_file(name), name, keep_whole_lines=keep_whole_lines
        )
        self._door = OfflineDoor(self._journal)

    def find(self, text: str) -> Person:
        """Return whom a text means; raise a `RegistrationError`."""
        return self._door.find(text)

    def check_in(self, person: Person) -> CheckIn:
        """Note that somebody came; raise a `RegistrationError` where they came before."""
        return self._note(person, self._door.check_in)

    def undo(self, person: Person) -> CheckIn:
        """Note that somebody did not come after all."""
        return self._note(person, self._door.undo)

    def _note(
        self, person: Person, step: Callable[[AttendeeId, str, datetime], CheckIn]
    ) -> CheckIn:
        with locked(self._file.parent):
            self._learn(read_file(str(self._file), self._journal.size))
            made = step(person.id, uuid4().hex, now())
            if self._keep:
                cut(self._file, self._journal.size)
            line = self._journal.line(made)
            append(line, self._file)
            self._learn(line)
        return made

    def _learn(self, content: bytes) -> None:
        before = len(self._journal.lines)
        self._journal = self._journal.with_more(content, keep_whole_lines=self._keep)
        self._door.learn(self._journal.check_ins[before:])
