"""From a schedule to an event."""

from partenariats_schedule.mapping.event import make_event

__all__ = ["make_event"]
