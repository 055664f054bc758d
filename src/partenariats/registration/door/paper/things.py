"""What the columns of a sheet of presence may be called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime

import attrs

from partenariats.language.names import plain_name
from partenariats.model.ids import SessionId
from partenariats.model.programme import Programme
from partenariats.registration.door.half_days import HalfDay, HalfDays


@attrs.frozen(kw_only=True)
class Thing:
    """Hold what a column is about."""

    half_day: HalfDay | None
    session: SessionId | None
    start: datetime


def things_by_name(programme: Programme, half_days: HalfDays) -> Mapping[str, list[Thing]]:
    """Return the half-days and the sessions by what a column may call them."""
    found: dict[str, list[Thing]] = defaultdict(list)

    def add(thing: Thing, *names: str) -> None:
        for name in {plain_name(name.strip()) for name in names if name.strip()}:
            found[name].append(thing)

    blocks = {block.id: block for block in programme.event.blocks}
    days = {day.day.id: day.day for day in programme.days}
    for half_day in half_days.all:
        start = datetime.fromtimestamp(half_day.start, UTC)
        thing = Thing(half_day=half_day, session=None, start=start)
        if half_day.block is not None:
            block = blocks[half_day.block]
            add(thing, block.id, programme.say(block.label), programme.say(block.title))
        else:
            day = days[half_day.day]
            add(thing, day.id, programme.say(day.title), day.date.isoformat())
    for item in programme.sessions:
        start = datetime.fromtimestamp(item.start.timestamp(), UTC)
        thing = Thing(half_day=None, session=item.id, start=start)
        add(thing, item.id, programme.say(item.session.title))
    # an id means one thing, whatever else is called so
    ids = {str(one.block or one.day) for one in half_days.all} | set(programme.by_id)
    for name in map(plain_name, ids):
        own = [thing for thing in found[name] if name in map(plain_name, _ids(thing))]
        found[name] = own or found[name]
    return found


def _ids(thing: Thing) -> tuple[str, ...]:
    if thing.session is not None:
        return (thing.session,)
    return () if thing.half_day is None else (thing.half_day.block or thing.half_day.day,)
