"""Entries of the journal, as people read them."""

from __future__ import annotations

from partenariats.cli.registration_command.shown.personal.recipients import say_recipient
from partenariats.cli.registration_command.shown.words import name_of_thing, say_state, say_time
from partenariats.cli.registration_command.visit import Visit
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
from partenariats.registration.door.paper.presence import PAPER


def say_entry(visit: Visit, entry: JournalEntry) -> str:
    """Return one line that says what was changed, when, by whom and why."""
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
        name = subject.name or say("(erased)")
        return say(message, id=subject.id, name=name, version=subject.version)
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
        return _check_in(visit, subject)
    if isinstance(subject, Exported):
        message = "{count} people exported to {recipient}: {fields}"
        fields = ", ".join(subject.fields)
        recipient = say_recipient(visit, subject.recipient)
        return say(message, count=subject.people, recipient=recipient, fields=fields)
    return say(_door(subject))


def _check_in(visit: Visit, check_in: CheckIn) -> str:
    thing = name_of_thing(visit.front, quota_of(check_in.session))
    if check_in.undoes is None:
        message = "{id}, {thing}: checked in"
        at_door = "{id}, {thing}: checked in at door {door}"
    else:
        message = "{id}, {thing}: check-in undone"
        at_door = "{id}, {thing}: check-in undone at door {door}"
    names = {"id": check_in.attendee, "thing": thing}
    if check_in.door == PAPER:
        return visit.front.say("{entry}, on paper", entry=visit.front.say(message, **names))
    if not check_in.door:
        return visit.front.say(message, **names)
    return visit.front.say(at_door, **names, door=check_in.door)


def _door(door: Door) -> str:
    if door.is_open is None:
        return "registration follows its dates"
    return "registration was opened by hand" if door.is_open else "registration was closed"
