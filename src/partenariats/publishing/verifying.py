"""Compare what an exporter wrote, once it was read again, with the programme it was made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

import attrs

from partenariats.errors import PartenariatsError
from partenariats.interfaces.exporter import PERSONAL, SECRET, SETTINGS, Exporter
from partenariats.language.message import Message
from partenariats.model.comparison import Change, compare
from partenariats.model.event import Event
from partenariats.model.people import Person
from partenariats.model.programme import Programme
from partenariats.model.timeline import Timeline

_NO_PLACE: Final = Message.of("it has no place in the format")
_PERSONAL: Final = Message.of("personal data beyond the credits are left out")
_SECRET: Final = Message.of("it is secret")
_SETTING: Final = Message.of("settings are no part of the programme")


class UnverifiableError(PartenariatsError):
    """No importer reads what an exporter writes, so that nothing can be compared."""


@attrs.frozen
class Loss:
    """Hold what was lost or changed, with the declared key that speaks for it and its reason.

    Where none is declared, the key is that of the change, and there is no reason.
    """

    change: Change
    key: str
    reason: Message | None


@attrs.frozen
class Verification:
    """Hold what was lost or changed on the way out and in again, and what read it."""

    importer: str
    losses: tuple[Loss, ...]

    @property
    def undeclared(self) -> tuple[Loss, ...]:
        """Give what the exporter does not say that it loses."""
        return tuple(loss for loss in self.losses if loss.reason is None)


def reasons(exporter: type[Exporter[Any]]) -> dict[str, Message]:
    """Return the reason for each key that an exporter declares as omitted or altered."""
    omitted = {key: _why(key) for key in sorted(exporter.omits)}
    return {**omitted, **exporter.alters}


def find_losses(
    programme: Programme, exporter: type[Exporter[Any]], event: Event
) -> tuple[Loss, ...]:
    """List what an event that was read again says otherwise than the programme it was made of."""
    declared = reasons(exporter)
    anew = {key.removesuffix(".id") for key in declared if key.endswith(".id")}
    changes = compare(programme.timeline, Timeline.of(event), programme.language, anew)
    found: list[Loss] = []
    for change in changes:
        key = next(_keys(change, programme, exporter), change.key)
        found.append(Loss(change, key, declared.get(key)))
    return tuple(found)


def _keys(change: Change, programme: Programme, exporter: type[Exporter[Any]]) -> Iterator[str]:
    """Give the declared keys that speak for a change, the nearest first."""
    table = change.key.partition(".")[0]
    names = [change.key]
    if change.at.startswith("workshops.") and table == "sessions":
        names.insert(0, change.key.replace("sessions.", "workshops.", 1))
    if isinstance(change.before, Person) and change.after is None:
        names += ["people.uncredited"] if _uncredited(change.before, programme.event) else []
    yield from (key for key in names if key in exporter.alters or key in exporter.omits)
    if table in exporter.omits:
        yield table


def _uncredited(person: Person, event: Event) -> bool:
    credited = {
        credit.person
        for session in chain(event.sessions, event.workshops)
        for credit in session.credits
    }
    return person.id not in credited | {group.lead for group in event.working_groups}


def _why(key: str) -> Message:
    if key in PERSONAL:
        return _PERSONAL
    if key in SECRET:
        return _SECRET
    return _SETTING if key.partition(".")[0] in SETTINGS else _NO_PLACE
