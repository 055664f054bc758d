"""Entries of the journal, as people read them."""

from __future__ import annotations

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
