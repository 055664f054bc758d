"""From a timeline without problems to a programme that can be published."""

from partenariats.model.programme.programme import Programme, UnresolvedTimelineError
from partenariats.model.programme.scheduled import (
    Participant,
    ScheduledDay,
    ScheduledSession,
    Section,
)

__all__ = [
    "Participant",
    "Programme",
    "ScheduledDay",
    "ScheduledSession",
    "Section",
    "UnresolvedTimelineError",
]
