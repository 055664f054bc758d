"""`partenariats registration door open`."""

from __future__ import annotations

from pathlib import Path

import click

from partenariats.cli.registration_command.door.check_in import clean_door
from partenariats.cli.registration_command.door.key_files import read_keys
from partenariats.cli.registration_command.shown.json_shapes import print_json
from partenariats.cli.registration_command.shown.personal.handing_out import hand_out
from partenariats.cli.registration_command.visit import Visit, acts
from partenariats.language.message import Message
from partenariats.model.ids import SessionId
from partenariats.registration.door.journals import header_line
from partenariats.registration.door.offline import header_of
from partenariats.registration.door.sealed import DoorFileError
from partenariats.registration.personal.exports import AT_DOOR


@click.command("open")
@click.argument("file")
@click.argument("name")
@click.option("-o", "--output", "target", required=True, help="Door file to write.")
@click.option("--session", help="The door of a session: its id.")
@acts
def command(visit: Visit, *, name: str, target: str, session: str | None, why: str) -> None:
    """Write the file of the door NAME, for all who come to the event of FILE, or to a session."""
    place = Path(target)
    if place.exists():
        raise DoorFileError(
            "{file} is there already, and may hold who came",
            file=target,
            advice=Message.of("merge and delete it first, or choose another name"),
        )
    keys = read_keys(visit.desk.backend.folder)
    chosen = SessionId(session) if session else None
    header = header_of(visit.desk, clean_door(name), chosen, keys)
    hand_out(
        visit,
        header_line(header),
        place,
        fields=("id", "name"),
        people=len(header.people),
        recipient=AT_DOOR + header.door,
        is_secret=True,
        why=why,
    )
    if visit.as_json:
        print_json({"written": target, "door": header.door, "people": len(header.people)})
        return
    visit.front.echo(
        "door {name}: persons on the list: {count}", name=header.door, count=len(header.people)
    )
    if not keys.keys:
        visit.front.echo("no ticket keys were made: this door knows people by name only")
    visit.front.echo("the file holds their names and the keys of the tickets: keep it secret")
