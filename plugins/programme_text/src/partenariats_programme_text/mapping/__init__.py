"""From the parts of a programme to an event."""

from partenariats_programme_text.mapping.event import make_event

__all__ = ["make_event"]
