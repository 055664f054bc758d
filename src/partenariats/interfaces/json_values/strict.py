"""JSON written on one line and read strictly: what was never written is not read as something else.

Every reader raises one of `NOTHING` for what it does not know.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, Final

ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
NOTHING: Final = (AttributeError, KeyError, RecursionError, TypeError, ValueError)
"""What goes wrong in reading what was never written."""


def parsed(text: str) -> Any:
    """Return what a line of JSON says."""
    found = json.loads(text)
    if r"\ud" in text.lower():  # half a character, which may be written so and is no text
        ENCODER.encode(found).encode()
    return found


def moment_text(at: datetime) -> str:
    """Return a moment in UTC, or without a zone as it is."""
    return (at if at.tzinfo is None else at.astimezone(UTC)).isoformat()


def read_moment(text: str) -> datetime:
    """Read a moment with a zone."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        message = f"a moment without a zone: {text}"
        raise ValueError(message)
    return found


def read_text(found: Any) -> str:
    """Read a text."""
    if isinstance(found, str):
        return found
    message = f"not a text: {found!r}"
    raise TypeError(message)


def read_text_or_none(found: Any) -> str | None:
    """Read a text or nothing."""
    return None if found is None else read_text(found)


def read_whole(found: Any, least: int) -> int:
    """Read a whole number that is not below `least`."""
    if type(found) is int and found >= least:
        return found
    message = f"not a whole number from {least}: {found!r}"
    raise ValueError(message)


def read_yes_or_no(found: Any) -> bool:
    """Read yes or no."""
    if isinstance(found, bool):
        return found
    message = f"neither yes nor no: {found!r}"
    raise TypeError(message)


def check_empty(found: dict[str, Any], what: str) -> None:
    """Raise `ValueError` where more is left than `what` says."""
    if found:
        message = f"more than {what}: {', '.join(found)}"
        raise ValueError(message)
