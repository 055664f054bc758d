"""How somebody stands in a round before it is allocated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from partenariats.model.ids import SessionId
from partenariats.model.registration.registrations import (
    Attendee,
    Registration,
    RegistrationState,
    RosterLine,
)
from partenariats.registration.wishes.rounds import Round

State = RegistrationState
COMES: Final = frozenset({State.CONFIRMED, State.ATTENDED})
"""How the registration to the event stands of those who take part."""
WAITS: Final = frozenset({State.WAITLISTED, State.DRAFT})


@attrs.frozen(kw_only=True)
class Standing:
    """Say how somebody stands in a round."""

    attendee: Attendee
    own: Mapping[SessionId | None, Registration]
    """Its registrations by session; by nothing, that to the event."""
    held: Mapping[str, Registration | None]
    """Choices in which it has a place, with the registration for a workshop."""
    waits: tuple[str, ...]
    others: tuple[SessionId, ...]
    """Sessions outside the round that it is registered for."""

    @classmethod
    def of(cls, line: RosterLine, round_: Round) -> Standing:
        """Read how somebody stands."""
        own: dict[SessionId | None, Registration] = {
            item.session: item for item in line.registrations
        }
        held: dict[str, Registration | None] = {}
        waits = []
        mine = set(line.attendee.working_groups)
        inside: set[SessionId | None] = {None, round_.id}
        for choice in round_.choices:
            inside.add(choice.session)
            item = None if round_.is_of_groups else own.get(choice.session)
            if choice.id in mine and round_.is_of_groups:
                held[choice.id] = None
            elif item is not None and item.state.holds:
                held[choice.id] = item
            elif item is not None and item.state in WAITS:
                waits.append(choice.id)
        return cls(
            attendee=line.attendee,
            own=own,
            held=held,
            waits=tuple(waits),
            others=tuple(
                item.session
                for item in line.registrations
                if item.session is not None and item.session not in inside and item.state.holds
            ),
        )

    @property
    def comes(self) -> bool:
        """Tell whether it comes to the event for certain, and so takes part in rounds."""
        event = self.own.get(None)
        return event is not None and event.state in COMES

    @property
    def takes_places(self) -> bool:
        """Tell whether what it has is taken from others."""
        event = self.own.get(None)
        return event is not None and event.state.holds

    @property
    def now(self) -> str | None:
        """Give where it is: where it came to already, else the first in the event's order."""
        came = (
            choice
            for choice, item in self.held.items()
            if item is not None and item.state is State.ATTENDED
        )
        return next(came, next(iter(self.held), None))
