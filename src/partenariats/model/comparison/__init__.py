"""What two versions of an event say differently."""

from partenariats.model.comparison.change import ONE_LANGUAGE, Change
from partenariats.model.comparison.comparing import compare

__all__ = ["ONE_LANGUAGE", "Change", "compare"]
