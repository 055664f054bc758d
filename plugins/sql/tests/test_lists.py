"""Long lists are read by pages."""

from __future__ import annotations

import tracemalloc

import pytest
from batches import AT, batch

from partenariats.model.ids import AttendeeId, SessionId
from partenariats.model.registration.registrations import Attendee, Registration, RegistrationState
from partenariats_sql.schema.statements import PAGE

COUNT = 4 * PAGE + 1


@pytest.fixture
def filled(backend):
    """Give a database with people that fill four pages and one more."""
    people = [Attendee(id=AttendeeId(f"p-{n:06d}"), name=f"Zoé {n}") for n in range(COUNT)]
    waits = [
        Registration(attendee=one.id, session=session, state=RegistrationState.WAITLISTED, at=AT)
        for one in people
        for session in (None, SessionId("a"))
    ]
    backend.commit(batch(*people, *waits))
    return backend


def test_everybody_is_listed_once_over_all_pages(filled):
    """The roster, a wait list and the journal go on where a page ends."""
    lines = list(filled.roster())
    assert [line.attendee.name for line in lines] == [f"Zoé {n}" for n in range(COUNT)]
    assert {len(line.registrations) for line in lines} == {2}
    assert [item.position for item in filled.waiting(SessionId("a"))] == [*range(1, COUNT + 1)]
    numbers = [entry.number for entry in filled.journal()]
    assert len(numbers) == 3 * COUNT
    assert numbers == sorted(set(numbers))
    assert [entry.number for entry in filled.journal(numbers[-2])] == numbers[-1:]


def test_a_list_takes_as_much_memory_as_a_page(filled):
    """Reading all of a list takes no more memory than reading two pages and one more."""

    def peak(count):
        tracemalloc.start()
        for _, _ in zip(range(count), filled.roster(), strict=False):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(1)
    assert peak(COUNT) < 1.3 * peak(2 * PAGE + 1)
