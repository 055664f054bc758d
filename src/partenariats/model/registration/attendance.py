"""What people came to: half-days and sessions, with their lengths."""

from __future__ import annotations

import attrs

from partenariats.model.ids import AttendeeId, BlockId, DayId, SessionId


@attrs.frozen(kw_only=True)
class AttendanceLine:
    """Say that somebody came to a half-day, or to a session."""

    day: DayId
    block: BlockId | None = None
    """The half-day; nothing where the day has none, or beside a session without one."""
    session: SessionId | None = None
    """Nothing where the line is about the half-day itself."""
    minutes: int | None
    """How long it is, breaks included; nothing where the end of a session is open."""


@attrs.frozen(kw_only=True)
class Attendance:
    """List what an attendee came to, by time: a half-day before its sessions."""

    attendee: AttendeeId
    lines: tuple[AttendanceLine, ...]

    @property
    def minutes(self) -> int:
        """Give how long the half-days are together; sessions lie within them."""
        return sum(line.minutes or 0 for line in self.lines if line.session is None)
