"""An event with a round of workshops and one of working groups, and who wishes for them."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import attrs
import pytest

from partenariats.builtin.backends.memory import MemoryBackend
from partenariats.interfaces.options import NoOptions
from partenariats.registration.desk import RegistrationDesk
from partenariats.registration.requests.request import Entrant, Request
from partenariats.registration.wishes.rounds import rounds_of
from partenariats.source.document import parse
from partenariats.toolkit import Toolkit

EVENT = """
format = 1
[event]
id = "rencontres"
title = "Rencontres"
timezone = "Europe/Paris"
language = "en"
audiences = [{ id = "elus", title = "Élus" }, { id = "agents", title = "Agents" }]
[[people]]
id = "zoe"
name = "Zoé Martin"
[[people]]
id = "luc"
name = "Luc Petit"
[[themes]]
id = "eau"
title = "Eau"
[[themes]]
id = "sols"
title = "Sols"
[[themes]]
id = "air"
title = "Air"
[[working_groups]]
id = "g-eau"
theme = "eau"
formed_in = "bilan"
capacity = 2
[[working_groups]]
id = "g-sols"
theme = "sols"
formed_in = "bilan"
[[working_groups]]
id = "g-air"
theme = "air"
formed_in = "bilan"
state = "closed"
[[days]]
id = "jeudi"
date = 2030-03-21
[[sessions]]
id = "ateliers"
day = "jeudi"
kind = "group_work"
title = "Ateliers"
start = "14:00"
end = "15:30"
[[workshops]]
id = "a"
title = "A"
within = "ateliers"
{a}
[[workshops]]
id = "b"
title = "B"
within = "ateliers"
{b}
[[workshops]]
id = "c"
title = "C"
within = "ateliers"
{c}
[[sessions]]
id = "visite"
day = "jeudi"
title = "Visite"
start = "15:00"
end = "15:45"
{visite}
[[sessions]]
id = "bilan"
day = "jeudi"
title = "Bilan"
start = "16:00"
end = "16:30"
[registration]
use = "memory"
group = 3
{more}
"""
DECLARED = {"a": "capacity = 2", "b": "capacity = 2", "c": "", "visite": "", "more": ""}


@attrs.frozen
class Place:
    """Stand at the desk of the event, over memory."""

    desk: RegistrationDesk

    @property
    def workshops(self):
        """Give the round of workshops."""
        return next(one for one in rounds_of(self.desk.programme.event) if not one.is_of_groups)

    @property
    def groups(self):
        """Give the round of working groups."""
        return next(one for one in rounds_of(self.desk.programme.event) if one.is_of_groups)

    def enter(self, name, wishes="", **more):
        """Register somebody who wishes for ids of one letter, or for several ids; give its id."""
        entrant = Entrant(name=name, wishes=tuple(wishes), **more)
        (found,) = self.desk.register(Request(entrants=(entrant,), key=name))
        return found.attendee.id

    def has(self, attendee):
        """Tell the sessions that somebody holds a place in."""
        own = self.desk.show(attendee).registrations
        return [item.session for item in own if item.session and item.state.holds]

    def stands(self, attendee):
        """Tell how somebody stands, by session; nothing for the event."""
        return {item.session: item.state.value for item in self.desk.show(attendee).registrations}


@pytest.fixture
def make_place():
    """Make a desk over memory for the event with something else declared of its sessions."""

    def make(**declared):
        text = EVENT
        for key, value in {**DECLARED, **declared}.items():
            text = text.replace("{" + key + "}", value)
        programme = Toolkit(discover=False).resolve(parse(text))
        numbers = count()
        desk = RegistrationDesk(
            programme=programme,
            backend=MemoryBackend(NoOptions(), programme.event.id, Path()),
            now=lambda: datetime(2030, 1, 21, 11, tzinfo=UTC),
            new_key=lambda: f"key-{next(numbers)}",
        )
        desk.init()
        return Place(desk)

    return make


@pytest.fixture
def place(make_place):
    """Give the desk of the event as it is."""
    return make_place()
