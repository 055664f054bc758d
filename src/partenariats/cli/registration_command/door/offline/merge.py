"""`partenariats registration door merge`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from partenariats.cli.front import Front
from partenariats.cli.registration_command.door.offline.files import read_file
from partenariats.cli.registration_command.shown.json_shapes import print_json
from partenariats.cli.registration_command.visit import Visit, acts
from partenariats.diagnostics.render.plain import safe
from partenariats.language.message import Message
from partenariats.publishing.files import delete
from partenariats.registration.door.journals import DoorJournal, merge, read_journal
from partenariats.registration.door.merging import (
    Conflict,
    NoDoorError,
    check_event,
    clock_steps,
    conflicts,
    on_time,
)
from partenariats.registration.requests.texts import short


@click.command("merge")
@click.argument("file")
@click.argument("doors", nargs=-1, required=True, metavar="DOOR...")
@click.option(
    "--clock",
    "clocks",
    multiple=True,
    metavar="DOOR=MINUTES",
    help="By how many minutes the clock of a door was slow; below 0 where it was fast.",
)
@click.option(
    "--keep-whole-lines",
    is_flag=True,
    help="Take a file that was cut: leave out what was not written whole.",
)
@click.option("--delete", "deletes", is_flag=True, help="Delete the door files afterwards.")
@acts
def command(  # noqa: PLR0913  # an argument for each option
    visit: Visit,
    *,
    doors: tuple[str, ...],
    clocks: tuple[str, ...],
    keep_whole_lines: bool,
    deletes: bool,
    why: str,
) -> None:
    """Bring what the door files DOOR noted into the journal of the event of FILE.

    All of it is noted, or nothing where a file is at fault. The order of the files does not count,
    nor does merging them again. What does not fit together is told.
    """
    minutes = _minutes(visit.front, clocks)
    journals = [
        read_journal(read_file(name), name, keep_whole_lines=keep_whole_lines)
        for name in dict.fromkeys(doors)
    ]
    _check_doors(minutes, journals)
    _merge(visit, journals, minutes, why)
    names = ", ".join(journal.name for journal in journals)
    if deletes:
        for journal in journals:
            delete(Path(journal.name))
        click.echo(visit.front.say("deleted: {files}", files=names), err=True)
    else:
        said = "{files}: names and keys stand there still; delete them, here with `--delete`"
        click.echo(visit.front.say(said, files=names), err=True)


def _check_doors(minutes: Mapping[str, int], journals: Iterable[DoorJournal]) -> None:
    """Raise `NoDoorError` where a clock is told of a door whose file is not given."""
    doors = {journal.header.door for journal in journals}
    for door in minutes:
        if door not in doors:
            raise NoDoorError(
                "none of these files is that of the door `{door}`",
                door=short(door),
                advice=Message.of("there are: {names}", names=", ".join(sorted(doors))),
            )


def _merge(
    visit: Visit, journals: Iterable[DoorJournal], minutes: Mapping[str, int], why: str
) -> None:
    """Note what doors noted, and tell what does not fit together."""
    desk = visit.desk
    for journal in journals:
        check_event(journal, desk.programme.event.id)
    merged = merge(*(on_time(journal, desk.now(), minutes) for journal in journals))
    before = {one.key for one in desk.doors.check_ins()}
    desk.note_check_ins(merged, why=why)
    known = desk.doors.check_ins()
    registered = {
        line.attendee.id: {item.session: item for item in line.registrations}
        for line in desk.backend.roster()
    }
    found = [
        *(step for journal in journals for step in clock_steps(journal)),
        *conflicts(merged, known, registered, desk.doors.half_days),
    ]
    _tell(visit, sum(one.key not in before for one in known), len(merged), found)


def _tell(visit: Visit, noted: int, count: int, found: list[Conflict]) -> None:
    language = visit.front.language
    if visit.as_json:
        shapes = [
            {"code": one.code, "attendee": one.attendee, "message": one.message.say(language)}
            for one in found
        ]
        print_json({"entries": count, "noted": noted, "conflicts": shapes})
        return
    for one in found:
        click.echo(safe(one.message.say(language)))
    visit.front.echo(
        "entries and corrections: {count}; noted: {noted}; conflicts: {conflicts}",
        count=count,
        noted=noted,
        conflicts=len(found),
    )


def _minutes(front: Front, typed: Iterable[str]) -> Mapping[str, int]:
    found = {}
    for item in typed:
        door, _, minutes = item.rpartition("=")
        try:
            found[door] = int(minutes)
        except ValueError:
            found = {}
        if not door or door not in found:
            said = front.say("`{typed}` is not DOOR=MINUTES", typed=short(item))
            raise click.BadParameter(said, param_hint="--clock")
    return found
