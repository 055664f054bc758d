"""Whether registration is open, and until when."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import click

from partenariats.cli.registration_command.shown.json_shapes import (
    by_hand,
    print_json,
    time_shape,
)
from partenariats.cli.registration_command.shown.words import say_time
from partenariats.cli.registration_command.visit import Visit
from partenariats.registration.deadlines import closing_of, instant_of
from partenariats.registration.errors import ClosedError


def tell_door(visit: Visit) -> None:
    """Say whether people may register now."""
    if visit.as_json:
        print_json(door_shape(visit))
    else:
        click.echo(say_door(visit))


def say_door(visit: Visit) -> str:
    """Return a sentence on whether people may register now, and until when."""
    say = visit.front.say
    try:
        visit.desk.check_open()
    except ClosedError as error:
        return say(error.template, **error.names)
    if visit.desk.backend.door().is_open:
        return say("registration was opened by hand")
    _, closes = _dates(visit)
    if closes is None:
        return say("registration is open")
    return say("registration is open until {time}", time=say_time(closes, visit.zone))


def door_shape(visit: Visit) -> dict[str, Any]:
    """Return whether people may register now, and the declared dates."""
    try:
        visit.desk.check_open()
        is_open = True
    except ClosedError:
        is_open = False
    opens, closes = (time_shape(moment, visit.zone) for moment in _dates(visit))
    hand = by_hand(visit.desk.backend.door())
    return {"open": is_open, "by_hand": hand, "opens": opens, "closes": closes}


def _dates(visit: Visit) -> tuple[datetime | None, datetime | None]:
    programme = visit.desk.programme
    opens = instant_of(programme, programme.event.registration.opens)
    return _moment(opens), _moment(closing_of(programme))


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
