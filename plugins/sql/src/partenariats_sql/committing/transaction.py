"""A batch made in one transaction: the same statements for both databases.

Rows are locked in one order by everyone: claims, then attendees and registrations, then quotas,
each in the order of their keys, then places in stock. What a batch asks of quotas is looked at
last, so that they, which many want, are locked shortest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from partenariats.interfaces.journal_text import change_text
from partenariats.interfaces.redaction import redacting
from partenariats.interfaces.registration_backend import (
    Batch,
    Committed,
    Declined,
    Outcome,
    Reason,
)
from partenariats.model.ids import EventId
from partenariats.model.registration.registrations import (
    Attendee,
    Door,
    Quota,
    Registration,
)
from partenariats_sql.committing.counting import asked, counted, declined, in_doubt, is_joining
from partenariats_sql.committing.stock import Stock
from partenariats_sql.schema.rows import (
    attendee_row,
    read_entry,
    read_quota,
    registration_row,
)
from partenariats_sql.schema.statements import Statement


@attrs.frozen
class Transaction:
    """Make a batch with a cursor on which a transaction has begun.

    Where a condition is not met, the transaction is to be rolled back.
    """

    cursor: Any
    statements: Mapping[str, Statement]
    event: EventId
    stock: Stock | None = None
    """From which others take places meanwhile."""

    def make(self, batch: Batch) -> Outcome:
        """Make all changes, or say which condition is not met."""
        refused = self._claim(batch) or self._write(batch)
        if refused is not None:
            return refused
        kept = {key: self._locked(key) for key in asked(batch)}
        before = self._without_stock(batch, kept)
        refused = declined(batch, before)
        if refused is not None:
            return refused
        after, changes = counted(batch, before)
        for key, quota in self._with_stock(batch, after).items():
            if quota != kept[key]:
                self._set(quota)
        placed = [item.subject for item in changes if isinstance(item.subject, Registration)]
        for change, item in zip(batch.changes, changes, strict=True):
            if is_joining(change.subject) and isinstance(item.subject, Registration):
                self._place(item.subject)
        if batch.redactions:
            self._redact(batch)
        rows = [{"event": self.event, "change": change_text(change)} for change in changes]
        self.statements["enter"].run_all(self.cursor, rows)
        return Committed(tuple(placed))

    def _run(self, name: str, /, **row: Any) -> Any:
        return self.statements[name].run(self.cursor, {"event": self.event, **row})

    def _claim(self, batch: Batch) -> Declined | None:
        for name in sorted(batch.releases):
            self._run("release", name=name)
        for name, owner in sorted(batch.claims):
            while self._run("claim", name=name, owner=owner).rowcount == 0:
                found = self._run("owner", name=name).fetchone()
                if found is not None:  # else somebody gave it up just now
                    return Declined(reason=Reason.CLAIMED, what=name, owner=found[0])
        return None

    def _write(self, batch: Batch) -> Declined | None:
        subjects = [change.subject for change in batch.changes]
        people = [item for item in subjects if isinstance(item, Attendee)]
        for person in sorted(people, key=lambda item: item.id):
            if not self._is_written("attendee", attendee_row(self.event, person)):
                return Declined(reason=Reason.STALE, what=person.id)
        registrations = [item for item in subjects if isinstance(item, Registration)]
        for item in sorted(registrations, key=lambda item: (item.attendee, item.session or "")):
            if not self._is_written("registration", registration_row(self.event, item)):
                return Declined(reason=Reason.STALE, what=item.attendee)
        for door in (item for item in subjects if isinstance(item, Door)):
            self._run("set_door", is_open=door.is_open)
        return None

    def _is_written(self, kind: str, row: Mapping[str, Any]) -> bool:
        """Write a new row, or one in the place of the version before it; tell whether it went."""
        name = f"new_{kind}" if row["version"] == 1 else f"next_{kind}"
        return bool(self.statements[name].run(self.cursor, row).rowcount)

    def _redact(self, batch: Batch) -> None:
        """Take out of the journal what is not to be kept any more, page by page."""
        if "lock_journal" in self.statements:
            self._run("lock_journal")
        redact = redacting(batch.redactions)
        last = 0
        while found := self._run("journal", number=last).fetchall():
            entries = list(map(read_entry, found))
            pairs = [(entry, redact(entry.change)) for entry in entries]
            rows = [
                {"number": entry.number, "change": change_text(change)}
                for entry, change in pairs
                if change is not entry.change and change != entry.change
            ]
            if rows:
                self.statements["redact_entry"].run_all(self.cursor, rows)
            last = entries[-1].number

    def _locked(self, key: str) -> Quota:
        found = self._run("locked_quota", key=key).fetchone()
        if found is None:
            self._run("new_quota", key=key, capacity=None, taken=0, joined=0)
            found = self._run("locked_quota", key=key).fetchone()
        return read_quota(found)

    def _without_stock(self, batch: Batch, kept: Mapping[str, Quota]) -> dict[str, Quota]:
        """Count exactly where it matters; elsewhere there is room beside what is in stock."""
        before = dict(kept)
        if self.stock is not None:
            before |= {key: self.stock.put_back(kept[key]) for key in in_doubt(batch, kept)}
        return before

    def _with_stock(self, batch: Batch, after: Mapping[str, Quota]) -> dict[str, Quota]:
        """Lay in places of quotas that are wanted and have none in stock."""
        stocked = dict(after)
        if self.stock is not None:
            for key, count in batch.takes:
                if count > 0 and self.stock.is_empty(key):
                    stocked[key] = self.stock.lay_in(after[key])
        return stocked

    def _set(self, quota: Quota) -> None:
        self._run(
            "set_quota",
            key=quota.key,
            capacity=quota.capacity,
            taken=quota.taken,
            joined=quota.joined,
        )

    def _place(self, item: Registration) -> None:
        self._run(
            "place",
            attendee=item.attendee,
            session=item.session or "",
            position=item.position,
        )
