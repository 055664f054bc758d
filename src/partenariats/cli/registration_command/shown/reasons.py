"""Why somebody has the workshops and working groups that it has."""

from __future__ import annotations

from partenariats.cli.registration_command.visit import Visit
from partenariats.model.registration.registrations import Attendee, Registration
from partenariats.registration.requests.request import Registered


def reasons_of(visit: Visit, found: Registered) -> dict[str, str]:
    """Return why somebody who wished is where it is: as the journal says of each thing.

    Nothing is said of what nobody gave a reason for. The whole journal is read.
    """
    if not found.attendee.wishes:
        return {}
    things: dict[str, str] = {}
    groups: frozenset[str] = frozenset()
    for entry in visit.desk.log(found.attendee.id):
        subject = entry.change.subject
        if isinstance(subject, Registration) and subject.session is not None:
            things[subject.session] = entry.change.why
        elif isinstance(subject, Attendee):
            now = frozenset(subject.working_groups)
            things |= dict.fromkeys(now - groups, entry.change.why)
            groups = now
    there: set[str] = set(found.attendee.working_groups)
    there |= {item.session for item in found.registrations if item.session and item.state.holds}
    return {
        thing: naming(why, found.attendee)
        for thing, why in things.items()
        if thing in there and why
    }


def naming(why: str, attendee: Attendee) -> str:
    """Return a reason with the name of whom it is about; the journal knows the id alone."""
    return why.replace(f"`{attendee.id}`", attendee.name or f"`{attendee.id}`")
