"""Desks to try a registration back-end with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from itertools import count
from typing import Any, Final

import attrs

from partenariats.model.programme import Programme
from partenariats.model.registration.settings import RegistrationSettings
from partenariats.model.timeline import Timeline
from partenariats.registration.desk import RegistrationDesk
from partenariats.registration.requests.request import Entrant, Request
from partenariats.testing.backends.stores import AT, Backend
from partenariats.testing.event_file import event_file

EVENT: Final = """
[event]
id = "example"
title = "Example"
timezone = "Europe/Paris"
audiences = [{{ id = "student", title = "Student", capacity = {student} }},
             {{ id = "member", title = "Member" }}]
[[days]]
id = "friday"
date = 2026-03-25
[[sessions]]
id = "a"
day = "friday"
title = "A"
start = "9:00"
end = "10:00"
capacity = {a}
[[sessions]]
id = "b"
day = "friday"
title = "B"
start = "10:00"
end = "11:00"
capacity = {b}
[[sessions]]
id = "c"
day = "friday"
title = "C"
start = "11:00"
end = "12:00"
"""


@cache
def programme_with(*, student: int = 2, a: int = 2, b: int = 3, **settings: Any) -> Programme:
    """Make a programme of three sessions, with some capacities and settings of registration."""
    text = "format = 1\n" + EVENT.format(student=student, a=a, b=b)
    declared = attrs.evolve(RegistrationSettings(group=3), **settings)
    event = attrs.evolve(event_file(text).event, registration=declared)
    return Programme.of(Timeline.of(event))


def desk_over(
    backend: Backend,
    programme: Programme,
    now: Callable[[], datetime] = lambda: AT,
    name: str = "k",
) -> RegistrationDesk:
    """Make a desk whose keys begin with a name."""
    numbers = count()
    return RegistrationDesk(
        programme=programme,
        backend=backend,
        now=now,
        new_key=lambda: f"{name}-{next(numbers)}",
        by=name,
    )


def request_of(*names: str, key: str | None = None, **more: Any) -> Request:
    """Ask for the registration of some persons."""
    return Request(entrants=tuple(Entrant(name=name, **more) for name in names), key=key)
