"""How many wait before somebody."""

from __future__ import annotations

from typing import Any

from partenariats.interfaces.registration_backend import RegistrationBackend
from partenariats.model.ids import AttendeeId, SessionId
from partenariats.model.registration.registrations import Registration, RegistrationState


class Lines:
    """Count the wait lists of a back-end, each when it is first asked for.

    The kept positions only ever grow: somebody of position 17 may be the next.
    """

    def __init__(self, backend: RegistrationBackend[Any]) -> None:
        self._backend = backend
        self._counted: dict[SessionId | None, dict[AttendeeId, int]] = {}

    def waiting(self, session: SessionId | None) -> dict[AttendeeId, int]:
        """Return who waits for the event or a session, each with how many wait before it."""
        if session not in self._counted:
            found = enumerate(self._backend.waiting(session))
            self._counted[session] = {item.attendee: ahead for ahead, item in found}
        return self._counted[session]

    def ahead(self, item: Registration) -> int | None:
        """Return how many wait before somebody; nothing where it does not wait."""
        if item.state is not RegistrationState.WAITLISTED:
            return None
        return self.waiting(item.session).get(item.attendee)
