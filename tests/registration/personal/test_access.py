"""Everything that is kept of one person is found, and nothing of another."""

from __future__ import annotations

from partenariats.model.registration.registrations import Change, CheckIn, Exported
from partenariats.testing.backends.stores import AT, batch


def test_everything_of_one_person_is_found(at, register):
    """Attendee, registrations, check-ins, entries, and the exports since."""
    early = Exported(recipient="hotel", fields=("name",), people=0, file="a.csv", digest="0")
    at.note_export(early)
    register("Bob", why="Bob rang")
    own = register("Ada", True, sessions=("sols",), why="Ada rang")
    late = Exported(recipient="hotel", fields=("name",), people=2, file="b.csv", digest="1")
    at.note_export(late)
    at.cancel(own, "sols", why="too far")
    check_in = CheckIn(key="a-1", attendee=own, session=None, at=AT, door="a")
    at.backend.commit(batch(check_in))
    found = at.access(own)
    assert found.attendee == at.show(own).attendee
    assert found.registrations == at.show(own).registrations
    assert found.check_ins == (check_in,)
    assert [entry.change.why for entry in found.entries] == [
        *["Ada rang"] * 3,
        "too far",
        "a test",
    ]
    assert [entry.change.subject for entry in found.exports] == [late]
    assert all(isinstance(entry.change, Change) for entry in found.entries)
