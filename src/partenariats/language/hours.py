"""Hours and lengths of time in words, in French and English."""

from __future__ import annotations

from typing import Final

NO_BREAK: Final = "\u00a0"


def say_hour(minutes: int, language: str) -> str:
    """Return an hour of the clock from minutes since midnight: `9 h 30`, `18 h`, `9:30`.

    From 1440 on it is the hour of the next day's clock.
    """
    hour, minute = divmod(minutes % 1440, 60)
    if language != "fr":
        return f"{hour}:{minute:02d}"
    return f"{hour}{NO_BREAK}h{NO_BREAK}{minute:02d}" if minute else f"{hour}{NO_BREAK}h"


def say_hours(start: int, end: int | None, language: str) -> str:
    """Return a stretch of time: `9 h 30 – 10 h`, `9:30–10:00`; only its start where it is open."""
    if end is None:
        return say_hour(start, language)
    dash = "–" if language != "fr" else f"{NO_BREAK}– "
    return f"{say_hour(start, language)}{dash}{say_hour(end, language)}"
