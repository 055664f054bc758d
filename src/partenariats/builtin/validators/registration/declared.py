"""Whether an event has registration at all."""

from __future__ import annotations

from partenariats.model.registration.settings import RegistrationSettings
from partenariats.model.timeline import Timeline


def is_declared(timeline: Timeline) -> bool:
    """Tell whether an event says anything of registration."""
    return timeline.event.registration != RegistrationSettings()
