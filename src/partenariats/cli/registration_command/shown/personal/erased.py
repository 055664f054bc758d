"""What became of personal data that was to be erased."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from partenariats.cli.registration_command.shown.json_shapes import (
    exported_shape,
    print_json,
    registration_shape,
)
from partenariats.cli.registration_command.shown.personal.recipients import say_recipient
from partenariats.cli.registration_command.visit import Visit
from partenariats.diagnostics.render.plain import safe
from partenariats.model.registration.registrations import Exported
from partenariats.registration.personal.erasing import Erased
from partenariats.registration.personal.exports import STANDARD_OUTPUT
from partenariats.registration.personal.fields import fields_of


def tell_erased(visit: Visit, erased: Erased, *, is_dry_run: bool | None = None) -> None:
    """Say what was erased, and who is to be told; without `is_dry_run` it was one person."""
    if visit.as_json:
        print_json(_shape(visit, erased, is_dry_run=bool(is_dry_run)))
        return
    front = visit.front
    if is_dry_run is None:
        front.echo("erased; an id with states and times is left")
    elif not erased.people:
        front.echo("nothing is due")
    titles = {one.name: one for one in fields_of(visit.desk.programme.event)}
    for name, count in erased.people.items():
        title = titles[name].title(visit.desk.programme.event, front.language)
        message = "due: {field}, of {count}" if is_dry_run else "erased: {field}, of {count}"
        front.echo(message, field=title, count=count)
    for one in erased.deleted:
        front.echo("deleted: {file}", file=one.file)
    if is_dry_run is None or erased.people:
        _tell_elsewhere(visit, erased.elsewhere)
    if erased.changed:
        click.echo()
        visit.tell_changed(erased.changed)


def _tell_elsewhere(visit: Visit, exports: Iterable[Exported]) -> None:
    """Name what is out of reach: whoever got it is to erase it too (GDPR, article 19)."""
    say = visit.front.say
    for one in exports:
        recipient = say_recipient(visit, one.recipient)
        file = say("standard output") if one.file == STANDARD_OUTPUT else one.file
        message = (
            "still here, and changed since: {file}; delete it, and tell {recipient}"
            if _is_here(visit, one)
            else "not here any more: {file}; tell {recipient}"
        )
        click.echo(safe(say(message, file=file, recipient=recipient)))


def _is_here(visit: Visit, exported: Exported) -> bool:
    """Tell whether a file that is not as it was exported lies where it was written."""
    folder = visit.desk.backend.folder
    return exported.file != STANDARD_OUTPUT and (folder / exported.file).is_file()


def _shape(visit: Visit, erased: Erased, *, is_dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": is_dry_run,
        "people": dict(erased.people),
        "changed": [registration_shape(one, visit.zone) for one in erased.changed],
        "deleted": [exported_shape(one) for one in erased.deleted],
        "elsewhere": [
            {**exported_shape(one), "still_here": _is_here(visit, one)} for one in erased.elsewhere
        ],
    }
