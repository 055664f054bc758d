"""`partenariats registration door check-in`."""

from __future__ import annotations

from typing import Any

import click

from partenariats.cli.front import Front, options
from partenariats.cli.registration_command.door.offline.files import DoorFile
from partenariats.cli.registration_command.door.scanning import check_text, scan
from partenariats.cli.registration_command.shown.json_shapes import answers_in_json, print_json
from partenariats.registration.door.people import Person


@click.command("check-in")
@click.argument("file")
@click.argument("text", required=False)
@click.option("--undo", is_flag=True, help="They did not come: take the last entry back.")
@click.option("--scan", "scans", is_flag=True, help="Read a TEXT from each line that is typed.")
@click.option(
    "--keep-whole-lines",
    is_flag=True,
    help="Go on where the power failed: leave out what was not written whole.",
)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")
@options
def command(  # noqa: PLR0913  # an argument for each option
    front: Front,
    *,
    file: str,
    text: str | None,
    undo: bool,
    scans: bool,
    keep_whole_lines: bool,
    as_json: bool,
) -> None:
    """Note in the door file FILE that somebody came; neither the event nor a network is needed.

    TEXT is what a ticket holds, an id, an e-mail address or a name.
    """
    check_text(front, text, scans=scans)
    with answers_in_json(front, as_json=as_json):
        door = _BackDoor(front, DoorFile(file, keep_whole_lines=keep_whole_lines), is_undo=undo)
        if scans:
            scan(front, door, as_json=as_json)
        elif text is not None:
            person = door.find(text)
            said, shape = door.note(person)
            if as_json:
                print_json({"name": person.name, **shape})
            else:
                click.echo(said)


class _BackDoor:
    """Let people in by a door file."""

    def __init__(self, front: Front, file: DoorFile, *, is_undo: bool) -> None:
        self._front = front
        self._file = file
        self._step = file.undo if is_undo else file.check_in
        self._said = "{name}: entry taken back" if is_undo else "{name}: come in"

    def find(self, text: str) -> Person:
        """Return whom a text means; raise a `RegistrationError`."""
        return self._file.find(text)

    def note(self, person: Person) -> tuple[str, dict[str, Any]]:
        """Note that somebody came, or did not."""
        made = self._step(person)
        shape = {"attendee": person.id, "key": made.key}
        return self._front.say(self._said, name=person.name), shape
