"""Desks over memory, with a clock that a test turns."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from partenariats.builtin.backends.memory import MemoryBackend
from partenariats.interfaces.options import NoOptions
from partenariats.testing.backends.desks import desk_over, programme_with, request_of
from partenariats.testing.backends.stores import AT


@attrs.define
class Clock:
    """Show the time that a test sets."""

    at: object = AT

    def __call__(self):
        """Give the time."""
        return self.at


@pytest.fixture
def clock():
    """Give a clock that stands still until it is turned."""
    return Clock()


@pytest.fixture
def make_desk(clock):
    """Give a function that opens registration for an event with some settings."""

    def make(backend=None, *, init=True, **settings):
        backend = backend or MemoryBackend(NoOptions(), "example", Path())
        desk = desk_over(backend, programme_with(**settings), clock)
        if init:
            desk.init()
        return desk

    return make


@pytest.fixture
def enter():
    """Give a function that registers persons and returns their ids."""

    def register(desk, *names, **more):
        made = desk.register(request_of(*names, **more))
        return [item.attendee.id for item in made]

    return register


@pytest.fixture
def states():
    """Give a function that tells how somebody stands, by session; nothing for the event."""

    def of(desk, attendee):
        return {item.session: item.state.value for item in desk.show(attendee).registrations}

    return of
