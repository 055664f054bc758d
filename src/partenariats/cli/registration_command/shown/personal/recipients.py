"""Who got what, and what is due to be erased."""

from __future__ import annotations

from collections import Counter
from typing import Any

import click

from partenariats.cli.registration_command.shown.tables import print_table
from partenariats.cli.registration_command.visit import Visit
from partenariats.model.registration.registrations import Exported
from partenariats.registration.personal.exports import AT_DOOR, ORGANIZER
from partenariats.registration.personal.retention import due_dates, today
from partenariats.registration.personal.wording import Wording


def say_recipient(visit: Visit, name: str) -> str:
    """Say who got an export: the organiser, a door, or whoever is declared."""
    say = visit.front.say
    if name == ORGANIZER:
        return say("the organiser")
    if name.startswith(AT_DOOR):
        return say("the door {door}", door=name.removeprefix(AT_DOOR))
    event = visit.desk.programme.event
    for one in event.registration.recipients:
        if one.id == name:
            return Wording(event, visit.front.language).recipient(one)
    return name  # declared no more


def exports_made(visit: Visit) -> dict[str, int]:
    """Count the exports that were made for each recipient, as the journal says."""
    subjects = (entry.change.subject for entry in visit.desk.log())
    return dict(Counter(one.recipient for one in subjects if isinstance(one, Exported)))


def tell_exports(visit: Visit) -> None:
    """Print how many exports were made for each recipient, where there are any."""
    counts = exports_made(visit)
    if counts:
        click.echo()
        said = ", ".join(
            f"{say_recipient(visit, name)} ({count})" for name, count in counts.items()
        )
        visit.front.echo("exports: {counts}", counts=said)


def due_shapes(visit: Visit) -> list[dict[str, Any]]:
    """Return each field whose retention is declared, with the day from which it is due."""
    event = visit.desk.programme.event
    day = today(event, visit.desk.now())
    return [
        {
            "field": one.field.name,
            "on": one.on.isoformat(),
            "is_due": one.on <= day,
            "sensitive": one.field.use.sensitive,
        }
        for one in due_dates(event)
    ]


def tell_due(visit: Visit) -> None:
    """Print what is due, and what will be."""
    event = visit.desk.programme.event
    wording = Wording(event, visit.front.language)
    found = due_dates(event)
    if not found:
        return
    say = visit.front.say
    day = today(event, visit.desk.now())
    click.echo()
    print_table(
        (say("to be erased"), say("from"), say("due")),
        (
            (
                wording.title(one.field),
                one.on.isoformat(),
                say("yes") if one.on <= day else "–",
            )
            for one in found
        ),
        whole=frozenset({1}),
    )
    if any(one.on <= day for one in found):
        visit.front.echo("erase what is due with `partenariats registration purge`")
