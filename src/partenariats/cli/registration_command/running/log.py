"""`partenariats registration log`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.shown.json_shapes import (
    entry_shape,
    print_json,
    print_json_list,
)
from partenariats.cli.registration_command.shown.words import name_of_thing, say_state, say_time
from partenariats.cli.registration_command.visit import Visit, end_at_fault, visits
from partenariats.diagnostics.render.plain import safe
from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    CheckIn,
    Door,
    Exported,
    JournalEntry,
    Registration,
    Subject,
    quota_of,
)
from partenariats.registration.committing import CAPACITIES


@click.command("log")
@click.argument("file")
@click.option("--attendee", "who", help="Only of this person: an id or an e-mail address.")
@click.option("--verify", is_flag=True, help="Rebuild all from the journal, and tell differences.")
@visits
def command(visit: Visit, *, who: str | None, verify: bool) -> None:
    """Show every change that was made for the event of FILE: when, by whom, why."""
    if verify:
        _verify(visit)
        return
    attendee = None if who is None else visit.attendee(who)
    if attendee is not None:
        visit.desk.show(attendee)  # raises where there is nobody: silence would say so to no one
    entries = visit.desk.log(attendee)
    if visit.as_json:
        print_json_list(entry_shape(entry, visit.zone) for entry in entries)
        return
    for entry in entries:
        click.echo(_line(visit, entry))


def _verify(visit: Visit) -> None:
    """Tell where the journal and what is kept differ; end with 1 if they do."""
    found = visit.desk.verify()
    if visit.as_json:
        language = visit.front.language
        shapes = [{"what": one.what, "message": one.message.say(language)} for one in found]
        print_json({"differences": shapes})
    else:
        for one in found:
            visit.front.echo("`{what}`: {reason}", what=one.what, reason=one.message)
        if not found:
            visit.front.echo("what is kept is what the journal leads to")
    if found:
        end_at_fault()


def _line(visit: Visit, entry: JournalEntry) -> str:
    change = entry.change
    said = _subject(visit, change.subject)
    # the one reason of our own; those of people stay as they were written
    reason = visit.front.say(change.why) if change.why == CAPACITIES else change.why
    why = f" – {reason}" if reason else ""
    at = say_time(change.at, visit.zone)
    return safe(f"{entry.number:>5}  {at}  {change.by or '–'}  {said}{why}")


def _subject(visit: Visit, subject: Subject) -> str:
    say = visit.front.say
    if isinstance(subject, Attendee):
        message = "{id} is {name}, version {version}"
        return say(message, id=subject.id, name=subject.name, version=subject.version)
    if isinstance(subject, Registration):
        state = say_state(visit.front, subject.state)
        thing = name_of_thing(visit.front, quota_of(subject.session))
        return say("{id}, {thing}: {state}", id=subject.attendee, thing=thing, state=state)
    if isinstance(subject, Capacity):
        thing = name_of_thing(visit.front, subject.key)
        if subject.capacity is None:
            return say("{thing}: no limit", thing=thing)
        return say("{thing}: capacity {count}", thing=thing, count=subject.capacity)
    if isinstance(subject, CheckIn):
        thing = name_of_thing(visit.front, quota_of(subject.session))
        message = (
            "{id}, {thing}: checked in at door {door}"
            if subject.undoes is None
            else "{id}, {thing}: check-in undone at door {door}"
        )
        return say(message, id=subject.attendee, thing=thing, door=subject.door)
    if isinstance(subject, Exported):
        message = "{count} people exported to {recipient}: {fields}"
        fields = ", ".join(subject.fields)
        return say(message, count=subject.people, recipient=subject.recipient, fields=fields)
    return say(_door(subject))


def _door(door: Door) -> str:
    if door.is_open is None:
        return "registration follows its dates"
    return "registration was opened by hand" if door.is_open else "registration was closed"
