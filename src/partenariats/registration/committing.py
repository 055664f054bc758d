"""How a plan becomes a batch that was made, while others change the same things."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

import attrs

from partenariats.interfaces.registration_backend import Committed, Reason, RegistrationBackend
from partenariats.language.message import Message
from partenariats.model.programme import Programme
from partenariats.model.registration.registrations import Capacity, Registration
from partenariats.registration import capacities, entering
from partenariats.registration.errors import BusyError
from partenariats.registration.plan import Occasion, Plan

TRIES: Final = 200
"""How often a plan is worked out anew, when others change the same things meanwhile."""
CAPACITIES: Final = "capacities of the event file"
"""Why capacities change."""


@attrs.frozen(kw_only=True)
class Signed:
    """Say by whom and why something is done, and what gives the moment."""

    by: str
    why: str
    now: Callable[[], datetime]

    def occasion(self) -> Occasion:
        """Return when, by whom and why it is done now."""
        return Occasion(at=self.now(), by=self.by, why=self.why)


def commit(
    backend: RegistrationBackend[Any],
    programme: Programme,
    signed: Signed,
    fill: Callable[[Plan], object],
) -> tuple[Registration, ...]:
    """Commit what `fill` plans; work it out anew as long as others change what it looked at.

    The first time room is taken for granted, so that whoever finds a place needs no look.
    """
    for number in range(TRIES):
        plan = Plan(backend, programme.event, signed.occasion(), looks=number > 0)
        fill(plan)
        batch = plan.batch()
        if not batch.changes:
            return ()
        outcome = backend.commit(batch)
        if isinstance(outcome, Committed):
            return outcome.registrations
        if outcome.reason is Reason.CLAIMED:
            error = entering.claimed(outcome, plan.claims, plan.key)
            if error is not None:
                raise error
    raise BusyError(
        "others changed the same registrations again and again",
        advice=Message.of("try it once more"),
    )


def count_new(
    backend: RegistrationBackend[Any], programme: Programme, signed: Signed, counted: set[str]
) -> None:
    """Set the capacities of what the store never counted: it would take it for unlimited.

    `counted` holds the keys that it is known to count, and gets those that it counts from now on.
    """
    declared = capacities.declared(programme)
    if declared.keys() <= counted:
        return
    kept = backend.quotas()
    new = [(key, capacity) for key, capacity in declared.items() if key not in kept]
    plan = Plan(backend, programme.event, attrs.evolve(signed, why=CAPACITIES).occasion())
    for key, capacity in new:
        plan.set_capacity(Capacity(key=key, capacity=capacity))
    if new:
        backend.commit(plan.batch())
    counted.update(declared)
