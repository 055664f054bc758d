"""`partenariats registration status`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs
import click

from partenariats.cli.registration_command.shown.door import door_shape, say_door
from partenariats.cli.registration_command.shown.json_shapes import print_json, time_shape
from partenariats.cli.registration_command.shown.personal.recipients import (
    due_shapes,
    exports_made,
    tell_due,
    tell_exports,
)
from partenariats.cli.registration_command.shown.tables import print_table
from partenariats.cli.registration_command.shown.words import name_of_thing, say_time
from partenariats.cli.registration_command.visit import Visit, visits
from partenariats.model.ids import SessionId
from partenariats.model.registration.registrations import Quota, quota_of
from partenariats.registration.capacities import declared


@attrs.frozen
class Thing:
    """Count who has and who wants places of the event, a session or an audience."""

    quota: Quota
    waiting: int
    offered: int

    @property
    def free(self) -> int | None:
        """Give how many places are free; nothing where there is no limit."""
        if self.quota.capacity is None:
            return None
        return max(0, self.quota.capacity - self.quota.taken)

    @property
    def is_telling(self) -> bool:
        """Tell whether there is anything to say of it to people."""
        return bool(self.quota.capacity is not None or self.quota.taken or self.waiting)


@click.command("status")
@click.argument("file")
@visits
def command(visit: Visit) -> None:
    """Show what is taken and who waits, for the event of FILE, its sessions and audiences."""
    things = list(_things(visit))
    if visit.as_json:
        _print_shapes(visit, things)
        return
    say = visit.front.say
    click.echo(say_door(visit))
    click.echo()
    print_table(
        (
            say("for what"),
            say("places"),
            say("taken"),
            say("of these offered"),
            say("free"),
            say("waiting"),
        ),
        (
            (
                name_of_thing(visit.front, thing.quota.key),
                _or_dash(thing.quota.capacity),
                thing.quota.taken,
                thing.offered,
                _or_dash(thing.free),
                thing.waiting,
            )
            for thing in things
            if thing.is_telling or thing.quota.key == quota_of(None)
        ),
        numbers=frozenset({1, 2, 3, 4, 5}),
        whole=frozenset(),
    )
    _tell_offers(visit)
    tell_exports(visit)
    tell_due(visit)


def _tell_offers(visit: Visit) -> None:
    say = visit.front.say
    offers = [
        (
            item.attendee,
            visit.name_of(item.attendee),
            item.session or say("event"),
            say_time(item.until, visit.zone) if item.until else "",
        )
        for item in visit.desk.backend.offered()
    ]
    if offers:
        click.echo()
        print_table((say("id"), say("name"), say("for what"), say("offered until")), offers)


def _things(visit: Visit) -> Iterator[Thing]:
    """Give what is declared in its order, then what is still counted of an earlier event file."""
    kept = visit.desk.status()
    offered = Counter(quota_of(item.session) for item in visit.desk.backend.offered())
    for key in dict.fromkeys((*declared(visit.desk.programme), *kept)):
        kind, _, name = key.partition(":")
        waiting = 0
        if kind != "audience":
            waiting = len(visit.lines.waiting(SessionId(name) if name else None))
        yield Thing(kept.get(key, Quota(key=key)), waiting, offered[key])


def _print_shapes(visit: Visit, things: list[Thing]) -> None:
    print_json(
        {
            **door_shape(visit),
            "quotas": [
                {
                    "key": thing.quota.key,
                    "capacity": thing.quota.capacity,
                    "taken": thing.quota.taken,
                    "offered": thing.offered,
                    "free": thing.free,
                    "waiting": thing.waiting,
                }
                for thing in things
            ],
            "offers": [
                {
                    "attendee": item.attendee,
                    "session": item.session,
                    "until": time_shape(item.until, visit.zone),
                }
                for item in visit.desk.backend.offered()
            ],
            "exports": exports_made(visit),
            "due": due_shapes(visit),
        }
    )


def _or_dash(number: int | None) -> str:
    return "–" if number is None else str(number)
