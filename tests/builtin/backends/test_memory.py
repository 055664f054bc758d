"""What memory does besides the standard tests, which run in `tests/testing`."""

from __future__ import annotations

from pathlib import Path

from partenariats.builtin.backends.memory import MemoryBackend, Store
from partenariats.interfaces.options import NoOptions
from partenariats.testing.backends.stores import batch, committed, person


def test_each_instance_has_a_store_of_its_own():
    """Unless one is given, nothing is shared and nothing outlives the instance."""
    one, other = (MemoryBackend(NoOptions(), "e", Path()) for _ in "ab")
    committed(one, batch(person(1)))
    assert (len(list(one.roster())), list(other.roster())) == (1, [])


def test_instances_share_a_store_that_is_given():
    """What one commits, the other reads, also after the first was closed."""
    store = Store()
    one, other = (MemoryBackend(NoOptions(), "e", Path(), store) for _ in "ab")
    committed(one, batch(person(1)))
    one.close()
    assert other.attendee(person(1).id) == person(1)
