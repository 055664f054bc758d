"""From an event to a timeline: what can be placed, and what stands in the way."""

from partenariats.model.timeline.placed import Placed
from partenariats.model.timeline.timeline import Timeline

__all__ = ["Placed", "Timeline"]
