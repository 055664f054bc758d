"""Rosters that say what everybody attended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from partenariats.model.ids import AttendeeId
from partenariats.model.programme import Programme
from partenariats.model.registration.attendance import Attendance
from partenariats.model.registration.registrations import RegistrationState, Roster, RosterLine
from partenariats.registration.door.attendance import attendance
from partenariats.registration.door.checking_in import CheckingIn


def roster_of(programme: Programme, doors: CheckingIn, lines: Iterable[RosterLine]) -> Roster:
    """Return people by name, each with what it attended."""
    found = list(lines)
    attended: Mapping[AttendeeId, Attendance] = {}
    # nobody attended anything before the doors open: the journal is not read
    if any(line.registrations[0].state is RegistrationState.ATTENDED for line in found):
        attended = attendance(programme, doors.half_days, doors.check_ins())
    whole = (
        attrs.evolve(line, attended=attended[line.attendee.id].lines)
        if line.attendee.id in attended
        else line
        for line in found
    )
    return Roster(
        lines=tuple(sorted(whole, key=lambda line: (line.attendee.name, line.attendee.id)))
    )
