"""Whether an event has registration at all."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from partenariats.diagnostics.where import Where
from partenariats.model.event import Event
from partenariats.model.registration.personal import FieldUse, FieldUses
from partenariats.model.registration.settings import RegistrationSettings
from partenariats.model.timeline import Timeline


def is_declared(timeline: Timeline) -> bool:
    """Tell whether an event says anything of registration."""
    return timeline.event.registration != RegistrationSettings()


def uses_of(event: Event) -> Iterator[tuple[Where, str, FieldUse]]:
    """Give where each field of attendees is declared, its name, and what becomes of it."""
    at = Where() / "registration"
    for field in attrs.fields(FieldUses):
        yield at / "fields" / field.name, field.name, getattr(event.registration.fields, field.name)
    for index, question in enumerate(event.registration.questions):
        yield at / "questions" / index, question.id, question.use
