"""An event of two days with half-days, a desk over memory, and who came in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from partenariats.builtin.backends.memory import MemoryBackend, Store
from partenariats.interfaces.options import NoOptions
from partenariats.model.registration.registrations import CheckIn
from partenariats.registration.desk import RegistrationDesk
from partenariats.registration.door.half_days import HalfDays
from partenariats.source.document import parse
from partenariats.testing.backends.desks import request_of
from partenariats.toolkit import Toolkit

EVENT = """
format = 1
[event]
id = "rencontres-2030"
title = "Rencontres"
timezone = "Europe/Paris"
[[days]]
id = "jeudi"
date = 2030-03-21
[[days]]
id = "vendredi"
date = 2030-03-22
title = "Le vendredi"
[[blocks]]
id = "matinee"
day = "jeudi"
label = "Matinée"
title = "Séance plénière"
[[blocks]]
id = "apres-midi"
day = "jeudi"
label = "Après-midi"
[[sessions]]
id = "ouverture"
block = "matinee"
title = "Ouverture"
start = "9:00"
end = "12:30"
[[sessions]]
id = "ateliers"
block = "apres-midi"
kind = "group_work"
title = "Ateliers"
start = "14:00"
end = "16:00"
[[workshops]]
id = "sols"
within = "ateliers"
title = "Sols"
[[workshops]]
id = "eau"
within = "ateliers"
title = "Eau"
[[sessions]]
id = "bilan"
block = "apres-midi"
title = "Bilan"
start = "16:15"
end = "17:00"
[[sessions]]
id = "visite"
day = "vendredi"
title = "Visite"
start = "9:00"
end = "11:00"
[registration]
use = "memory"
"""
PARIS = timedelta(hours=1)


@pytest.fixture(scope="session")
def programme():
    """Give the programme of the event."""
    return Toolkit(discover=False).resolve(parse(EVENT))


@pytest.fixture(scope="session")
def half_days(programme):
    """Give its half-days."""
    return HalfDays.of(programme)


@pytest.fixture(scope="session")
def at():
    """Give a function that makes the moment of an hour in Paris, on the first day or another."""

    def moment(hour, day=21):
        hours, minutes = map(int, hour.split(":"))
        return datetime(2030, 3, day, hours, minutes, tzinfo=UTC) - PARIS

    return moment


class Clock:
    """Show the time that a test sets."""

    def __init__(self):
        self.at = datetime(2030, 1, 21, 11, tzinfo=UTC)

    def __call__(self):
        """Give the time."""
        return self.at


@pytest.fixture
def clock():
    """Give a clock that stands still until it is turned."""
    return Clock()


@pytest.fixture
def desk_of(programme, clock):
    """Give a function that makes a desk over a store."""
    keys = count(1)

    def make(store):
        backend = MemoryBackend(NoOptions(), programme.event.id, Path(), store)
        return RegistrationDesk(
            programme=programme,
            backend=backend,
            now=clock,
            new_key=lambda: f"key-{next(keys)}",
            by="test",
        )

    return make


@pytest.fixture
def desk(desk_of):
    """Make a desk over a store of its own."""
    made = desk_of(Store())
    made.init()
    return made


@pytest.fixture
def enter(desk):
    """Give a function that registers persons and returns their ids."""

    def register(*names, **more):
        return [desk.register(request_of(name, **more))[0].attendee.id for name in names]

    return register


@pytest.fixture
def states(desk):
    """Give a function that tells how somebody stands, by session; nothing for the event."""

    def of(attendee):
        return {item.session: item.state.value for item in desk.show(attendee).registrations}

    return of


@pytest.fixture(scope="session")
def entry(at):
    """Give a function that makes a check-in by its key, an attendee and an hour."""

    def make(key, attendee, hour, *, day=21, session=None, door="est", undoes=None):
        return CheckIn(
            key=key,
            attendee=attendee,
            session=session,
            at=at(hour, day),
            door=door,
            undoes=undoes,
        )

    return make
