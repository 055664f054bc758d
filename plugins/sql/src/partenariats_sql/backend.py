"""The registration back-end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from partenariats.interfaces.registration_backend import (
    Batch,
    Committed,
    Outcome,
    RegistrationBackend,
)
from partenariats.model.ids import AttendeeId, EventId, SessionId
from partenariats.model.registration.registrations import (
    Attendee,
    Door,
    JournalEntry,
    Quota,
    Registration,
    RosterLine,
)
from partenariats_sql.committing.texts import texts_of
from partenariats_sql.databases.errors import refuse_nul
from partenariats_sql.databases.migrating import MIGRATIONS, Migrations
from partenariats_sql.options import SqlOptions
from partenariats_sql.schema.rows import (
    read_attendee,
    read_door,
    read_entry,
    read_exact_quota,
    read_owner,
    read_registration,
)

if TYPE_CHECKING:
    from partenariats_sql.databases.connection import Connection

ATTENDEE_COLUMNS: Final = 8
LOWEST: Final = -(2**63)
"""Before any position, those that cannot be included."""


class SqlBackend(RegistrationBackend[SqlOptions]):
    """Keep registrations in a SQLite file, or in PostgreSQL where several machines register."""

    name = "sql"
    summary = "in a SQLite file beside the event file, or in a PostgreSQL database"
    patience: ClassVar[float] = 15
    """For how many seconds others may hold the database before this one gives up."""
    migrations: ClassVar[Migrations] = MIGRATIONS

    def __init__(self, options: SqlOptions, event: EventId, folder: Path) -> None:
        super().__init__(options, event, folder)

    def prepare(self) -> None:
        """Make the tables, or bring them up to this version."""
        self._connection.prepare()

    def commit(self, batch: Batch) -> Outcome:
        """Make all changes of a batch in one transaction, or none of them."""
        from partenariats_sql.committing.stock import Stock
        from partenariats_sql.committing.transaction import Transaction

        refuse_nul(texts_of(batch))
        if self._is_made_at_once(batch):
            subjects = [change.subject for change in batch.changes]
            return Committed(tuple(item for item in subjects if isinstance(item, Registration)))
        connection = self._connection

        def make(cursor: object) -> tuple[Outcome, bool]:
            is_shared = connection.database.name == "postgresql"
            stock = Stock(cursor, self.event) if is_shared else None
            outcome = Transaction(cursor, connection.statements, self.event, stock).make(batch)
            return outcome, isinstance(outcome, Committed)

        # what one round trip does not make, this does, or says which condition is not met
        return connection.write(make)

    def attendee(self, attendee: AttendeeId) -> Attendee | None:
        """Return an attendee."""
        found = self._connection.read("attendee", {"event": self.event, "id": attendee})
        return read_attendee(found[0]) if found else None

    def registrations_of(self, attendee: AttendeeId) -> tuple[Registration, ...]:
        """Return the registrations of an attendee, the one to the event first, then by session."""
        row = {"event": self.event, "attendee": attendee}
        return tuple(map(read_registration, self._connection.read("registrations_of", row)))

    def waiting(self, session: SessionId | None) -> Iterator[Registration]:
        """Give those waitlisted for the event or a session, by position."""
        row: dict[str, object] = {"event": self.event, "session": session or ""}
        row |= {"position": LOWEST, "attendee": ""}
        while found := self._connection.read("waiting", row):
            page = list(map(read_registration, found))
            yield from page
            row |= {"position": page[-1].position, "attendee": page[-1].attendee}

    def offered(self) -> Iterator[Registration]:
        """Give the registrations to which a place is offered, by the end of the offer."""
        yield from map(read_registration, self._connection.read("offered", {"event": self.event}))

    def roster(self) -> Iterator[RosterLine]:
        """Give every attendee with its registrations, by id, a page at a time."""
        last = ""
        while found := self._connection.read("roster", {"event": self.event, "id": last}):
            for _, rows in groupby(found, itemgetter(0)):
                lines = list(rows)
                own = (line[ATTENDEE_COLUMNS:] for line in lines)
                attendee = read_attendee(lines[0][:ATTENDEE_COLUMNS])
                yield RosterLine(
                    attendee=attendee,
                    registrations=tuple(read_registration(row) for row in own if row[0]),
                )
                last = attendee.id

    def quotas(self) -> Mapping[str, Quota]:
        """Return the counted places, by key."""
        found = map(read_exact_quota, self._connection.read("quotas", {"event": self.event}))
        return {quota.key: quota for quota in found}

    def owner(self, claim: str) -> str | None:
        """Return what a name is claimed for."""
        found = self._connection.read("owner", {"event": self.event, "name": claim})
        return read_owner(claim, found[0]) if found else None

    def door(self) -> Door:
        """Return whether registration was opened or closed by hand; neither at first."""
        found = self._connection.read("door", {"event": self.event})
        return read_door(self.event, found[0]) if found else Door(is_open=None)

    def journal(self, after: int = 0) -> Iterator[JournalEntry]:
        """Give the entries with greater numbers, in the order of their numbers, by pages."""
        last = after
        while found := self._connection.read("journal", {"event": self.event, "number": last}):
            for entry in map(read_entry, found):
                yield entry
                last = entry.number

    def forget(self) -> None:
        """Write the tables anew without what was redacted, replaced or given up."""
        self._connection.forget()

    def close(self) -> None:
        """Let go of the database."""
        if "_connection" in vars(self):  # it is made when it is first used
            self._connection.close()

    @cached_property
    def _connection(self) -> Connection:
        from partenariats_sql.databases.addresses import database_for
        from partenariats_sql.databases.connection import Connection

        database = database_for(self.options, self.folder, self.patience)
        return Connection(database, self.migrations)

    def _is_made_at_once(self, batch: Batch) -> bool:
        """Make an ordinary registration on PostgreSQL; tell whether it went so."""
        from partenariats_sql.committing import one_trip

        if self._connection.database.name != "postgresql" or not one_trip.is_ordinary(batch):
            return False
        return self._connection.is_made(
            lambda cursor: one_trip.is_made(cursor, self.event, batch),
            one_trip.REFUSALS,
        )
