"""An event that people register for, desks over memory, and a clock that a test turns."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import attrs
import pytest

from partenariats.builtin.backends.memory import MemoryBackend
from partenariats.interfaces.options import NoOptions
from partenariats.registration.desk import RegistrationDesk
from partenariats.source.document import parse
from partenariats.testing.backends.desks import desk_over, programme_with, request_of
from partenariats.testing.backends.stores import AT
from partenariats.toolkit import Toolkit

HEAD = """
format = 1
[event]
id = "rencontres-2030"
title = "Rencontres"
timezone = "Europe/Paris"
language = "fr"
audiences = [{ id = "public", title = "Public" }, { id = "elus", title = "Élus" }]
[[days]]
id = "jeudi"
date = 2030-03-21
[[sessions]]
id = "ouverture"
day = "jeudi"
title = "Ouverture"
start = "9:00"
end = "10:00"
[[sessions]]
id = "sols"
day = "jeudi"
title = "Atelier sols"
start = "10:00"
end = "12:00"
capacity = 2
[[sessions]]
id = "eau"
day = "jeudi"
title = "Atelier eau"
start = "10:00"
end = "12:00"
[registration]
use = "memory"
"""
QUESTIONS = """
[[registration.questions]]
id = "eats"
text = "Mangez-vous avec nous ?"
kind = "yes_no"
[[registration.questions]]
id = "diet"
text = "Régime"
kind = "choice"
choices = [{ id = "all", text = "De tout" }, { id = "vegan", text = "Végétalien" }]
required = true
when = { question = "eats", answer = "yes" }
[[registration.questions]]
id = "themes"
text = "Thèmes"
kind = "several"
choices = [{ id = "soil", text = "Sols" }, { id = "water", text = "Eau, rivières" }]
[[registration.questions]]
id = "age"
text = "Âge"
kind = "number"
[[registration.questions]]
id = "since"
text = "Depuis"
kind = "date"
[[registration.questions]]
id = "note"
text = "Remarque"
kind = "text"
"""


@pytest.fixture
def programme():
    """Make the programme of the event with more said in `[registration]`, or with questions."""

    known = {}

    def make(more="", questions=QUESTIONS):
        text = HEAD + more + questions
        if text not in known:
            known[text] = Toolkit(discover=False).resolve(parse(text))
        return known[text]

    return make


@pytest.fixture
def desk(programme):
    """Make a desk over memory, at some moment; the first one is noon, two months before."""

    def make(more="", questions=QUESTIONS, now=datetime(2030, 1, 21, 11, tzinfo=UTC)):
        made = programme(more, questions)
        keys = (f"key-{number}" for number in count(1))
        backend = MemoryBackend(NoOptions(), made.event.id, Path())
        found = RegistrationDesk(
            programme=made, backend=backend, now=lambda: now, new_key=lambda: next(keys)
        )
        found.init()
        return found

    return make


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
