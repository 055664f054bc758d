"""From a calendar to an event."""

from partenariats_ical.mapping.event import make_event

__all__ = ["make_event"]
