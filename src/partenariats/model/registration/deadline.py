"""When registration opens or closes: an instant, or so many days before the event."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

import attrs

from partenariats.model.walltime import WallTime

MOST_DAYS: Final = 1000
_RELATIVE: Final = re.compile(
    r"(?P<days>\d{1,9}) (?:days? before|jours? avant)(?:,? (?:à )?(?P<time>\d.*))?\Z", re.ASCII
)


class TooEarlyError(ValueError):
    """A deadline is more than `MOST_DAYS` before the event."""


@attrs.frozen(kw_only=True)
class Deadline:
    """Say when something is due, so that a copied event keeps it where it is relative."""

    at: datetime | None = None
    """An instant, with a zone; nothing where it is relative."""
    days: int = 0
    """How many days before the first day of the event."""
    time: WallTime = WallTime(0)
    """The wall time of that day, in the event's zone."""

    @classmethod
    def parse(cls, text: str) -> Deadline:
        """Read `14 days before, 23:59` or `14 jours avant, 23 h 59`; raise `ValueError` else."""
        found = _RELATIVE.match(" ".join(text.split()))
        if found is None:
            message = f"not a deadline: {text[:40]!r}"
            raise ValueError(message)
        if int(found["days"]) > MOST_DAYS:
            message = f"a deadline is at most {MOST_DAYS} days before the event: {text[:40]!r}"
            raise TooEarlyError(message)
        wall = WallTime.parse(found["time"]) if found["time"] else WallTime(0)
        return cls(days=int(found["days"]), time=wall)

    def __str__(self) -> str:
        if self.at is not None:
            return self.at.isoformat()
        return f"{self.days} days before, {self.time}"
