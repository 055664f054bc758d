"""`partenariats registration tickets`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from partenariats.cli.registration_command.door.key_files import read_keys
from partenariats.cli.registration_command.shown.json_shapes import print_json
from partenariats.cli.registration_command.shown.personal.handing_out import hand_out
from partenariats.cli.registration_command.visit import Visit, acts
from partenariats.interfaces.exporter import Artifact
from partenariats.model.registration.registrations import Attendee
from partenariats.publishing.files import publish
from partenariats.registration.door.ticketing.codes import code_of
from partenariats.registration.door.ticketing.tickets import ticket_of
from partenariats.registration.leaving import SETTLED, wrong
from partenariats.registration.sheets.writing import sheet_of


@click.command("tickets")
@click.argument("file")
@click.argument("persons", nargs=-1, metavar="[PERSON]...")
@click.option("-o", "--output", "folder", help="Folder for the QR codes, named by the ids.")
@click.option("--csv", "sheet", help="CSV file for the texts of the tickets, for a mail merge.")
@acts
def command(
    visit: Visit, *, persons: tuple[str, ...], folder: str | None, sheet: str | None, why: str
) -> None:
    """Write the tickets of all who come to the event of FILE, or of some PERSONs.

    A PERSON is an id or an e-mail address. A ticket says nothing about whose it is, and lets in
    whoever shows it: send each to one person only.
    """
    if folder is None and sheet is None and not visit.as_json:
        raise click.UsageError(visit.front.say("say where to: `-o FOLDER`, `--csv FILE` or both"))
    keys, event = read_keys(visit.desk.backend.folder), visit.desk.programme.event.id
    found = [(one, ticket_of(keys, event, one.id)) for one in _chosen(visit, persons)]
    # all is made before anything is written
    codes = [Artifact(f"{one.id}.svg", code_of(ticket), "image/svg+xml") for one, ticket in found
             if folder is not None]  # fmt: skip
    written: list[Path] = []
    if folder is not None:
        written += publish(codes, Path(folder))
    if sheet is not None:
        fields, place = ("id", "name", "email"), Path(sheet)
        rows = [(one.id, one.name, one.email or "", ticket) for one, ticket in found]
        content = sheet_of((*fields, "ticket"), rows)
        count = len(rows)
        written.append(
            hand_out(visit, content, place, fields=fields, people=count, is_secret=True, why=why)
        )
    if visit.as_json:
        shapes = [
            {"id": one.id, "name": one.name, "email": one.email, "ticket": ticket}
            for one, ticket in found
        ]
        print_json({"tickets": shapes, "written": list(map(str, written))})
        return
    visit.front.echo("tickets: {count}", count=len(found))
    for target in filter(None, (folder, sheet)):
        click.echo(visit.front.say("written: {file}", file=target), err=True)


def _chosen(visit: Visit, persons: Iterable[str]) -> list[Attendee]:
    """Return whose tickets are made; raise where somebody named does not come."""
    if not persons:
        return [line.attendee for line in visit.desk.list(states=SETTLED)]
    found = []
    for own in dict.fromkeys(map(visit.attendee, persons)):
        known = visit.desk.show(own)
        event = [item for item in known.registrations if item.session is None]
        if all(item.state not in SETTLED for item in event):
            raise wrong(known.attendee.id, event)
        found.append(known.attendee)
    return found
