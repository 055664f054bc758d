"""`partenariats registration init`."""

from __future__ import annotations

from collections.abc import Mapping

import click

from partenariats.cli.registration_command.shown.json_shapes import (
    print_json,
    registration_shape,
)
from partenariats.cli.registration_command.shown.words import name_of_thing
from partenariats.cli.registration_command.visit import Visit, prepares
from partenariats.registration.capacities import outdated


@click.command("init")
@click.argument("file")
@prepares
def command(visit: Visit, *, why: str) -> None:
    """Prepare the store of the event of FILE, and set the capacities that the file declares.

    Run it again after a capacity changed, or with a newer version of the back-end: whoever is
    registered stays so, and whoever waits gets the new places.
    """
    del why  # the journal says that the event file is the reason
    desk = visit.desk
    desk.backend.prepare()
    changed = outdated(desk.programme, desk.status())
    promoted = desk.update_capacities()
    if visit.as_json:
        capacities = [
            {"key": key, "before": before, "capacity": after}
            for key, (before, after) in changed.items()
        ]
        items = [registration_shape(item, visit.zone, visit.lines) for item in promoted]
        print_json({"capacities": capacities, "changed": items})
        return
    visit.front.echo("the store is ready")
    _tell(visit, changed)
    if promoted:
        visit.tell_changed(promoted)


def _tell(visit: Visit, changed: Mapping[str, tuple[int | None, int | None]]) -> None:
    for key, (before, after) in changed.items():
        thing = name_of_thing(visit.front, key)
        if before is None:
            visit.front.echo("{thing}: capacity {count}", thing=thing, count=after)
        elif after is None:
            visit.front.echo("{thing}: no limit instead of {before}", thing=thing, before=before)
        else:
            visit.front.echo(
                "{thing}: capacity {count} instead of {before}",
                thing=thing,
                count=after,
                before=before,
            )
