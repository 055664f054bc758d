"""What is left of a change when personal data is taken out of it: the same for every back-end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Final

import attrs

from partenariats.model.ids import AttendeeId
from partenariats.model.registration.registrations import Attendee, Change, CheckIn, Registration
from partenariats.model.table import Table

ANSWER: Final = "answers."
"""What the names of answers begin with, as `answers.diet`."""


@attrs.frozen(kw_only=True)
class Redaction:
    """Say what is to be taken out of everything that is kept of an attendee."""

    attendee: AttendeeId
    fields: frozenset[str] | None = None
    """`name`, `email`, `organization`, `audience`, `wishes`, or `answers.ID`.

    Nothing stands for everything but the audience, by which places are counted.
    """
    moments: frozenset[datetime] = frozenset()
    """When it was changed: the reason that was given then stands with others of the batch too."""


def redacting(redactions: Iterable[Redaction]) -> Callable[[Change], Change]:
    """Return what gives a change as it is to be kept from now on.

    What is about nobody who is named comes back itself. Of the others moments, states, versions,
    positions and who made them stay, so that the journal still leads to what is kept and counts are
    what they were. Their reasons go, and those of `moments`: people may write anything into them.
    """
    by_attendee = {one.attendee: one for one in redactions}
    moments = {at for one in by_attendee.values() for at in one.moments}

    def redact(change: Change) -> Change:
        subject = change.subject
        if isinstance(subject, Attendee):
            found = by_attendee.get(subject.id)
            if found is not None:
                subject = redacted(subject, found.fields)
        elif isinstance(subject, Registration | CheckIn):
            found = by_attendee.get(subject.attendee)
        else:
            found = None
        if found is None and not (change.why and change.at in moments):
            return change
        return attrs.evolve(change, subject=subject, why="")

    return redact


def redacted(attendee: Attendee, fields: frozenset[str] | None = None) -> Attendee:
    """Return an attendee without some fields; without them, nobody is known any more."""
    if fields is None:
        blank = Attendee(id=attendee.id, name="")
        return attrs.evolve(blank, audience=attendee.audience, version=attendee.version)
    kept = {key: value for key, value in attendee.answers.items() if ANSWER + key not in fields}
    has_name, has_wishes = "name" not in fields, "wishes" not in fields
    return attrs.evolve(
        attendee,
        name=attendee.name if has_name else "",
        person=attendee.person if has_name else None,
        email=None if "email" in fields else attendee.email,
        organization=None if "organization" in fields else attendee.organization,
        audience=None if "audience" in fields else attendee.audience,
        answers=Table.of(kept),
        wishes=attendee.wishes if has_wishes else (),
        working_groups=attendee.working_groups if has_wishes else (),
    )
