"""Planted faults need a ground without any."""

from __future__ import annotations


def test_nothing_is_said_of_the_clean_event(clean, plant):
    """The event of two hundred sessions in which faults are planted has none of its own."""
    assert plant(lambda event: event) == []
    assert len(clean.sessions) == 203
    assert len(clean.workshops) == 2


def test_a_planted_fault_gives_exactly_its_code(plant, changed):
    """One thing that points nowhere gives one diagnostic."""
    assert plant(changed("workshops", "atelier-1", room="salle-9")) == ["REF001"]
