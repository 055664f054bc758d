"""Many processes that register people at once, and some that die; `make.py proof` has more."""

from __future__ import annotations

from random import Random

import networks
import pytest
import rush
import server


@pytest.fixture
def desk(url, tmp_path):
    """Give a desk at a prepared database of each kind."""
    at = rush.desk(url, tmp_path)
    at.init()
    yield at
    at.backend.close()


def test_several_processes_get_exactly_the_places_there_are(desk, url, tmp_path):
    """Of 4 times 15 sign-ups ten get a place, and all others wait, each at its own position."""
    keys = rush.rush(url, tmp_path, 4, 15)
    assert len(set(keys)) == 60
    assert rush.faults(desk, keys) == []


def test_nothing_that_was_answered_is_lost_with_the_process(desk, url, tmp_path):
    """A process killed at any moment leaves all that it answered, and a sound journal."""
    keys = rush.kill_some(url, tmp_path, 4, Random(2026))
    assert rush.faults(desk, keys) == []


def test_nothing_that_was_answered_is_lost_with_the_server(postgresql, new_schema, tmp_path):
    """A server that stops as if the power failed has all that was answered when it is back."""
    url = new_schema()
    at = rush.desk(url, tmp_path)
    at.init()
    at.backend.close()
    keys = rush.stop_server(postgresql, url, tmp_path, 2, Random(2026))
    at = rush.desk(url, tmp_path)
    assert rush.faults(at, keys) == []
    at.backend.close()


@pytest.fixture
def namespaces():
    """Ask for the right to make networks, or skip."""
    reason = networks.why_not() or (server.MISSING and f"`{server.MISSING}` is missing")
    if reason:
        pytest.skip(reason)


@pytest.mark.usefixtures("namespaces")
def test_three_machines_get_exactly_the_places_there_are(tmp_path):
    """Machines of three networks that register people at once share the places there are."""
    with networks.machines(3) as machines:
        running = server.Server(",".join(address for address, _ in machines))
        try:
            at = rush.desk(running.url(), tmp_path)
            at.init()
            processes = [
                rush.start(running.url(host=address), tmp_path, f"m{number}", 15, *before)
                for number, (address, before) in enumerate(machines)
            ]
            rush.begin(*processes)
            keys = [key for process in processes for key in rush.answered(process)]
            assert len(set(keys)) == 45
            assert rush.faults(at, keys) == []
            at.backend.close()
        finally:
            running.close()
