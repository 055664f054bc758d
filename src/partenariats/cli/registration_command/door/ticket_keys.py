"""`partenariats registration ticket-keys`."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import click

from partenariats.cli.registration_command.door.key_files import change_keys, read_keys
from partenariats.cli.registration_command.shown.json_shapes import print_json
from partenariats.cli.registration_command.shown.tables import print_table
from partenariats.cli.registration_command.visit import Visit, visits
from partenariats.registration.door.ticketing.keys import TicketKeys


@click.command("ticket-keys")
@click.argument("file")
@click.option("--new", "makes_new", is_flag=True, help="Make a key, which signs from now on.")
@click.option(
    "--withdraw",
    "withdrawn",
    type=int,
    metavar="NUMBER",
    help="Refuse the tickets that a key signed from now on; its secret is deleted.",
)
@visits
def command(visit: Visit, *, makes_new: bool, withdrawn: int | None) -> None:
    """List the keys that sign the tickets of the event of FILE; make one, or withdraw one.

    They stand in `tickets.keys` beside the event file, or in the environment variable
    `PARTENARIATS_TICKET_KEYS`. Whoever has them can make tickets: keep them out of what you share.
    """

    def change(keys: TicketKeys) -> TicketKeys:
        if withdrawn is not None:
            keys = keys.without(withdrawn)
        return keys.with_new(secrets.token_bytes) if makes_new else keys

    folder = visit.desk.backend.folder
    changes = makes_new or withdrawn is not None
    keys = change_keys(folder, change) if changes else read_keys(folder)
    states = list(_states(keys))
    if visit.as_json:
        print_json({"keys": [{"number": number, "state": state} for number, state in states]})
    elif states:
        say = visit.front.say
        rows = [(number, say(state)) for number, state in states]
        print_table((say("key"), say("what it does")), rows)
    else:
        visit.front.echo("there is no ticket key yet: `--new` makes one")


def _states(keys: TicketKeys) -> Iterator[tuple[int, str]]:
    is_newest = True
    found = []
    for key in reversed(keys.keys):
        if key.secret is None:
            found.append((key.number, "withdrawn"))
        else:
            found.append((key.number, "signs" if is_newest else "is read"))
            is_newest = False
    yield from reversed(found)
