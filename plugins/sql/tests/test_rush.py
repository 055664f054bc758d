"""Many processes that register people at once, and some that die."""

from __future__ import annotations

import random
import time

import pytest
import rush

CHANCE = random.Random(2026)


def run(url, folder, processes, count):
    """Let processes register people at once; give the keys that were answered."""
    running = [rush.start(url, folder, f"p{number}", count) for number in range(processes)]
    for process in running:
        rush.begin(process)
    return [key for process in running for key in rush.answered(process)]


@pytest.fixture
def desk(url, tmp_path):
    """Give a desk at a prepared database of each kind."""
    at = rush.desk(url, tmp_path)
    at.init()
    yield at
    at.backend.close()


def test_eight_processes_get_exactly_the_places_there_are(desk, url, tmp_path):
    """Of 8 times 60 sign-ups ten get a place, and all others wait, each at its own position."""
    keys = run(url, tmp_path, 8, 60)
    assert len(set(keys)) == 480
    assert rush.faults(desk, keys) == []


def test_nothing_that_was_answered_is_lost_with_the_process(desk, url, tmp_path):
    """A process killed at any moment leaves all that it answered, and a sound journal."""
    keys = []
    for turn in range(10):
        process = rush.start(url, tmp_path, f"k{turn}", 10_000)
        rush.begin(process)
        time.sleep(CHANCE.uniform(0, 0.3))  # the moment is what is tried
        process.kill()
        keys += rush.answered(process)
    assert rush.faults(desk, keys) == []
