"""What is refused before anything is read of it."""

from __future__ import annotations

from typing import Final

from partenariats.interfaces.importer import UnreadableError

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a file; the largest real schedules have three million."""


def refuse_impossible(content: bytes) -> None:
    """Raise `UnreadableError` for what is empty or far too large."""
    if not content or content.isspace():
        raise UnreadableError("the file is empty")
    if len(content) > LARGEST:
        raise UnreadableError(
            "this is larger than any schedule: more than {n} megabytes", n=LARGEST >> 20
        )
